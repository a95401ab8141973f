using System.Text.Json.Nodes;
using Interdiction.Identity;
using Microsoft.Playwright;

namespace Interdiction.Tests.EndToEnd;

/// <summary>Clients of a package that knows nothing of this product (openid-client) get along with it, and get no further than they should.</summary>
public sealed class OpenIdTests(Server server, Browser browser)
{
    static readonly string[] Kinds = ["self-signed", "issued"];
    static readonly string[] Redirects = ["/callback/", "/callback?x=1", "/Callback", "/callback/../callback", "http://127.0.0.1:1/callback", "https://evil.example/callback"];

    [Fact]
    public async Task A_partners_application_signs_people_in()
    {
        var port = Ports.Free();
        var (secret, known) = Clients.Key("application");
        await server.Services.Register(ClientRegistration.ForApplication("aus-operations", "Operations of AUS", known,
            [new($"http://127.0.0.1:{port}/callback")], [new($"http://127.0.0.1:{port}/signed-out")]));
        using var node = await OpenIdClient.Start("application.mjs",
            new() { ["issuer"] = $"http://localhost:{server.Address.Port}/", ["clientId"] = "aus-operations", ["key"] = secret, ["port"] = port, ["person"] = "Officer of AUS" });
        try
        {
            var here = await node.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            Assert.True(here == $"http://127.0.0.1:{port}", here ?? await node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
            await using (var window = await browser.Open(server))
            {
                // The first time the form is shown; after it the session does, though the way leads over another site.
                await window.Page.GotoAsync($"{here}/start?flow=refresh");
                await window.Fill("officer.aus", "Demo-Interdiction-2003");
                await window.Page.At($"{here}/done?flow=refresh");
                foreach (var flow in new[] { "replay", "stolen", "revoke" })
                {
                    await window.Page.GotoAsync($"{here}/start?flow={flow}");
                    await window.Page.At($"{here}/done?flow={flow}");
                }
                await window.Page.GotoAsync($"{here}/start?flow=again&prompt=login");
                await window.Fill("officer.aus", "Demo-Interdiction-2003");
                await window.Page.At($"{here}/done?flow=again");
                await window.Page.GotoAsync($"{here}/sign-out");
                await window.Page.At($"{here}/signed-out**");
                await window.Page.GotoAsync($"{here}/start?flow=silent&prompt=none");
                await window.Page.At($"{here}/done?flow=silent");
                await window.Page.GotoAsync("/cases");
                await Assertions.Expect(window.Page.GetByLabel("E-mail address")).ToBeVisibleAsync();
                Assert.Empty(window.Complaints);
            }
            using var http = new HttpClient { BaseAddress = new Uri(here!) };
            Assert.Equal("done", await http.GetStringAsync("/refusals", TestContext.Current.CancellationToken));
            OpenIdClient.AllHold(await http.GetStringAsync("/results", TestContext.Current.CancellationToken),
            [
                "a code is exchanged", "a refresh token gives the next", "a refresh token sent twice ends all that came of it",
                "a code sent twice ends all that came of it", "a code is good with its verifier alone",
                "a revoked refresh token is good for nothing", "a revoked access token is good for nothing",
                "who must sign in again did", "who is not signed in is not asked where the application does not want it",
                "discovery names what is offered and no more", "plain PKCE is refused", "a request without PKCE is refused",
                .. Redirects.Select(x => $"the redirect {x} is refused"),
                "the response type token is refused", "the response type id_token is refused", "the response type code id_token is refused",
                "a request that was not pushed is refused", "another key than the registered one is refused",
            ]);
        }
        finally
        {
            node.Kill();
        }
    }

    [Fact]
    public async Task Partners_systems_prove_themselves_by_key_or_certificate()
    {
        await using var outside = new TlsServer();
        await outside.InitializeAsync();
        var (secret, known) = Clients.Key("system");
        using var own = Certificates.SelfSigned("aus-patrol");
        using var issued = outside.Certificates.Client("system.aus.example");
        using var stranger = Certificates.SelfSigned("aus-patrol");
        using var strangerIssued = outside.Certificates.Client("system.jpn.example");
        await outside.Services.Register(ClientRegistration.ForSystem("aus-customs", "Customs of AUS", known));
        await outside.Services.Register(ClientRegistration.ForSystem("aus-patrol", "Patrol of AUS", ClientRegistration.Keys(own.ExportCertificatePem())));
        await outside.Services.Register(ClientRegistration.ForSystem("aus-navy", "Navy of AUS", null, "system.aus.example"));
        using var node = await OpenIdClient.Start("system.mjs", new()
        {
            ["issuer"] = $"{outside.Address}",
            ["certificateBase"] = $"{outside.CertificateAddress}",
            ["byKey"] = new JsonObject { ["clientId"] = "aus-customs", ["key"] = secret },
            ["selfSigned"] = new JsonObject { ["clientId"] = "aus-patrol", ["certificate"] = Pem(own) },
            ["issued"] = new JsonObject { ["clientId"] = "aus-navy", ["certificate"] = Pem(issued) },
            ["stranger"] = Pem(stranger),
            ["strangerIssued"] = Pem(strangerIssued),
        }, outside.AuthorityFile);
        var said = await Task.WhenAll(node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(node.ExitCode == 0, said[1]);
        OpenIdClient.AllHold(said[0],
        [
            "a signed assertion gives a token", "a revoked token is good for nothing", "an assertion for another server is refused",
            "an assertion that has ended is refused", "no secret stands in for the key",
            .. Kinds.SelectMany(x => new[]
            {
                $"a {x} certificate gives a token that is bound to it", $"a token bound to a {x} certificate is refused without it", $"another certificate than the {x} one is refused",
            }),
        ]);

        static JsonObject Pem(System.Security.Cryptography.X509Certificates.X509Certificate2 certificate) =>
            new() { ["cert"] = certificate.ExportCertificatePem(), ["key"] = Certificates.KeyOf(certificate) };
    }
}
