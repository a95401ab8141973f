using Interdiction.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Identity;

/// <summary>Which account a person of a partner's server has here: an administrator of that partner linked it, nobody else does.</summary>
sealed class ForeignLinks(UserManager<Person> people, InterdictionDb db, Settings settings)
{
    const string Invited = "mailto:";

    /// <summary>An administrator links an account with the subject that their server knows the person by.</summary>
    public Task<IdentityResult> Link(Person person, IssuerSettings issuer, string subject) =>
        people.AddLoginAsync(person, new UserLoginInfo(NameOf(issuer), subject, issuer.Name));

    /// <summary>An administrator invites a person by e-mail: whom their server then knows by that address, and says that it is verified, is linked when they first come.</summary>
    public Task<IdentityResult> Invite(Person person, IssuerSettings issuer, string email) =>
        people.AddLoginAsync(person, new UserLoginInfo(NameOf(issuer), Key(email), issuer.Name));

    /// <summary>The person whom a server means; null where no account in use of its own partner is linked.</summary>
    /// <param name="verifiedEmail">The address that the server vouches for, if it does.</param>
    public async Task<Person?> Find(IssuerSettings issuer, string subject, string? verifiedEmail, CancellationToken stop)
    {
        // A subject of that form would be an invitation to somebody else.
        if (subject.StartsWith(Invited, StringComparison.OrdinalIgnoreCase) || settings.Issuers.All(x => x != issuer))
            return null;
        if (await people.FindByLoginAsync(NameOf(issuer), subject) is { } linked)
            return await IsOwn(linked, issuer, stop) ? linked : null;
        if (verifiedEmail is null || await people.FindByLoginAsync(NameOf(issuer), Key(verifiedEmail)) is not { } invited || !await IsOwn(invited, issuer, stop))
            return null;
        Must(await Link(invited, issuer, subject));
        Must(await people.RemoveLoginAsync(invited, NameOf(issuer), Key(verifiedEmail)));
        return invited;
    }

    Task<bool> IsOwn(Person person, IssuerSettings issuer, CancellationToken stop) =>
        db.Accounts.AnyAsync(x => x.Id == person.Id && x.Partner == issuer.Partner && x.SuspendedAt == null, stop);

    static string NameOf(IssuerSettings issuer) => issuer.Authority.AbsoluteUri;

    static string Key(string email) => Invited + email.ToLowerInvariant();

    static void Must(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(x => x.Description)));
    }
}
