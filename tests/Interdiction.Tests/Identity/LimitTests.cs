using System.Globalization;
using System.Net;
using Interdiction.Tests.Pipeline;

namespace Interdiction.Tests.Identity;

/// <summary>Who asks too much waits, and learns nothing by it.</summary>
public sealed class LimitTests
{
    // Begins well within a minute, for a new minute begins a new count. The server takes the wall clock.
    static async Task EarlyInAMinute()
    {
        var second = TimeProvider.System.GetUtcNow().Second;
        if (second > 30)
            await Task.Delay(TimeSpan.FromSeconds(61 - second), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_caller_has_so_many_requests_a_minute_and_its_partner_so_many()
    {
        await using var data = await StationData.Make();
        await using var station = new Station(data, ("Interdiction:Limits:Caller", "3"), ("Interdiction:Limits:Partner", "5"));
        using var officer = await station.Officer();
        using var coordinator = new HttpClient { BaseAddress = officer.BaseAddress };
        await Station.SignIn(coordinator, "demo-aus-coordinator");
        using var other = new HttpClient { BaseAddress = officer.BaseAddress };
        await Station.SignIn(other, "demo-jpn-officer");
        await EarlyInAMinute();

        for (var left = 2; left >= 0; left--)
        {
            var answer = (await officer.Get("me")).Is(200);
            Assert.Equal("\"caller\";q=3;w=60, \"partner\";q=5;w=60", Header(answer, "RateLimit-Policy"));
            Assert.StartsWith($"\"caller\";r={left};t=", Header(answer, "RateLimit"), StringComparison.Ordinal);
        }
        var refused = (await officer.Get("me")).Is(429);
        Assert.Equal("tooMany", (string?)refused.Json["code"]);
        Assert.InRange(int.Parse(Header(refused, "Retry-After"), CultureInfo.InvariantCulture), 1, 60);
        // The partner's five: four of the officer's, though one was refused, and one more.
        (await coordinator.Get("me")).Is(200);
        (await coordinator.Get("me")).Is(429);
        (await other.Get("me")).Is(200);
    }

    [Fact]
    public async Task An_address_may_try_so_often_whoever_it_says_it_is()
    {
        await using var data = await StationData.Make();
        await using var station = new Station(data, ("Interdiction:Limits:Address", "4"));
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = station.Start() };
        await EarlyInAMinute();
        var said = new HashSet<string>();
        foreach (var id in new[] { "demo-aus-officer", "demo-nobody", "demo-aus-officer", "demo-nobody", "demo-aus-officer", "demo-nobody" })
        {
            var answer = await client.Send(HttpMethod.Post, "/connect/token", new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = id, ["client_secret"] = "wrong" }));
            if (answer.Status == 429)
                said.Add($"{answer.Json["detail"]} {answer.Json["code"]}");
        }
        Assert.Single(said);
        // The sign-in form is counted with them; that the server lives is told to anybody.
        Assert.Equal(HttpStatusCode.TooManyRequests, (HttpStatusCode)(await client.Get("/sign-in", ("Accept", "text/html"))).Status);
        (await client.Get("me")).Is(429);
        (await client.Get("/health/ready")).Is(200);
    }

    [Fact]
    public async Task A_demonstration_counts_nothing_unless_it_is_told_to()
    {
        await using var data = await StationData.Make();
        await using var station = new Station(data);
        using var officer = await station.Officer();
        Assert.False((await officer.Get("me")).Is(200).Headers.Contains("RateLimit"));
    }

    static string Header(Answer answer, string name) => Assert.Single(answer.Headers.GetValues(name));
}
