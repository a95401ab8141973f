using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Interdiction.Tests.Administration;

/// <summary>Machine clients: registered by public key, keyed anew without a gap, let in only while they are active.</summary>
public sealed class ClientTests(Server server)
{
    Task<HttpClient> Administrator => server.As("aus-administrator");

    [Fact]
    public async Task Two_keys_are_good_while_both_are_named_and_the_old_one_ends_when_it_is_not()
    {
        var administrator = await Administrator;
        using var old = RSA.Create(2048);
        using var @new = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var made = (await administrator.Post("admin/clients", new { name = Office.Fresh("Port system"), roles = Office.Codes("officer"), clearance = "restricted", keys = new[] { Public("old", old) } })).Is(201).Json;
        Assert.Null((string?)made["secret"]);
        var id = (string)made["clientId"]!;
        Assert.Equal(200, (await Token(id, new RsaSecurityKey(old) { KeyId = "old" })).Status);
        Assert.NotEqual(200, (await Token(id, new ECDsaSecurityKey(@new) { KeyId = "new" })).Status);

        (await administrator.Send(HttpMethod.Patch, $"admin/clients/{made["id"]}", new { keys = new[] { Public("old", old), Public("new", @new) } }, Office.Anyhow)).Is(200);
        Assert.Equal(200, (await Token(id, new RsaSecurityKey(old) { KeyId = "old" })).Status);
        Assert.Equal(200, (await Token(id, new ECDsaSecurityKey(@new) { KeyId = "new" })).Status);

        var rest = (await administrator.Send(HttpMethod.Patch, $"admin/clients/{made["id"]}", new { keys = new[] { Public("new", @new) } }, Office.Anyhow)).Is(200).Json;
        Assert.Equal("new", (string)rest["keys"]!.AsArray().Single()!["kid"]!);
        Assert.NotEqual(200, (await Token(id, new RsaSecurityKey(old) { KeyId = "old" })).Status);
        (await administrator.Move($"admin/clients/{made["id"]}", "suspended")).Is(200);
        Assert.NotEqual(200, (await Token(id, new ECDsaSecurityKey(@new) { KeyId = "new" })).Status);
    }

    [Fact]
    public async Task A_key_is_public_strong_and_has_a_name()
    {
        var administrator = await Administrator;
        using var weak = RSA.Create(1024);
        using var good = RSA.Create(2048);
        using var other = RSA.Create(2048);
        async Task<Answer> With(params JsonObject[] keys) => await administrator.Post("admin/clients", new { name = "System", roles = Office.Codes("officer"), clearance = "restricted", keys });
        Assert.Contains(("/keys/0/n", "form"), (await With(Public("weak", weak))).Is(422).Faults);
        Assert.Contains(("/keys/0/kid", "required"), (await With(Documents.With(Public("x", good), new { kid = (string?)null }))).Is(422).Faults);
        Assert.Contains(("/keys", "duplicate"), (await With(Public("same", good), Public("same", other))).Is(422).Faults);
        Assert.Contains(("/keys/0/kty", "unknownCode"), (await With(new JsonObject { ["kid"] = "secret", ["kty"] = "oct" })).Is(422).Faults);
        Assert.Contains(("/keys/0/x", "form"), (await With(new JsonObject { ["kid"] = "off", ["kty"] = "EC", ["crv"] = "P-256", ["x"] = "AQ", ["y"] = "AQ" })).Is(422).Faults);
        Assert.Contains(("/keys/0/x5c", "form"), (await With(Documents.With(Public("x", good), new { x5c = new[] { Certificate(other) } }))).Is(422).Faults);
        var shown = (await With(Documents.With(Public("x", good), new { x5c = new[] { Certificate(good) } }))).Is(201).Json["keys"]!.AsArray().Single()!;
        Assert.Single(shown["x5c"]!.AsArray());
        // A private part is a field that does not exist here: it is refused before anybody reads it.
        var secret = Documents.With(Public("x", good), new { d = Base64UrlEncoder.Encode(good.ExportParameters(true).D) });
        (await With(secret)).Is(400);
    }

