using System.Text.Json;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Identity;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.EntityFrameworkCore.Models;

namespace Interdiction.Administration;

/// <summary>What the token server knows of a machine client: its keys, its addresses, and whether it acts by itself or for people.</summary>
public sealed class Registration(InterdictionDb db, IOpenIddictApplicationManager clients)
{
    /// <summary>Makes the client known.</summary>
    /// <param name="secret">For a demonstration, where it has no keys.</param>
    public async Task Open(Account account, IReadOnlyList<ClientKey> keys, IReadOnlyList<string> redirects, string? secret, CancellationToken stop)
    {
        var descriptor = Describe(account, keys, redirects);
        if (secret is not null)
            (descriptor.ClientSecret, descriptor.JsonWebKeySet) = (secret, null);
        await clients.CreateAsync(descriptor, stop);
    }

    /// <summary>Makes its new name, keys or addresses known; what is null stays.</summary>
    public async Task Change(Account account, IReadOnlyList<ClientKey>? keys, IReadOnlyList<string>? redirects, CancellationToken stop)
    {
        var application = await clients.FindByClientIdAsync(account.Login, stop) ?? throw new InvalidOperationException($"The token server does not know the client {account.Login}.");
        var now = new OpenIddictApplicationDescriptor();
        await clients.PopulateAsync(now, application, stop);
        now.DisplayName = account.Name;
        if (keys is not null)
            (now.JsonWebKeySet, now.ClientSecret) = (KeySet(keys), null);
        if (redirects is not null)
        {
            now.RedirectUris.Clear();
            now.RedirectUris.UnionWith(redirects.Select(x => new Uri(x)));
        }
        await clients.UpdateAsync(application, now, stop);
    }

    /// <summary>Shows machine clients with what the token server knows of them.</summary>
    public async Task<Func<Account, ClientHead>> Of(IEnumerable<Account> accounts, CancellationToken stop)
    {
        var logins = accounts.Select(x => x.Login).ToList();
        var known = await db.Set<OpenIddictEntityFrameworkCoreApplication<Guid>>().AsNoTracking().Where(x => logins.Contains(x.ClientId!))
            .ToDictionaryAsync(x => x.ClientId!, x => (x.JsonWebKeySet, x.RedirectUris), stop);
        return it => Of(it, known.GetValueOrDefault(it.Login));
    }

    public async Task<ClientHead> Of(Account it, CancellationToken stop) => (await Of([it], stop))(it);

    static ClientHead Of(Account it, (string? Keys, string? Redirects) known) => new()
    {
        Id = it.Id,
        ClientId = it.Login,
        Name = it.Name,
        Roles = it.Roles,
        Grants = it.Grants,
        Clearance = it.Clearance,
        State = it.State,
        MadeAt = it.MadeAt,
        Keys = known.Keys is { } keys ? [.. new JsonWebKeySet(keys).Keys.Select(ClientKeys.Of)] : [],
        RedirectUris = known.Redirects is { } redirects ? JsonSerializer.Deserialize<string[]>(redirects)! : [],
        Secret = null,
    };

    static OpenIddictApplicationDescriptor Describe(Account account, IReadOnlyList<ClientKey> keys, IReadOnlyList<string> redirects) => redirects.Count > 0
        ? ClientRegistration.ForApplication(account.Login, account.Name, KeySet(keys) ?? new JsonWebKeySet(), redirects.Select(x => new Uri(x)), [])
        : ClientRegistration.ForSystem(account.Login, account.Name, KeySet(keys));

    static JsonWebKeySet? KeySet(IReadOnlyList<ClientKey> keys)
    {
        if (keys.Count == 0)
            return null;
        var set = new JsonWebKeySet();
        foreach (var key in keys)
            set.Keys.Add(new JsonWebKey(JsonSerializer.Serialize(key, Json.Compact)));
        return set;
    }
}
