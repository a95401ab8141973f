using System.Globalization;
using System.Text.Json.Nodes;
using Interdiction.Data;
using Interdiction.Tests.Data;
using Interdiction.Tests.Pipeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Interdiction.Tests.Consents;

/// <summary>The clock of a request: when it runs, what it ends in, and that it ends each request once.</summary>
public sealed class ClockTests
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Silence_is_what_the_signed_agreement_says_and_without_one_it_is_never_consent()
    {
        await using var server = new Server();
        await server.InitializeAsync();
        await Flags.Sign(await server.As("usa-coordinator"));
        var officer = await server.As("usa-officer");
        var (panama, liberia) = (await server.As("pan-liaison"), await server.As("lbr-liaison"));
        var deemed = await officer.Ask(new { agreement = "PSI-PA" });
        Assert.Equal(("deemed", null), ((string?)deemed["ifSilent"]!["state"], (string?)deemed["ifSilent"]!["at"]));
        Assert.Contains("2 hours from the acknowledgement", (string?)deemed["ifSilent"]!["rule"], StringComparison.Ordinal);
        // The clock starts at the acknowledgement of receipt, and not at the sending.
        Assert.Null(deemed["dueAt"]);
        var silent = await officer.Ask(new { flag = "LBR", agreement = "PSI-LR" });
        var notInForce = await officer.Ask(new { flag = "BLZ", agreement = "PSI-BZ" });
        var unsigned = await officer.Ask(new { flag = "MHL", agreement = "PSI-MH" });
        var none = await officer.Ask();
        var answered = await officer.Ask(new { agreement = "PSI-PA" });
        var withdrawn = await officer.Ask(new { agreement = "PSI-PA" });
        foreach (var (request, rule) in new[] { (notInForce, "PSI-BZ sets no clock"), (unsigned, "PSI-MH is not signed"), (none, "no agreement") })
        {
            Assert.Equal(("sent", null), ((string?)request["ifSilent"]!["state"], (string?)request["ifSilent"]!["at"]));
            Assert.Contains(rule, (string?)request["ifSilent"]!["rule"], StringComparison.Ordinal);
        }

        var clock = (await panama.Move(Flags.At(deemed), "acknowledged")).Is(200).Json;
        Assert.Equal(TimeSpan.FromHours(2), Time(clock["dueAt"]) - Time(clock["acknowledgedAt"]));
        Assert.Equal(("deemed", (string?)clock["dueAt"]), ((string?)clock["ifSilent"]!["state"], (string?)clock["ifSilent"]!["at"]));
        // The question "if it were acknowledged now?" is a dry run.
        var dry = (await liberia.Post($"{Flags.At(silent)}/transitions?validateOnly=true", new { to = "acknowledged" }, ("If-Match", "*"))).Is(200).Json;
        Assert.Equal("unanswered", (string?)dry["ifSilent"]!["state"]);
        Assert.Equal("sent", (string?)(await officer.Read(silent))["state"]);
        (await liberia.Move(Flags.At(silent), "acknowledged")).Is(200);
        Assert.Null((await panama.Move(Flags.At(none), "acknowledged")).Is(200).Json["dueAt"]);
        (await panama.Move(Flags.At(answered), "acknowledged")).Is(200);
        (await panama.Move(Flags.At(answered), "refused")).Is(200);
        (await panama.Move(Flags.At(withdrawn), "acknowledged")).Is(200);
        (await officer.Move(Flags.At(withdrawn), "withdrawn")).Is(200);
        // Nobody but the clock says what silence means.
        (await panama.Move(Flags.At(deemed), "deemed")).Is(403);
        (await panama.Move(Flags.At(deemed), "unanswered")).Is(403);
        (await officer.Move(Flags.At(deemed), "deemed")).Is(403);

        server.Clock.Move(TimeSpan.FromMinutes(119));
        await Task.Delay(2 * Interdiction.Consents.ConsentClock.Pace, TestContext.Current.CancellationToken);
        officer = await Fresh(server, "usa-officer");
        Assert.Equal("acknowledged", (string?)(await officer.Read(deemed))["state"]);
        server.Clock.Move(TimeSpan.FromMinutes(2));
        // From that moment on an answer comes too late, whether the clock has written it down or not.
        panama = await Fresh(server, "pan-liaison");
        (await panama.Move(Flags.At(deemed), "refused")).Is(409);
        var ended = await Until(officer, deemed, "deemed");
        Assert.Equal((string?)clock["dueAt"], (string?)ended["expiredAt"]);
        Assert.Null(ended["ifSilent"]);
        Assert.Equal("acknowledged", (string?)(await officer.Read(silent))["state"]);
        server.Clock.Move(TimeSpan.FromHours(2));
        officer = await Fresh(server, "usa-officer");
        await Until(officer, silent, "unanswered");

        server.Clock.Move(TimeSpan.FromDays(30));
        await Task.Delay(2 * Interdiction.Consents.ConsentClock.Pace, TestContext.Current.CancellationToken);
        officer = await Fresh(server, "usa-officer");
        foreach (var (request, state) in new[] { (notInForce, "sent"), (unsigned, "sent"), (none, "acknowledged"), (answered, "refused"), (withdrawn, "withdrawn"), (deemed, "deemed"), (silent, "unanswered") })
            Assert.Equal(state, (string?)(await officer.Read(request))["state"]);
        var last = (await officer.Get($"{Flags.At(deemed)}/transitions")).Is(200).Json["items"]!.AsArray()[^1]!;
        Assert.Equal(("deemed", "system", "USA"), ((string?)last["to"], (string?)last["actor"], (string?)last["partner"]));
        // The system reminded of them as well.
        foreach (var it in new[] { deemed, silent })
            Assert.Equal([("EndConsentRequest", "system", "USA", "done", "runConsentClocks")], (await server.Entries(it)).Where(x => x.Item1 is not "Remind"));
    }

    [Fact]
    public async Task What_fell_due_while_the_server_stood_is_ended_when_it_starts()
    {
        await using var data = await StationData.Make();
        JsonNode asked;
        await using (var station = new Station(data))
        {
            using var officer = await SignedIn(station.Start(), "usa-officer");
            using var adviser = await SignedIn(officer.BaseAddress!, "usa-coordinator");
            await Flags.Sign(adviser);
            using var liaison = await SignedIn(officer.BaseAddress!, "pan-liaison");
            asked = await officer.Ask(new { agreement = "PSI-PA" });
            (await liaison.Move(Flags.At(asked), "acknowledged")).Is(200);
            // The signature is withdrawn meanwhile: the clock that the flag State started counts.
            (await adviser.Send(HttpMethod.Delete, "reference/boarding-agreements/PSI-PA/signature", null, ("If-Match", "*"))).Is(204);
        }
        var clock = new MovableClock();
        clock.Move(TimeSpan.FromHours(3));
        await using var again = new Station(data) { Clock = clock };
        using var after = await SignedIn(again.Start(), "usa-officer");
        await Until(after, asked, "deemed");
        // A clock that is set back undoes nothing.
        clock.Move(TimeSpan.FromHours(-3));
        await Task.Delay(2 * Interdiction.Consents.ConsentClock.Pace, TestContext.Current.CancellationToken);
        using var back = await SignedIn(after.BaseAddress!, "usa-officer");
        Assert.Equal("deemed", (string?)(await back.Read(asked))["state"]);
    }

    [PostgresFact]
    public async Task Of_several_servers_on_one_database_one_ends_a_request()
    {
        const int servers = 3, requests = 12;
        await using var data = await StationData.Make();
        var clock = new MovableClock();
        var stations = Enumerable.Range(0, servers).Select(_ => new Station(data) { Clock = clock }).ToList();
        var address = stations.Select(x => x.Start()).ToList()[0];
        using var officer = await SignedIn(address, "usa-officer");
        using var liaison = await SignedIn(address, "pan-liaison");
        using var adviser = await SignedIn(address, "usa-coordinator");
        await Flags.Sign(adviser);
        var asked = new List<JsonNode>();
        for (var i = 0; i < requests; i++)
        {
            asked.Add(await officer.Ask(new { agreement = "PSI-PA" }));
            (await liaison.Move(Flags.At(asked[^1]), "acknowledged")).Is(200);
        }
        clock.Move(TimeSpan.FromHours(2.5));
        using var after = await SignedIn(address, "usa-officer");
        foreach (var it in asked)
            await Until(after, it, "deemed");
        await Task.Delay(2 * Interdiction.Consents.ConsentClock.Pace, TestContext.Current.CancellationToken);
        foreach (var it in asked)
        {
            var made = (await after.Get($"{Flags.At(it)}/transitions")).Is(200).Json["items"]!.AsArray();
            Assert.Equal(["sent", "acknowledged", "deemed"], made.Select(x => (string)x!["to"]!));
        }
        foreach (var station in stations)
            await station.DisposeAsync();
    }

    // Found in review: what Npgsql calls transient comes as an InvalidOperationException, and ended the whole server.
    [PostgresFact]
    public async Task A_database_that_refuses_for_a_while_ends_neither_the_clock_nor_the_server()
    {
        await using var server = new Server();
        await server.InitializeAsync();
        await Flags.Sign(await server.As("usa-coordinator"));
        var (officer, panama) = (await server.As("usa-officer"), await server.As("pan-liaison"));
        var request = await officer.Ask(new { agreement = "PSI-PA" });
        (await panama.Move(Flags.At(request), "acknowledged")).Is(200);
        await server.Refuse(TimeSpan.FromTicks(3 * Interdiction.Consents.ConsentClock.Pace.Ticks));
        server.Clock.Move(TimeSpan.FromMinutes(121));
        Assert.Equal("deemed", (string?)(await Until(await Fresh(server, "usa-officer"), request, "deemed"))["state"]);
    }

    static DateTimeOffset Time(JsonNode? node) => DateTimeOffset.Parse((string)node!, CultureInfo.InvariantCulture);

    static async Task<JsonNode> Until(HttpClient client, JsonNode request, string state)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!patience.IsCancellationRequested)
        {
            if (await client.Read(request) is var read && (string?)read["state"] == state)
                return read;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        throw new TimeoutException($"The request did not become {state} but {(await client.Read(request))["state"]}.");
    }

    /// <summary>A caller whose token is of the server's time.</summary>
    static Task<HttpClient> Fresh(Server server, string who) => SignedIn(server.Address, who);

    static async Task<HttpClient> SignedIn(Uri address, string who)
    {
        var client = new HttpClient { BaseAddress = address };
        await Station.SignIn(client, $"demo-{who}");
        return client;
    }
}

static class ClockLog
{
    extension(Server server)
    {
        /// <summary>What the principal system left in the audit log of a record.</summary>
        public Task<List<(string Action, string Actor, string Partner, string Outcome, string Rule)>> Entries(JsonNode request) => server.AsOwner(async db =>
        {
            var id = Guid.Parse((string)request["id"]!);
            var found = await db.AuditEntries.AsNoTracking().Where(x => x.Resource == id && x.ActorName == "system").ToListAsync(TestContext.Current.CancellationToken);
            return found.Select(x => (x.Action, x.ActorName, x.Partner, x.Outcome, x.Rule)).ToList();
        });
    }
}
