using System.Net.Http.Headers;
using Interdiction.Data;
using Interdiction.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Interdiction.Tests.Identity;

/// <summary>A token ends when its account is suspended, when it is revoked, and when its account goes.</summary>
public sealed class TokenTests(Server server)
{
    [Fact]
    public async Task A_suspended_client_is_out_at_once()
    {
        var account = await server.Services.Register(ClientRegistration.ForSystem("aus-suspended", "A system to suspend", Clients.Key("suspended").Public), secret: "a secret");
        using var client = server.Anonymous();
        await SignIn(client, "aus-suspended");
        (await client.Get("me")).Is(200);
        await using var scope = server.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<InterdictionDb>().Accounts.Where(x => x.Id == account.Id);

        await accounts.ExecuteUpdateAsync(x => x.SetProperty(y => y.SuspendedAt, TimeProvider.System.GetUtcNow()), TestContext.Current.CancellationToken);
        (await client.Get("me")).Is(401);
        Assert.Equal("invalid_client", (string?)(await Ask("aus-suspended")).Json["error"]);

        await accounts.ExecuteUpdateAsync(x => x.SetProperty(y => y.SuspendedAt, (DateTimeOffset?)null), TestContext.Current.CancellationToken);
        (await client.Get("me")).Is(200);
        // What an administrator does besides: the tokens do not come back with the account.
        await scope.ServiceProvider.GetRequiredService<Tokens>().End(account, TestContext.Current.CancellationToken);
        (await client.Get("me")).Is(401);
        await SignIn(client, "aus-suspended");
        (await client.Get("me")).Is(200);
    }

    // Broken once by a token with the scopes that were asked for alone.
    [Fact]
    public async Task A_system_that_names_no_scope_gets_that_of_the_API()
    {
        using var client = server.Anonymous();
        var token = (await client.Send(HttpMethod.Post, "/connect/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = "demo-aus-officer", ["client_secret"] = "demo-secret",
        }))).Is(200).Json;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)token["access_token"]!);
        (await client.Get("me")).Is(200);
    }

    [Fact]
    public async Task A_client_takes_no_code_flow_that_it_was_not_registered_for()
    {
        using var client = server.Anonymous();
        var pushed = await client.Send(HttpMethod.Post, "/connect/par", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["client_id"] = "demo-aus-officer", ["client_secret"] = "demo-secret", ["response_type"] = "code", ["redirect_uri"] = "https://aus.example/",
            ["scope"] = "openid", ["code_challenge"] = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", ["code_challenge_method"] = "S256",
        }));
        Assert.InRange(pushed.Status, 400, 401);
        foreach (var grant in new[] { "password", "refresh_token", "authorization_code", "urn:ietf:params:oauth:grant-type:token-exchange", "urn:ietf:params:oauth:grant-type:device_code" })
        {
            var answer = await client.Send(HttpMethod.Post, "/connect/token", new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = grant, ["client_id"] = "demo-aus-officer", ["client_secret"] = "demo-secret", ["username"] = "officer.aus@demo.test", ["password"] = "Demo-Interdiction-2003",
            }));
            Assert.InRange(answer.Status, 400, 401);
        }
    }

    [Fact]
    public async Task Nobody_is_signed_out_without_being_named()
    {
        var officer = await server.As("aus-officer");
        foreach (var path in new[] { "/connect/end-session", "/connect/end-session/continue", "/connect/end-session?post_logout_redirect_uri=https://evil.example/", "/connect/end-session?id_token_hint=nonsense" })
        {
            var answer = await officer.Get(path);
            Assert.Equal(400, answer.Status);
            Assert.Null(answer.Headers.Location);
        }
    }

    async Task SignIn(HttpClient client, string id) =>
        client.DefaultRequestHeaders.Authorization = new("Bearer", (string)(await Ask(id)).Is(200).Json["access_token"]!);

    async Task<Answer> Ask(string id)
    {
        using var anonymous = server.Anonymous();
        return await anonymous.Send(HttpMethod.Post, "/connect/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["scope"] = "interdiction", ["client_id"] = id, ["client_secret"] = "a secret",
        }));
    }
}