    [Fact]
    public async Task A_system_acts_by_itself_and_an_application_for_people()
    {
        var administrator = await Administrator;
        using var rsa = RSA.Create(2048);
        async Task<Answer> Register(object more) => await administrator.Post("admin/clients", Documents.With(new JsonObject { ["name"] = "App", ["keys"] = new JsonArray(Public("k", rsa)) }, more));
        Assert.Contains(("/roles", "required"), (await Register(new { })).Is(422).Faults);
        Assert.Contains(("/roles", "required"), (await Register(new { roles = Office.Codes("officer"), clearance = "restricted", redirectUris = Office.Codes("https://app.example/back") })).Is(422).Faults);
        foreach (var address in new[] { "http://app.example/back", "https://*.app.example/back", "https://app.example/back#here", "app://back", "javascript:alert(1)", "/back", "https://user@app.example/back" })
            Assert.Contains(("/redirectUris/0", "form"), (await Register(new { redirectUris = new[] { address } })).Is(422).Faults);
        var app = (await Register(new { redirectUris = Office.Codes("https://app.example/back", "http://127.0.0.1:9999/back") })).Is(201).Json;
        Assert.Equal(["https://app.example/back", "http://127.0.0.1:9999/back"], app["redirectUris"]!.AsArray().Select(x => (string)x!));
        Assert.Contains(("/roles", "notHere"), (await administrator.Send(HttpMethod.Patch, $"admin/clients/{app["id"]}", new { roles = Office.Codes("officer") }, Office.Anyhow)).Is(422).Faults);
        Assert.Contains(("/redirectUris", "required"), (await administrator.Send(HttpMethod.Patch, $"admin/clients/{app["id"]}", new { redirectUris = Array.Empty<string>() }, Office.Anyhow)).Is(422).Faults);
        Assert.Contains(("/keys", "required"), (await administrator.Send(HttpMethod.Patch, $"admin/clients/{app["id"]}", new { keys = Array.Empty<object>() }, Office.Anyhow)).Is(422).Faults);
        // It has no role: a token for itself is not to be had.
        Assert.NotEqual(200, (await Token((string)app["clientId"]!, new RsaSecurityKey(rsa) { KeyId = "k" })).Status);
    }

    static JsonObject Public(string kid, AsymmetricAlgorithm pair)
    {
        var key = pair is RSA rsa ? JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(rsa.ExportParameters(false))) : JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new ECDsaSecurityKey((ECDsa)pair));
        return pair is RSA
            ? new JsonObject { ["kid"] = kid, ["kty"] = "RSA", ["n"] = key.N, ["e"] = key.E }
            : new JsonObject { ["kid"] = kid, ["kty"] = "EC", ["crv"] = key.Crv, ["x"] = key.X, ["y"] = key.Y };
    }

    static string Certificate(RSA key)
    {
        var request = new System.Security.Cryptography.X509Certificates.CertificateRequest("CN=system.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2036, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return Convert.ToBase64String(made.RawData);
    }

    async Task<Answer> Token(string client, SecurityKey key)
    {
        using var anonymous = server.Anonymous();
        var algorithm = key is RsaSecurityKey ? SecurityAlgorithms.RsaSha256 : SecurityAlgorithms.EcdsaSha256;
        var issuer = (string)(await anonymous.Get("/.well-known/openid-configuration")).Is(200).Json["issuer"]!;
        var assertion = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = client,
            Audience = issuer,
            TokenType = "client-authentication+jwt",
            Subject = new System.Security.Claims.ClaimsIdentity([new("sub", client), new("jti", Guid.CreateVersion7().ToString())]),
            Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(2),
            SigningCredentials = new SigningCredentials(key, algorithm),
        });
        return await anonymous.Send(HttpMethod.Post, "/connect/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["scope"] = "interdiction",
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ["client_assertion"] = assertion,
        }));
    }
}
