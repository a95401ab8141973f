using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;

namespace Interdiction.Tests;

/// <summary>Systems and applications that a test makes known to the server.</summary>
static class Clients
{
    /// <summary>Registers a client with an account of its partner.</summary>
    public static async Task<Account> Register(this IServiceProvider services, OpenIddictApplicationDescriptor client, string partner = "AUS", string? secret = null)
    {
        await using var scope = services.CreateAsyncScope();
        client.ClientSecret = secret;
        await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(client, TestContext.Current.CancellationToken);
        var db = scope.ServiceProvider.GetRequiredService<InterdictionDb>();
        var account = Account.Open(Guid.CreateVersion7(), AccountKind.Client, client.ClientId!, client.DisplayName!, partner, new Duties([Role.Officer], [], Classification.Restricted), TimeProvider.System.Now());
        db.Accounts.Add(account);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return account;
    }

    /// <summary>A key pair as a client keeps it, and as the server is told of it.</summary>
    public static (JsonObject Private, JsonWebKeySet Public) Key(string name)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var parameters = pair.ExportParameters(includePrivateParameters: true);
        JsonObject Jwk() => new()
        {
            ["kty"] = "EC", ["crv"] = "P-256", ["kid"] = name, ["alg"] = "ES256", ["use"] = "sig",
            ["x"] = Base64UrlEncoder.Encode(parameters.Q.X), ["y"] = Base64UrlEncoder.Encode(parameters.Q.Y),
        };
        var secret = Jwk();
        secret["d"] = Base64UrlEncoder.Encode(parameters.D);
        return (secret, new JsonWebKeySet(new JsonObject { ["keys"] = new JsonArray(Jwk()) }.ToJsonString()));
    }
}
