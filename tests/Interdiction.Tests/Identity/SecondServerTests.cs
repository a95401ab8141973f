using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Interdiction.Data;
using Interdiction.Identity;
using Interdiction.Tests.Pipeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Interdiction.Tests.Identity;

/// <summary>A nation keeps its people in a server of its own, as this product has one: pushed request, PKCE, signed assertion, real HTTP.</summary>
public sealed partial class SecondServerTests
{
    [Fact]
    public async Task People_sign_in_with_their_nations_own_server()
    {
        // The nation's: it knows this product by its public key.
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using var nations = await StationData.Make();
        await using var nation = new Station(nations);
        var nationAddress = nation.Start();
        await using var data = await StationData.Make();
        await using var station = new Station(data, ("Interdiction:Issuers:0:Partner", "AUS"), ("Interdiction:Issuers:0:Name", "Sign-in of AUS"),
            ("Interdiction:Issuers:0:Authority", $"{nationAddress}"), ("Interdiction:Issuers:0:ClientId", "interdiction"), ("Interdiction:Issuers:0:Scope", "openid"), ("Interdiction:Issuers:0:ClientKey", pair.ExportPkcs8PrivateKeyPem()));
        var address = station.Start();
        await nation.Services.Register(ClientRegistration.ForApplication("interdiction", "Interdiction", ClientRegistration.Keys(pair.ExportSubjectPublicKeyInfoPem()), [new Uri(address, "/sign-in/from/aus")], []));
        await ForeignLink.Make(address, "officer.aus@demo.test", await SubjectOf(nation, "coordinator.aus@demo.test"));

        // A server that answers for the first time is slow, and ours does not wait long for another.
        using (var first = new HttpClient { BaseAddress = nationAddress })
            (await first.Get("/.well-known/openid-configuration")).Is(200);

        using var visitor = new Traveller(address);
        var form = await visitor.Follow("/sign-in/with/aus", x => x.AbsolutePath == "/sign-in");
        Assert.Equal(nationAddress.Authority, form.Authority);
        var back = await FillIn(visitor, form, "coordinator.aus@demo.test");
        Assert.Equal(new Uri(address, "/sign-in/from/aus").GetLeftPart(UriPartial.Path), back.GetLeftPart(UriPartial.Path));
        Assert.Equal($"{nationAddress}", System.Web.HttpUtility.ParseQueryString(back.Query)["iss"]);
        (await visitor.Client.Get(back.PathAndQuery)).Is(302);
        Assert.Equal("Officer of AUS", await visitor.Name());
    }

    static async Task<Uri> FillIn(Traveller visitor, Uri form, string who)
    {
        var page = await visitor.Client.GetStringAsync(form, TestContext.Current.CancellationToken);
        var token = AntiforgeryToken().Match(page).Groups[1].Value;
        using var answer = await visitor.Client.PostAsync(new Uri(form, "/sign-in"), new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token, ["email"] = who, ["password"] = "Demo-Interdiction-2003", ["returnUrl"] = System.Web.HttpUtility.ParseQueryString(form.Query)["returnUrl"]!,
        }), TestContext.Current.CancellationToken);
        Assert.True(answer.Headers.Location is not null, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return await visitor.Follow(new Uri(form, answer.Headers.Location).ToString(), x => x.AbsolutePath.StartsWith("/sign-in/from/", StringComparison.Ordinal));
    }

    static async Task<string> SubjectOf(Station nation, string login)
    {
        await using var scope = nation.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<InterdictionDb>().Accounts.SingleAsync(x => x.Login == login, TestContext.Current.CancellationToken)).Id.ToString();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex AntiforgeryToken();
}
