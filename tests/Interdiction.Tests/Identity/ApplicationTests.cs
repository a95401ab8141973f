using System.Text;
using System.Text.Json.Nodes;
using Interdiction.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace Interdiction.Tests.Identity;

/// <summary>An application that acts for a person does what the person let it do, and not for longer.</summary>
public sealed class ApplicationTests(StrictServer strict) : IClassFixture<StrictServer>
{
    const string Redirect = "https://aus.example/callback";

    readonly Server server = strict.Server;

    [Fact]
    public async Task A_token_names_the_API_and_is_good_there_with_its_scope_alone()
    {
        var (who, account) = await Visitor.Joined(server);
        using (who)
        {
            var token = await TokenFor(who, "aus-scopes", "openid interdiction");
            Assert.Equal("interdiction", (string?)Claims(token)["aud"]);
            Assert.Equal(account.Id.ToString(), (string?)(await Call(token, HttpMethod.Get, "me")).Is(200).Json["id"]);

            // Who the person is was all that this one asked for.
            var refused = (await Call(await TokenFor(who, "aus-only-who", "openid"), HttpMethod.Get, "me")).Is(401);
            Assert.Contains("insufficient_scope", refused.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_weighs_asks_for_a_sign_in_of_the_last_ten_minutes_by_an_application_too()
    {
        var (who, account) = await Visitor.Joined(server);
        using (who)
        {
            var token = await TokenFor(who, "aus-weighs", "openid interdiction");
            (await Call(token, HttpMethod.Delete, "me/passkeys/AAAA")).Is(404);
            server.Clock.Move(TimeSpan.FromMinutes(11));
            Assert.Equal("stepUpRequired", (string?)(await Call(token, HttpMethod.Delete, "me/passkeys/AAAA")).Is(403).Json["code"]);
            Assert.Contains("RemovePasskey stepUpRequired", await server.Audit(account.Id));
        }
    }

    [Fact]
    public async Task A_new_password_ends_what_applications_hold()
    {
        var (who, _) = await Visitor.Joined(server);
        using (who)
        {
            var token = await TokenFor(who, "aus-ends", "openid interdiction");
            (await Call(token, HttpMethod.Get, "me")).Is(200);
            (await who.Send("/account", "/account/password", ("current", People.Password), ("new", "another velvet kettle"), ("again", "another velvet kettle"))).Is(302);
            (await Call(token, HttpMethod.Get, "me")).Is(401);
        }
    }

    [Fact]
    public async Task A_token_that_was_altered_or_is_of_another_kind_is_refused()
    {
        var (who, _) = await Visitor.Joined(server);
        using (who)
        {
            var tokens = await TokensFor(who, "aus-altered", "openid interdiction");
            var (access, id) = ((string)tokens["access_token"]!, (string)tokens["id_token"]!);
            var parts = access.Split('.');
            var later = Claims(access);
            later["exp"] = (long)later["exp"]! + 3600;
            string Part(JsonNode json) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(json.ToJsonString()));
            (await Call(access, HttpMethod.Get, "me")).Is(200);
            (await Call($"{parts[0]}.{Part(later)}.{parts[2]}", HttpMethod.Get, "me")).Is(401);
            (await Call($"{Part(new JsonObject { ["alg"] = "none", ["typ"] = "at+jwt" })}.{parts[1]}.", HttpMethod.Get, "me")).Is(401);
            (await Call(id, HttpMethod.Get, "me")).Is(401);
            server.Clock.Move(TimeSpan.FromMinutes(16));
            (await Call(access, HttpMethod.Get, "me")).Is(401);
        }
    }

    async Task<string> TokenFor(Visitor who, string id, string scope) => (string)(await TokensFor(who, id, scope))["access_token"]!;

    /// <summary>The person lets an application of their partner act for them; key and verifier of RFC 7636, appendix B.</summary>
    async Task<JsonNode> TokensFor(Visitor who, string id, string scope)
    {
        await server.Services.Register(ClientRegistration.ForApplication(id, id, Clients.Key(id).Public, [new Uri(Redirect)], []), secret: "a secret");
        using var application = server.Anonymous();
        var pushed = (await Post("/connect/par", ("response_type", "code"), ("redirect_uri", Redirect), ("scope", scope),
            ("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"), ("code_challenge_method", "S256"))).Is(201).Json;
        var back = (await who.Open($"/connect/authorize?client_id={id}&request_uri={Uri.EscapeDataString((string)pushed["request_uri"]!)}")).Is(302).Headers.Location!;
        Assert.StartsWith(Redirect, back.AbsoluteUri, StringComparison.Ordinal);
        return (await Post("/connect/token", ("grant_type", "authorization_code"), ("redirect_uri", Redirect), ("code", QueryHelpers.ParseQuery(back.Query)["code"].ToString()),
            ("code_verifier", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))).Is(200).Json;

        Task<Answer> Post(string path, params (string Name, string Value)[] fields) =>
            application.Send(HttpMethod.Post, path, new FormUrlEncodedContent(fields.Append(("client_id", id)).Append(("client_secret", "a secret")).ToDictionary(x => x.Item1, x => x.Item2)));
    }

    async Task<Answer> Call(string token, HttpMethod method, string path)
    {
        using var client = server.Anonymous();
        return await client.Send(method, path, null, ("Authorization", $"Bearer {token}"));
    }

    static JsonNode Claims(string token) => JsonNode.Parse(Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(token.Split('.')[1])))!;
}
