using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Identity;

/// <summary>A person changes how they sign in. Whatever changes, their other sessions and what applications hold of them end, and half-done sign-ins are good for nothing.</summary>
sealed class OwnAccess(
    InterdictionDb db, UserManager<Person> people, Caller caller, Sessions sessions, Tokens tokens, Authenticators authenticators, RecoveryCodes codes, AccessLog log, Settings settings, TimeProvider clock)
{
    public static Refusal LastWayIn { get; } = Refusal.Conflict("lastWayIn", "Without it you could not sign in any more. Set up another passkey, or a password with an authenticator app, before you remove it.");

    /// <returns>Null for a machine client.</returns>
    public async Task<Person?> Mine() => caller.Session is null ? null : await people.FindByIdAsync(caller.Id.ToString());

    public Task<Account> Account(CancellationToken stop) => db.Accounts.AsNoTracking().SingleAsync(x => x.Id == caller.Id, stop);

    /// <summary>True where the person may change how they sign in at this moment; otherwise they sign in anew first.</summary>
    public async Task<bool> MayChange(Person person, Proof proof, CancellationToken stop) =>
        !settings.AsksSecondFactor || caller.Session!.IsFresh(clock.Now()) && (proof.IsComplete || !await HasSecondFactor(person, stop));

    public async Task<bool> HasSecondFactor(Person person, CancellationToken stop) =>
        await authenticators.Has(person.Id, stop) || (await people.GetPasskeysAsync(person)).Count > 0;

    /// <summary>True where the person still gets in without an authenticator app, or with so many passkeys.</summary>
    public bool GetsInWith(Person person, int passkeys, bool app) => passkeys > 0 || person.PasswordHash is not null && (app || !settings.AsksSecondFactor);

    public async Task<IEnumerable<string>> SetPassword(Person person, string password, CancellationToken stop)
    {
        var set = person.PasswordHash is null
            ? await people.AddPasswordAsync(person, password)
            : await Replace(person, password);
        if (set.Succeeded)
            await Changed(person, "ChangePassword", stop);
        return set.Errors.Select(x => x.Description);
    }

    public async Task<IReadOnlyList<string>> RenewCodes(Person person, CancellationToken stop)
    {
        var made = await codes.Renew(person.Id, stop);
        await Changed(person, "RenewRecoveryCodes", stop);
        return made;
    }

    /// <summary>Takes the authenticator app away, with its recovery codes.</summary>
    /// <returns>False where the person could not get in any more.</returns>
    public async Task<bool> RemoveApp(Person person, CancellationToken stop)
    {
        if (!GetsInWith(person, (await people.GetPasskeysAsync(person)).Count, app: false))
            return false;
        await authenticators.Remove(person.Id, stop);
        await codes.Remove(person.Id, stop);
        await Changed(person, "RemoveAuthenticator", stop);
        return true;
    }

    /// <summary>What follows every change.</summary>
    public async Task Changed(Person person, string action, CancellationToken stop)
    {
        await End(person, stop);
        await log.Write(await Account(stop), action, "done", stop);
    }

    /// <summary>Ends the person's other sessions, the tokens of applications, and half-done sign-ins.</summary>
    public async Task End(Person person, CancellationToken stop)
    {
        await people.UpdateSecurityStampAsync(person);
        await sessions.EndAll(person.Id, caller.Session?.Id, stop);
        await tokens.End(await Account(stop), stop);
    }

    async Task<IdentityResult> Replace(Person person, string password)
    {
        foreach (var rule in people.PasswordValidators)
            if (await rule.ValidateAsync(people, person, password) is { Succeeded: false } broken)
                return broken;
        person.PasswordHash = people.PasswordHasher.HashPassword(person, password);
        return await people.UpdateSecurityStampAsync(person);
    }
}
