using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Interdiction.Tests.Identity;

/// <summary>An OpenID Connect server on loopback that says whatever a test lets it say.</summary>
sealed class ForgingIssuer : IAsyncDisposable
{
    readonly WebApplication app;
    readonly RSA key = RSA.Create(2048);
    string nonce = "";

    ForgingIssuer(WebApplication app, int port) => (this.app, Address) = (app, $"http://127.0.0.1:{port}/");

    public string Address { get; }

    /// <summary>Changes the claims of the next ID tokens.</summary>
    public Action<Dictionary<string, object>> Forge { get; set; } = _ => { };

    /// <summary>Signs instead of its own key.</summary>
    public RSA? OtherKey { get; set; }

    /// <summary>Says in its answer who it is; itself where it is null.</summary>
    public string? SaysItIs { get; set; }

    /// <summary>Where its document says that tokens are had.</summary>
    public string? TokenEndpoint { get; set; }

    public static async Task<ForgingIssuer> Start()
    {
        var port = Ports.Free();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var issuer = new ForgingIssuer(builder.Build(), port);
        issuer.Map();
        await issuer.app.StartAsync(TestContext.Current.CancellationToken);
        return issuer;
    }

    void Map()
    {
        app.MapGet("/.well-known/openid-configuration", () => new JsonObject
        {
            ["issuer"] = Address,
            ["authorization_endpoint"] = $"{Address}authorize",
            ["token_endpoint"] = TokenEndpoint ?? $"{Address}token",
            ["jwks_uri"] = $"{Address}keys",
            ["response_types_supported"] = new JsonArray("code"),
            ["response_modes_supported"] = new JsonArray("query"),
            ["grant_types_supported"] = new JsonArray("authorization_code"),
            ["subject_types_supported"] = new JsonArray("public"),
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            ["code_challenge_methods_supported"] = new JsonArray("S256"),
            ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_post"),
            ["authorization_response_iss_parameter_supported"] = true,
        });
        app.MapGet("/keys", () =>
        {
            var own = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(key.ExportParameters(false)));
            return new JsonObject { ["keys"] = new JsonArray(new JsonObject { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = "one", ["n"] = own.N, ["e"] = own.E }) };
        });
        app.MapGet("/authorize", (HttpRequest request) =>
        {
            nonce = request.Query["nonce"].ToString();
            return Results.Redirect($"{request.Query["redirect_uri"]}?code=a-code&state={Uri.EscapeDataString(request.Query["state"].ToString())}&iss={Uri.EscapeDataString(SaysItIs ?? Address)}");
        });
        app.MapPost("/token", () => new JsonObject { ["access_token"] = "none", ["token_type"] = "Bearer", ["expires_in"] = 60, ["id_token"] = IdToken() });
    }

    string IdToken()
    {
        var now = TimeProvider.System.GetUtcNow();
        Dictionary<string, object> claims = new()
        {
            ["iss"] = Address, ["aud"] = "interdiction", ["sub"] = "somebody", ["nonce"] = nonce, ["amr"] = new[] { "hwk", "mfa" },
            ["iat"] = now.ToUnixTimeSeconds(), ["exp"] = now.AddMinutes(5).ToUnixTimeSeconds(),
        };
        Forge(claims);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Claims = claims,
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(OtherKey ?? key) { KeyId = "one" }, SecurityAlgorithms.RsaSha256),
        });
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
    }
}
