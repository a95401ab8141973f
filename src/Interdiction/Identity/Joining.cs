using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.AspNetCore.Identity;

namespace Interdiction.Identity;

/// <summary>An invited person sets how they sign in. Whatever the account had before, keys, codes and sessions, is gone then.</summary>
sealed class Joining(
    InterdictionDb db, UserManager<Person> people, Invitations invitations, Passkeys passkeys, Authenticators authenticators, RecoveryCodes codes,
    Sessions sessions, Guesses guesses, Entrance entrance, AccessLog log)
{
    public static string Gone => "This invitation is not good any more.";

    /// <returns>What is wrong; nothing where the person is in.</returns>
    public async Task<IReadOnlyList<string>> WithPassword(string token, Account account, string password, CancellationToken stop)
    {
        var person = await people.FindByIdAsync(account.Id.ToString()) ?? Anew(account);
        List<string> faults = [];
        foreach (var rule in people.PasswordValidators)
            faults.AddRange((await rule.ValidateAsync(people, person, password)).Errors.Select(x => x.Description));
        if (faults.Count > 0)
            return faults;
        var hash = people.PasswordHasher.HashPassword(person, password);
        return await Join(token, account, person, hash, null, Proof.ByPassword, stop) ? [] : [Gone];
    }

    public async Task<IReadOnlyList<string>> WithPasskey(string token, Account account, string credential, string state, string name, CancellationToken stop)
    {
        if (await passkeys.Made(account, credential, state, name) is not { } passkey)
            return ["The passkey could not be checked. Try again; a try is good for five minutes."];
        var person = await people.FindByIdAsync(account.Id.ToString()) ?? Anew(account);
        return await Join(token, account, person, null, passkey, Proof.ByPasskey, stop) ? [] : [Gone];
    }

    async Task<bool> Join(string token, Account account, Person person, string? hash, UserPasskeyInfo? passkey, IReadOnlyList<string> methods, CancellationToken stop)
    {
        await using (var transaction = await db.Begin(stop))
        {
            if (!await invitations.Redeem(token, stop))
                return false;
            await Forget(person, stop);
            person.PasswordHash = hash;
            Check(person.SecurityStamp is null ? await people.CreateAsync(person) : await people.UpdateSecurityStampAsync(person));
            if (passkey is not null)
                Check(await people.AddOrUpdatePasskeyAsync(person, passkey));
            await log.Write(account, "RedeemInvitation", "done", stop);
            await transaction.CommitAsync(stop);
        }
        await entrance.Open(person, methods, stop);
        await log.Write(account, "SignIn", "done", stop);
        return true;
    }

    async Task Forget(Person person, CancellationToken stop)
    {
        foreach (var old in person.SecurityStamp is null ? [] : await people.GetPasskeysAsync(person))
            Check(await people.RemovePasskeyAsync(person, old.CredentialId));
        await authenticators.Remove(person.Id, stop);
        await codes.Remove(person.Id, stop);
        await sessions.EndAll(person.Id, null, stop);
        await guesses.Forget(person.Id, stop);
        (person.AccessFailedCount, person.LockoutEnd) = (0, null);
    }

    // Without a stamp until it is stored: that tells it from one that is there.
    static Person Anew(Account account) => new() { Id = account.Id, UserName = account.Login, Email = account.Login, EmailConfirmed = true, SecurityStamp = null };

    static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(x => x.Description)));
    }
}
