using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Identity;

/// <summary>Which account a person of a partner's server has here: an administrator of that partner linked it, nobody else does.</summary>
sealed class ForeignLinks(UserManager<Person> people, InterdictionDb db, Settings settings)
{
    const string Invited = "mailto:";

    /// <summary>
    /// An administrator links an account with the subject by which their server knows the person, or invites the person by
    /// mailto: and an e-mail address: whom the server then knows by it, and says that it is verified, is linked when they
    /// first come. Nothing takes the link away. Where there was another, sessions and tokens end.
    /// </summary>
    public async Task<Refusal?> Set(Account it, string subject, Guid by, CancellationToken stop)
    {
        if (by == it.Id)
            return Refusal.NotAllowed("Nobody links their own account: ask another administrator.");
        if (settings.IssuerOf(it.Partner) is not { } issuer)
            return Refusal.Invalid(new Fault("/subject", "notHere", "Your partner has no sign-in server of its own here. The operator names one in the settings."));
        var (server, key) = (NameOf(issuer), KeyOf(subject));
        if (key is not null && await db.UserLogins.AnyAsync(x => x.LoginProvider == server && x.ProviderKey == key && x.UserId != it.Id, stop))
            return Refusal.Invalid(new Fault("/subject", RuleCodes.Duplicate, "Another account is linked with it. Take that link away first."));
        var old = await db.UserLogins.Where(x => x.UserId == it.Id && x.LoginProvider == server).ToListAsync(stop);
        if (old.SingleOrDefault()?.ProviderKey == key)
            return null;
        if (old.Count > 0)
            it.EndAccess();
        db.UserLogins.RemoveRange(old);
        if (key is not null)
            db.UserLogins.Add(New(it.Id, issuer, key));
        return null;
    }

    /// <summary>By what the server of a partner knows its people, for those who are linked with it.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> SubjectsOf(IReadOnlyCollection<Guid> people, string partner, CancellationToken stop)
    {
        if (settings.IssuerOf(partner) is not { } issuer)
            return new Dictionary<Guid, string>();
        var server = NameOf(issuer);
        return await db.UserLogins.AsNoTracking().Where(x => people.Contains(x.UserId) && x.LoginProvider == server).ToDictionaryAsync(x => x.UserId, x => x.ProviderKey, stop);
    }

    /// <summary>How a link is kept; null for none.</summary>
    public static string? KeyOf(string subject) =>
        subject.Trim() is not { Length: > 0 } given ? null : given.StartsWith(Invited, StringComparison.OrdinalIgnoreCase) ? given.ToLowerInvariant() : given;

    /// <summary>The person whom a server means; null where no account in use of its own partner is linked.</summary>
    /// <param name="verifiedEmail">The address that the server vouches for, if it does.</param>
    public async Task<Person?> Find(IssuerSettings issuer, string subject, string? verifiedEmail, CancellationToken stop)
    {
        // A subject of that form would be an invitation to somebody else.
        if (subject.StartsWith(Invited, StringComparison.OrdinalIgnoreCase) || settings.Issuers.All(x => x != issuer))
            return null;
        if (await people.FindByLoginAsync(NameOf(issuer), subject) is { } linked)
            return await IsOwn(linked, issuer, stop) ? linked : null;
        if (verifiedEmail is null || await people.FindByLoginAsync(NameOf(issuer), KeyOf(Invited + verifiedEmail)!) is not { } invited || !await IsOwn(invited, issuer, stop))
            return null;
        db.UserLogins.RemoveRange(await db.UserLogins.Where(x => x.UserId == invited.Id && x.LoginProvider == NameOf(issuer)).ToListAsync(stop));
        db.UserLogins.Add(New(invited.Id, issuer, subject));
        try
        {
            await db.SaveChangesAsync(stop);
            return invited;
        }
        catch (DbUpdateException failure) when (db.IsOvertaken(failure) || db.IsTaken(failure))
        {
            // Another came with the same address at the same moment. What this one wanted to write is written by nothing later.
            db.ChangeTracker.Clear();
            return null;
        }
    }

    static IdentityUserLogin<Guid> New(Guid person, IssuerSettings issuer, string key) =>
        new() { UserId = person, LoginProvider = NameOf(issuer), ProviderKey = key, ProviderDisplayName = issuer.Name };

    Task<bool> IsOwn(Person person, IssuerSettings issuer, CancellationToken stop) =>
        db.Accounts.AnyAsync(x => x.Id == person.Id && x.Partner == issuer.Partner && x.SuspendedAt == null, stop);

    static string NameOf(IssuerSettings issuer) => issuer.Authority.AbsoluteUri;
}
