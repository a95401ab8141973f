using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Interdiction.Kernel;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Interdiction.Identity;

/// <summary>The passkeys of people (WebAuthn): made, asked, named. A challenge travels sealed with its form, lives five minutes and serves once.</summary>
sealed class Passkeys(IPasskeyHandler<Person> handler, UserManager<Person> people, IDataProtectionProvider protection, UsedChallenges used, IHttpContextAccessor http, TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    readonly ITimeLimitedDataProtector seal = protection.CreateProtector("Interdiction.Passkeys").ToTimeLimitedDataProtector();

    HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("A passkey is asked for by a browser.");

    /// <summary>What the browser needs to make a passkey for an account.</summary>
    public async Task<JsonObject> ToMake(Account account)
    {
        var made = await handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id.ToString(), Name = account.Login, DisplayName = account.Name }, Context);
        return Challenge(made.CreationOptionsJson, made.AttestationState);
    }

    /// <summary>What the browser needs to show a passkey that it has, whosever it is.</summary>
    public async Task<JsonObject> ToShow()
    {
        var made = await handler.MakeRequestOptionsAsync(null, Context);
        return Challenge(made.RequestOptionsJson, made.AssertionState);
    }

    /// <summary>Reads a passkey that the browser made for this account.</summary>
    /// <returns>Null where it is none, or made for another account.</returns>
    public async Task<UserPasskeyInfo?> Made(Account account, string credential, string state, string name)
    {
        if (Unseal(state) is not { } plain)
            return null;
        var result = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = Context, CredentialJson = credential, AttestationState = plain });
        if (!result.Succeeded || result.UserEntity.Id != account.Id.ToString() || !result.Passkey.IsUserVerified || !used.Add(state, clock.Now() + Life, clock.Now()))
            return null;
        result.Passkey.Name = Name(name);
        return result.Passkey;
    }

    /// <summary>Says whose passkey was shown.</summary>
    /// <returns>Null where it is nobody's here, or its owner was not asked for.</returns>
    public async Task<Person?> Shown(string credential, string state)
    {
        if (Unseal(state) is not { } plain)
            return null;
        var result = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = Context, CredentialJson = credential, AssertionState = plain });
        if (!result.Succeeded || !result.Passkey.IsUserVerified || !used.Add(state, clock.Now() + Life, clock.Now()))
            return null;
        // Its counter went on: an older copy of the key would be noticed.
        return (await people.AddOrUpdatePasskeyAsync(result.User, result.Passkey)).Succeeded ? result.User : null;
    }

    public static string Name(string typed) => typed.Trim() is { Length: > 0 } name ? name[..Math.Min(name.Length, 60)] : "Passkey";

    JsonObject Challenge(string options, string? state) => new() { ["options"] = JsonNode.Parse(options), ["state"] = seal.Protect(state ?? "", Life) };

    string? Unseal(string state)
    {
        try
        {
            return seal.Unprotect(state);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <summary>The challenges that were answered, until they are too old to be answered again.</summary>
sealed class UsedChallenges
{
    readonly ConcurrentDictionary<string, DateTimeOffset> challenges = new();

    /// <returns>False where it was answered before.</returns>
    public bool Add(string challenge, DateTimeOffset until, DateTimeOffset now)
    {
        foreach (var (old, end) in challenges)
            if (end < now)
                challenges.TryRemove(old, out _);
        return challenges.TryAdd(challenge, until);
    }
}
