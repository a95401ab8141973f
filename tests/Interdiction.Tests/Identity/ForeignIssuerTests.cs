using System.Security.Cryptography;
using Interdiction.Data;
using Interdiction.Identity;
using Interdiction.Kernel;
using Interdiction.Tests.Pipeline;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Interdiction.Tests.Identity;

/// <summary>A partner's own server says who its people are, and nothing about anybody else.</summary>
public sealed class ForeignIssuerTests : IAsyncLifetime
{
    ForgingIssuer aus = null!;
    ForgingIssuer jpn = null!;
    StationData data = null!;
    Station station = null!;
    Uri address = null!;

    public async ValueTask InitializeAsync()
    {
        (aus, jpn, data) = (await ForgingIssuer.Start(), await ForgingIssuer.Start(), await StationData.Make());
        station = new Station(data, [.. Issuer(0, "AUS", aus), .. Issuer(1, "JPN", jpn)]);
        address = station.Start();

        static (string, string)[] Issuer(int at, string partner, ForgingIssuer issuer) =>
        [
            ($"Interdiction:Issuers:{at}:Partner", partner), ($"Interdiction:Issuers:{at}:Name", $"Sign-in of {partner}"), ($"Interdiction:Issuers:{at}:Authority", issuer.Address),
            ($"Interdiction:Issuers:{at}:ClientId", "interdiction"), ($"Interdiction:Issuers:{at}:ClientSecret", "a secret"),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        await station.DisposeAsync();
        await data.DisposeAsync();
        await aus.DisposeAsync();
        await jpn.DisposeAsync();
    }

    [Fact]
    public async Task Who_is_linked_comes_in_and_nobody_else()
    {
        using var visitor = new Traveller(address);
        Assert.Contains("Sign-in of AUS", (await visitor.Client.Get("/sign-in", ("Accept", "text/html"))).Text, StringComparison.Ordinal);
        var refused = (await visitor.SignInWith("aus")).Is(400);
        Assert.Contains("no account here is linked", refused.Text, StringComparison.Ordinal);
        Assert.Null(await visitor.Name());

        await Link("officer.aus@demo.test", "somebody");
        (await visitor.SignInWith("aus")).Is(302);
        Assert.Equal("Officer of AUS", await visitor.Name());
        // The audit of a partner is its own people's to read.
        await using var scope = station.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InterdictionDb>();
        scope.ServiceProvider.GetRequiredService<Caller>().Become(await db.Accounts.AsNoTracking().SingleAsync(x => x.Login == "officer.aus@demo.test", TestContext.Current.CancellationToken));
        await using var transaction = await db.Begin(TestContext.Current.CancellationToken);
        Assert.Equal("Officer of AUS done", await db.AuditEntries.Where(x => x.Action == "SignInWithIssuer" && x.Partner == "AUS").Select(x => x.ActorName + " " + x.Outcome).SingleAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_named_to_who_waits_for_it()
    {
        await aus.DisposeAsync();
        using var visitor = new Traveller(address);
        var form = (await visitor.Client.Get("/sign-in/with/aus?returnUrl=/cases", ("Accept", "text/html"))).Is(400);
        Assert.Contains("Sign-in of AUS does not answer", form.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"/cases\"", form.Text, StringComparison.Ordinal);
        await visitor.Follow("/sign-in/with/jpn", x => x.AbsolutePath.StartsWith("/sign-in/from/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_was_invited_by_e_mail_is_linked_once()
    {
        await Link("officer.aus@demo.test", "mailto:Officer@Navy.Example");
        aus.Forge = x => x["email"] = "officer@navy.example";
        await Refused("an address that nobody vouches for");
        aus.Forge = x => (x["email"], x["email_verified"]) = ("officer@navy.example", false);
        await Refused("an address that is not verified");
        aus.Forge = x => (x["email"], x["email_verified"]) = ("another@navy.example", true);
        await Refused("another address");
        aus.Forge = x => x["sub"] = "mailto:officer@navy.example";
        await Refused("a subject that looks like the invitation");

        aus.Forge = x => (x["email"], x["email_verified"]) = ("officer@navy.example", true);
        await LetIn();
        // From then on the subject counts, and the address does not.
        aus.Forge = x => (x["email"], x["email_verified"]) = ("renamed@navy.example", true);
        await LetIn();
        aus.Forge = x => (x["sub"], x["email"], x["email_verified"]) = ("somebody else", "officer@navy.example", true);
        await Refused("the address of the one who came before");
    }

    [Fact]
    public async Task Of_many_who_come_at_once_with_an_address_one_is_linked()
    {
        await Link("officer.aus@demo.test", "mailto:officer@navy.example");
        var number = 0;
        aus.Forge = x => (x["sub"], x["email"], x["email_verified"]) = ($"subject {Interlocked.Increment(ref number)}", "officer@navy.example", true);
        var all = Enumerable.Range(0, 12).Select(_ => new Traveller(address)).ToList();
        var answers = await Task.WhenAll(all.Select(x => x.SignInWith("aus")));
        all.ForEach(x => x.Dispose());
        Assert.Equal([302, .. Enumerable.Repeat(400, 11)], answers.Select(x => x.Status).Order());
    }

    [Fact]
    public async Task A_link_is_shown_changed_and_taken_away_by_an_administrator()
    {
        Assert.Equal("somebody", (string)(await Link("officer.aus@demo.test", " somebody ")).Json["subject"]!);
        Assert.Equal([("/subject", "duplicate")], (await Link("officer2.aus@demo.test", "somebody", 422)).Faults);
        using var visitor = new Traveller(address);
        (await visitor.SignInWith("aus")).Is(302);
        Assert.Equal("mailto:officer@navy.example", (string)(await Link("officer.aus@demo.test", "MAILTO:Officer@Navy.Example")).Json["subject"]!);
        Assert.Null(await visitor.Name());
        await Refused("a subject whose link was changed");
        Assert.Null((await Link("officer.aus@demo.test", "")).Json["subject"]);
        await Link("officer2.aus@demo.test", "somebody");
        (await visitor.SignInWith("aus")).Is(302);
        Assert.Equal("Second officer of AUS", await visitor.Name());
    }

    [Fact]
    public async Task Pages_link_people_and_tell_them()
    {
        using var administrator = new Visitor(address, TimeProvider.System);
        (await administrator.SignIn("administrator.aus@demo.test", "Demo-Interdiction-2003")).Is(302);
        var me = (string)(await administrator.Api(HttpMethod.Get, "/api/v1/me")).Is(200).Json["id"]!;
        await LinkBy(administrator, me, 403);
        var officer = (string)(await ForeignLink.Find(administrator.Http, "officer.aus@demo.test"))["id"]!;
        await LinkBy(administrator, officer, 302);
        Assert.Contains("The account is linked with it.", (await administrator.Open($"/administration/users/{officer}")).Is(200).Text, StringComparison.Ordinal);
        using var visitor = new Traveller(address);
        (await visitor.SignInWith("aus")).Is(302);
        Assert.Contains("It lets you in here as <code>somebody</code>.", (await visitor.Client.Get("/account", ("Accept", "text/html"))).Is(200).Text, StringComparison.Ordinal);
    }

    static async Task LinkBy(Visitor who, string person, int status) =>
        (await who.Send($"/administration/users/{person}", $"/administration/users/{person}", ("act", "link"), ("subject", "somebody"))).Is(status);

    [Fact]
    public async Task A_server_speaks_for_its_own_partner_alone()
    {
        // The address of the account itself, and a link that somebody made by mistake: the account is of another partner.
        aus.Forge = x => (x["email"], x["email_verified"]) = ("officer.jpn@demo.test", true);
        await Refused("the address of another partner's account");
        // A link that no administrator could have made.
        await using (var scope = station.Services.CreateAsyncScope())
        {
            var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
            Assert.True((await people.AddLoginAsync((await people.FindByEmailAsync("officer.jpn@demo.test"))!, new UserLoginInfo(aus.Address, "somebody", "AUS"))).Succeeded);
        }
        await Refused("another partner's account");
        // The same subject at another server is another person.
        await Link("coordinator.aus@demo.test", "chief");
        jpn.Forge = x => x["sub"] = "chief";
        await Refused("the subject of another server", "jpn");
    }

    [Fact]
    public async Task A_forged_token_is_refused()
    {
        await Link("officer.aus@demo.test", "somebody");
        await LetIn();
        var now = TimeProvider.System.GetUtcNow();
        foreach (var (what, forge) in new (string, Action<Dictionary<string, object>>)[]
        {
            ("another issuer", x => x["iss"] = jpn.Address),
            ("another audience", x => x["aud"] = "somebody-else"),
            ("another party beside us", x => (x["aud"], x["azp"]) = (new[] { "interdiction", "somebody-else" }, "somebody-else")),
            ("another nonce", x => x["nonce"] = "another"),
            ("no nonce", x => x.Remove("nonce")),
            ("no subject", x => x.Remove("sub")),
            ("its time is over", x => (x["iat"], x["exp"]) = (now.AddHours(-2).ToUnixTimeSeconds(), now.AddHours(-1).ToUnixTimeSeconds())),
        })
        {
            aus.Forge = forge;
            await Refused(what);
        }
        aus.Forge = _ => { };
        using (var other = RSA.Create(2048))
        {
            aus.OtherKey = other;
            await Refused("another key");
        }
        aus.OtherKey = null;
        await LetIn();
    }

    [Fact]
    public async Task The_answer_of_one_server_is_not_taken_for_that_of_another()
    {
        await Link("officer.aus@demo.test", "somebody");
        aus.SaysItIs = jpn.Address;
        await Refused("an answer in the name of another server");
        aus.SaysItIs = null;

        using var visitor = new Traveller(address);
        var back = await visitor.Follow("/sign-in/with/aus", x => x.AbsolutePath == "/sign-in/from/aus");
        // Delivered to another server's address; in a browser that did not begin; and twice.
        (await visitor.Client.Get(back.PathAndQuery.Replace("/from/aus", "/from/jpn", StringComparison.Ordinal))).Is(400);
        using (var stranger = new Traveller(address))
        {
            (await stranger.Client.Get(back.PathAndQuery)).Is(400);
            Assert.Null(await stranger.Name());
        }
        Assert.Null(await visitor.Name());
        var again = await visitor.Follow("/sign-in/with/aus", x => x.AbsolutePath == "/sign-in/from/aus");
        (await visitor.Client.Get(again.PathAndQuery)).Is(302);
        (await visitor.Client.Get(again.PathAndQuery)).Is(400);
    }

    [Fact]
    public async Task No_server_makes_ours_call_another_host()
    {
        await Link("officer.aus@demo.test", "somebody");
        await using var elsewhere = await ForgingIssuer.Start();
        var called = false;
        elsewhere.Forge = x => called = x.Count > 0;
        aus.TokenEndpoint = $"{elsewhere.Address}token";
        using var visitor = new Traveller(address);
        var answer = await visitor.SignInWith("aus");
        Assert.InRange(answer.Status, 400, 500);
        Assert.Null(await visitor.Name());
        Assert.False(called, "The token endpoint of another host was called.");
    }

    [Theory]
    [InlineData("/cases", "/cases")]
    [InlineData("//evil.example/", "/")]
    [InlineData("https://evil.example/", "/")]
    public async Task Signing_in_leads_nowhere_else(string asked, string leads)
    {
        await Link("officer.aus@demo.test", "somebody");
        using var visitor = new Traveller(address);
        var back = await visitor.Follow($"/sign-in/with/aus?returnUrl={Uri.EscapeDataString(asked)}", x => x.AbsolutePath == "/sign-in/from/aus");
        Assert.Equal(leads, (await visitor.Client.Get(back.PathAndQuery)).Is(302).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_page_elsewhere_begins_no_sign_in()
    {
        using var visitor = new Traveller(address);
        foreach (var site in new[] { "cross-site", "same-site" })
            Assert.Equal("/sign-in?returnUrl=%2Fcases", (await visitor.Client.Get("/sign-in/with/aus?returnUrl=/cases", ("Sec-Fetch-Site", site))).Is(302).Headers.Location!.OriginalString);
        foreach (var site in new[] { "same-origin", "none" })
            Assert.StartsWith(aus.Address, (await visitor.Client.Get("/sign-in/with/aus", ("Sec-Fetch-Site", site))).Is(302).Headers.Location!.AbsoluteUri, StringComparison.Ordinal);
    }

    async Task LetIn()
    {
        using var visitor = new Traveller(address);
        (await visitor.SignInWith("aus")).Is(302);
        Assert.Equal("Officer of AUS", await visitor.Name());
    }

    async Task Refused(string what, string partner = "aus")
    {
        using var visitor = new Traveller(address);
        var answer = await visitor.SignInWith(partner);
        Assert.True(answer.Status == 400, $"{what}: {answer.Status}");
        Assert.Null(await visitor.Name());
    }

    Task<Answer> Link(string login, string subject, int status = 200) => ForeignLink.Make(address, login, subject, status);
}
