using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Http;
using Interdiction.Identity;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Administration;

/// <summary>Makes invitations, with the link that is told once.</summary>
sealed class Links(InterdictionDb db, Invitations invitations, Envelope envelope, Addresses addresses)
{
    public async Task<InvitationHead> Invite(Account account, CancellationToken stop)
    {
        var token = await invitations.Invite(account, stop);
        var made = db.Invitations.Local.Single(x => x.AccountId == account.Id && db.Entry(x).State is EntityState.Added);
        // A dry run's link would lead nowhere.
        return made.ToHead(envelope.ValidateOnly ? null : addresses.Of(Invitations.Path(token)));
    }
}
