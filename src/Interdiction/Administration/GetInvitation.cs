using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Administration;

/// <summary>Shows an invitation that waits for its person, without its link.</summary>
public sealed record GetInvitation(Guid Id) : IQuery<InvitationHead>
{
    public static Permission Needs => Permission.AdministerAccounts;

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope, TimeProvider clock) : IQueryHandler<GetInvitation, InvitationHead>
    {
        public async Task<Result<InvitationHead>> Handle(GetInvitation message, CancellationToken stop)
        {
            envelope.Resource = message.Id;
            if (await db.OpenInvitations(caller.Partner, clock.Now()).SingleOrDefaultAsync(x => x.Invitation.Id == message.Id, stop) is not { } it)
                return Refusal.NotFound;
            envelope.ETag = it.ETag;
            return it.Invitation.ToHead(null);
        }
    }
}
