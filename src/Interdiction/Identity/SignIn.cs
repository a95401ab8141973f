using System.Security.Cryptography;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Identity;

/// <summary>What a try to sign in led to.</summary>
enum SignInStep
{
    Failed,
    Done,

    /// <summary>The password is right; a code of the authenticator app, or a recovery code, is asked for.</summary>
    Code,

    /// <summary>The password is right, but this account has a passkey as its second factor.</summary>
    Passkey,
}

/// <summary>
/// A person signs in: with a passkey, or with e-mail address and password and then a code. Until the password is right
/// nobody learns anything: not whether the account exists, is locked, is suspended, or has a second factor.
/// </summary>
sealed class SignIn(
    InterdictionDb db, UserManager<Person> people, Guesses guesses, Authenticators authenticators, RecoveryCodes codes, Passkeys passkeys,
    Entrance entrance, AccessLog log, IDataProtectionProvider protection, Settings settings, TimeProvider clock)
{
    const string Action = "SignIn";

    // A failure takes at least this long, so that what was done meanwhile does not show.
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    static readonly TimeSpan TicketLife = TimeSpan.FromMinutes(5);

    // Verified where there is no password to verify, so that the work is the same.
    static string? nobodysHash;

    readonly ITimeLimitedDataProtector tickets = protection.CreateProtector("Interdiction.SecondStep").ToTimeLimitedDataProtector();

    /// <param name="only">The person whose session is to be refreshed; null where anybody may sign in.</param>
    /// <returns>The step, and a ticket where a code is asked for next.</returns>
    public async Task<(SignInStep Step, string? Ticket)> WithPassword(string email, string password, Guid? only, CancellationToken stop)
    {
        var pause = Task.Delay(Pause, clock, stop);
        var person = await people.FindByEmailAsync(email);
        var account = await AccountOf(person, stop);
        var outcome = await Check(person, account, password, stop);
        if (outcome != "done" || person is null || account is null || only is not null && only != person.Id)
        {
            await log.Write(account, Action, outcome == "done" ? "otherAccount" : outcome, stop);
            await pause;
            return (SignInStep.Failed, null);
        }
        await guesses.TakeBack(person.Id, stop);
        if (await authenticators.Has(person.Id, stop))
            return (SignInStep.Code, tickets.Protect($"{person.Id} {person.SecurityStamp}", TicketLife));
        if (settings.AsksSecondFactor && (await people.GetPasskeysAsync(person)).Count > 0)
            return (SignInStep.Passkey, null);
        await Enter(person, account, Proof.ByPassword, stop);
        return (SignInStep.Done, null);
    }

    public async Task<bool> WithCode(string ticket, string code, Guid? only, CancellationToken stop)
    {
        var pause = Task.Delay(Pause, clock, stop);
        var person = await Holder(ticket);
        var account = await AccountOf(person, stop);
        if (person is null || account is not { SuspendedAt: null } || only is not null && only != person.Id || !await IsRight(person, account, code, stop))
        {
            await pause;
            return false;
        }
        await Enter(person, account, Proof.ByPasswordAndCode, stop);
        return true;
    }

    public async Task<bool> WithPasskey(string credential, string state, Guid? only, CancellationToken stop)
    {
        var person = await passkeys.Shown(credential, state);
        var account = await AccountOf(person, stop);
        if (person is null || account is not { SuspendedAt: null } || only is not null && only != person.Id)
        {
            await log.Write(account, Action, person is null ? "unknownPasskey" : account is null ? "unknownAccount" : account.SuspendedAt is not null ? "suspended" : "otherAccount", stop);
            return false;
        }
        await Enter(person, account, Proof.ByPasskey, stop);
        return true;
    }

    async Task<string> Check(Person? person, Account? account, string password, CancellationToken stop)
    {
        var hasher = people.PasswordHasher;
        var hash = person is not null && account is { SuspendedAt: null } && await guesses.Begin(person.Id, stop) ? person.PasswordHash : null;
        var verified = hasher.VerifyHashedPassword(person ?? new Person(), hash ?? (nobodysHash ??= hasher.HashPassword(new Person(), Guid.CreateVersion7().ToString())), password);
        if (hash is null)
            return person is null || account is null ? "unknownAccount" : account.SuspendedAt is not null ? "suspended" : person.PasswordHash is null ? "noPassword" : "locked";
        if (verified is PasswordVerificationResult.SuccessRehashNeeded)
        {
            var anew = hasher.HashPassword(person!, password);
            await db.Users.Where(x => x.Id == person!.Id && x.PasswordHash == hash).ExecuteUpdateAsync(x => x.SetProperty(y => y.PasswordHash, anew), stop);
        }
        return verified is PasswordVerificationResult.Failed ? "wrongPassword" : "done";
    }

    async Task<bool> IsRight(Person person, Account account, string code, CancellationToken stop)
    {
        if (!await guesses.Begin(person.Id, stop))
        {
            await log.Write(account, Action, "locked", stop);
            return false;
        }
        if (await authenticators.Check(person.Id, code, stop))
            return true;
        if (await codes.Use(person.Id, code, stop))
        {
            await log.Write(account, "UseRecoveryCode", "done", stop);
            return true;
        }
        await log.Write(account, Action, "wrongCode", stop);
        return false;
    }

    async Task Enter(Person person, Account account, IReadOnlyList<string> methods, CancellationToken stop)
    {
        await guesses.Forget(person.Id, stop);
        await entrance.Open(person, methods, stop);
        await log.Write(account, Action, "done", stop);
    }

    /// <summary>The person of a ticket; null where it is too old, or how the person signs in was changed since.</summary>
    async Task<Person?> Holder(string ticket)
    {
        try
        {
            return tickets.Unprotect(ticket).Split(' ') is [var id, var stamp] && await people.FindByIdAsync(id) is { } person && person.SecurityStamp == stamp ? person : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    Task<Account?> AccountOf(Person? person, CancellationToken stop) =>
        person is null ? Task.FromResult<Account?>(null) : db.Accounts.AsNoTracking().SingleOrDefaultAsync(x => x.Id == person.Id, stop);
}
