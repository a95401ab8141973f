using Microsoft.AspNetCore.Identity;

namespace Interdiction.Identity;

/// <summary>A person signs in with e-mail address and password. Whoever fails learns nothing: not whether the account exists, nor whether it is locked.</summary>
sealed class SignIn(SignInManager<Person> manager, Sessions sessions, TimeProvider clock)
{
    /// <summary>What every failure says.</summary>
    public const string Failed =
        "The e-mail address or the password is not right. Check both and try again. After five failures an account is locked for five minutes.";

    // A failure takes at least this long, so that what was done meanwhile does not show.
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    // Verified where there is no password to verify, so that the work is the same.
    static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<Person>().HashPassword(new Person(), Guid.CreateVersion7().ToString()));

    /// <returns>False where it failed.</returns>
    public async Task<bool> Try(string email, string password, CancellationToken stop)
    {
        var pause = Task.Delay(Pause, clock, stop);
        if (await Find(email, password) is not { } person)
        {
            await pause;
            return false;
        }
        await manager.SignInAsync(person, await sessions.Begin(person, stop));
        return true;
    }

    async Task<Person?> Find(string email, string password)
    {
        var people = manager.UserManager;
        var person = await people.FindByEmailAsync(email);
        if (person is not null && !await people.IsLockedOutAsync(person))
            return (await manager.CheckPasswordSignInAsync(person, password, lockoutOnFailure: true)).Succeeded ? person : null;
        people.PasswordHasher.VerifyHashedPassword(person ?? new Person(), NobodysHash.Value, password);
        return null;
    }
}
