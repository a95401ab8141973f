using Interdiction.Identity;
using Interdiction.Tests.Pipeline;

namespace Interdiction.Tests.Identity;

/// <summary>Outside a demonstration: TLS alone, cookies for this host alone, no shared secrets, and settings that are refused at the start.</summary>
public sealed class TlsTests
{
    [Fact]
    public async Task Outside_a_demonstration_browsers_are_held_to_TLS_and_secrets_are_good_for_nothing()
    {
        await using var server = new TlsServer();
        await server.InitializeAsync();
        using var client = server.Client();
        var page = (await client.Get("/sign-in", ("Accept", "text/html"))).Is(200);
        Assert.Equal("max-age=31536000; includeSubDomains", Assert.Single(page.Headers.GetValues("Strict-Transport-Security")));
        Assert.NotEmpty(page.Headers.GetValues("Set-Cookie"));
        Assert.All(page.Headers.GetValues("Set-Cookie"), cookie =>
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; path=/", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
        });
        Assert.True((await client.Get("me")).Is(401).Headers.Contains("RateLimit"));

        var configuration = (await client.Get("/.well-known/openid-configuration")).Is(200).Json;
        Assert.Equal($"{server.Address}", (string?)configuration["issuer"]);
        Assert.Equal(["private_key_jwt", "self_signed_tls_client_auth", "tls_client_auth"], configuration["token_endpoint_auth_methods_supported"]!.AsArray().Select(x => (string)x!).Order());
        Assert.Equal($"{server.CertificateAddress}connect/token", (string?)configuration["mtls_endpoint_aliases"]!["token_endpoint"]);

        // A client that somebody gave a secret all the same.
        var (_, known) = Clients.Key("with-secret");
        await server.Services.Register(ClientRegistration.ForSystem("aus-secret", "A system with a secret", known), secret: "a secret");
        var refused = await client.Send(HttpMethod.Post, "/connect/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["scope"] = "interdiction", ["client_id"] = "aus-secret", ["client_secret"] = "a secret",
        }));
        Assert.Equal("invalid_client", (string?)refused.Is(401).Json["error"]);
    }

    [Fact]
    public async Task Only_the_word_of_a_configured_proxy_counts()
    {
        await using var data = await StationData.Make();
        await using (var station = new Station(data, ("Interdiction:Proxies:0", "127.0.0.0/8")))
        {
            using var client = new HttpClient { BaseAddress = station.Start() };
            Assert.Equal("tlsRequired", (string?)(await client.Get("me")).Is(403).Json["code"]);
            (await client.Get("me", ("X-Forwarded-Proto", "https"))).Is(401);
            (await client.Get("/health/ready")).Is(200);
        }
        await using (var station = new Station(data, ("Interdiction:Proxies:0", "192.0.2.1")))
        {
            using var client = new HttpClient { BaseAddress = station.Start() };
            (await client.Get("me", ("X-Forwarded-Proto", "https"))).Is(403);
        }
    }

    [Theory]
    [InlineData("openssl rand -base64 32", "ASPNETCORE_ENVIRONMENT", "Production", "Interdiction:Demo", "false")]
    [InlineData("Interdiction__Issuer", "Interdiction:Demo", "false", "Interdiction:Proxies:0", "127.0.0.1")]
    [InlineData("Interdiction__Tls__Certificate", "Interdiction:Demo", "false", "Interdiction:Address", "0.0.0.0")]
    [InlineData("--no-demo", "ASPNETCORE_ENVIRONMENT", "Production", "Interdiction:Demo", "true")]
    [InlineData("Interdiction__DemoBeyondLoopback", "Interdiction:Demo", "true", "Interdiction:Address", "0.0.0.0")]
    [InlineData("no such file", "Interdiction:Database_FILE", "/nowhere/at/all", "Interdiction:Demo", "true")]
    [InlineData("32 bytes in base64", "Interdiction:Key", "short", "Interdiction:Demo", "true")]
    public async Task A_start_that_would_be_unsafe_is_refused_with_the_remedy(string remedy, string name, string value, string other, string otherValue)
    {
        await using var data = await StationData.Make();
        await using var station = new Station(data, (name, value), (other, otherValue), ("environment", name == "ASPNETCORE_ENVIRONMENT" ? value : "Development"));
        var refused = Assert.ThrowsAny<Exception>(() => station.Start());
        Assert.Contains(remedy, refused.ToString(), StringComparison.Ordinal);
    }
}
