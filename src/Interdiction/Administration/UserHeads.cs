using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Identity;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Administration;

/// <summary>Shows people's accounts, each with the invitation that waits for its person and the link with the partner's own server.</summary>
sealed class UserHeads(InterdictionDb db, ForeignLinks links, Caller caller, TimeProvider clock)
{
    public async Task<Func<Account, UserHead>> Of(IEnumerable<Account> accounts, CancellationToken stop)
    {
        var (ids, now) = (accounts.Select(x => x.Id).ToList(), clock.Now());
        var waiting = await db.Invitations.AsNoTracking().Where(x => ids.Contains(x.AccountId) && x.UsedAt == null && x.ExpiresAt > now).ToListAsync(stop);
        var subjects = await links.SubjectsOf(ids, caller.Partner, stop);
        return it => Of(it, waiting.Where(x => x.AccountId == it.Id).Select(x => x.ToHead(null)).FirstOrDefault(), subjects.GetValueOrDefault(it.Id));
    }

    public async Task<UserHead> Of(Account it, CancellationToken stop) => (await Of([it], stop))(it);

    public static UserHead Of(Account it, InvitationHead? invitation, string? subject = null) => new()
    {
        Id = it.Id,
        Email = it.Login,
        Name = it.Name,
        Roles = it.Roles,
        Grants = it.Grants,
        Clearance = it.Clearance,
        State = it.State,
        MadeAt = it.MadeAt,
        Subject = subject,
        Invitation = invitation,
    };
}

static class InvitationHeads
{
    /// <param name="link">Where its person goes; null where it was told before.</param>
    public static InvitationHead ToHead(this Invitation it, string? link) => new()
    {
        Id = it.Id,
        User = it.AccountId,
        MadeAt = it.CreatedAt,
        ExpiresAt = it.ExpiresAt,
        Link = link,
    };
}
