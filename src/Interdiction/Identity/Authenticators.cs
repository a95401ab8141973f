using System.Security.Cryptography;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Identity;

/// <summary>The authenticator apps of people: set up, asked, taken away. The shared key is encrypted in the database.</summary>
sealed partial class Authenticators(InterdictionDb db, IDataProtectionProvider protection, TimeProvider clock, ILogger<Authenticators> log)
{
    static readonly TimeSpan DraftLife = TimeSpan.FromMinutes(30);

    readonly IDataProtector seal = protection.CreateProtector("Interdiction.Authenticator");

    public Task<bool> Has(Guid person, CancellationToken stop) => db.Authenticators.AnyAsync(x => x.PersonId == person, stop);

    /// <summary>A fresh key, sealed for the form that confirms it: nothing is stored before the app was seen to work.</summary>
    public (byte[] Key, string Draft) Draft(Guid person)
    {
        var key = Totp.NewKey();
        return (key, Drafts(person).Protect(Convert.ToBase64String(key), DraftLife));
    }

    /// <returns>The key of a draft of this person; null where it is too old.</returns>
    public byte[]? Read(Guid person, string draft) => Unseal(() => Convert.FromBase64String(Drafts(person).Unprotect(draft)));

    /// <summary>Takes the app into use, in place of one that was there, if its password is right.</summary>
    public async Task<bool> Confirm(Guid person, byte[] key, string password, CancellationToken stop)
    {
        if (Totp.StepOf(key, Digits(password), clock.Now()) is not { } step)
            return false;
        await Remove(person, stop);
        db.Authenticators.Add(new Authenticator { PersonId = person, Key = seal.Protect(Convert.ToBase64String(key)), Step = step });
        await db.SaveChangesAsync(stop);
        return true;
    }

    /// <summary>True for the app's password of this moment, once.</summary>
    public async Task<bool> Check(Guid person, string password, CancellationToken stop)
    {
        if (await db.Authenticators.AsNoTracking().SingleOrDefaultAsync(x => x.PersonId == person, stop) is not { } stored)
            return false;
        if (Unseal(() => Convert.FromBase64String(seal.Unprotect(stored.Key))) is not { } key)
        {
            KeyIsLost(person);
            return false;
        }
        // Of two who come with the same password at once, one gets in.
        return Totp.StepOf(key, Digits(password), clock.Now()) is { } step
            && await db.Authenticators.Where(x => x.PersonId == person && x.Step < step).ExecuteUpdateAsync(x => x.SetProperty(y => y.Step, step), stop) == 1;
    }

    public Task Remove(Guid person, CancellationToken stop) => db.Authenticators.Where(x => x.PersonId == person).ExecuteDeleteAsync(stop);

    ITimeLimitedDataProtector Drafts(Guid person) => protection.CreateProtector("Interdiction.Authenticator.Draft", person.ToString()).ToTimeLimitedDataProtector();

    /// <summary>Apps show the digits in groups, and people type them so.</summary>
    static string Digits(string password) => password.Replace(" ", "", StringComparison.Ordinal);

    static byte[]? Unseal(Func<byte[]> read)
    {
        try
        {
            return read();
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The authenticator key of person {Person} cannot be read: the data-protection keys that it was stored with are gone. Invite the person anew.")]
    partial void KeyIsLost(Guid person);
}
