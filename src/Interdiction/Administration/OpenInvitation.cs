using Interdiction.Data;
using Interdiction.Identity;
using Interdiction.Kernel;

namespace Interdiction.Administration;

/// <summary>An invitation that waits for its person, with the person's account.</summary>
public sealed class OpenInvitation : ISubject
{
    public required Invitation Invitation { get; init; }
    public required Account Account { get; init; }
    public string Originator => Account.Partner;
    public string Lead => Account.Partner;
    public string ETag => TagOf(Invitation.ExpiresAt);

    public static string TagOf(DateTimeOffset expiresAt) => $"\"{expiresAt.ToUnixTimeMilliseconds()}\"";

    public bool IsAuthor(Guid account) => false;
}

static class WaitingInvitations
{
    extension(InterdictionDb db)
    {
        /// <summary>The invitations of a partner that can still be used.</summary>
        public IQueryable<OpenInvitation> OpenInvitations(string partner, DateTimeOffset now) =>
            from invitation in db.Invitations
            join account in db.Accounts on invitation.AccountId equals account.Id
            where account.Partner == partner && invitation.UsedAt == null && invitation.ExpiresAt > now
            select new OpenInvitation { Invitation = invitation, Account = account };
    }
}
