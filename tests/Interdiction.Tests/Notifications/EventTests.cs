using System.Text.Json.Nodes;
using Interdiction.Notifications;
using Interdiction.Tests.Access;
using Interdiction.Tests.Consents;
using Interdiction.Tests.Data;
using Interdiction.Tests.Identity;
using Interdiction.Tests.Pipeline;

namespace Interdiction.Tests.Notifications;

/// <summary>The stream of events: it says that there is something, to whom it is for, and for as long as they may hear it.</summary>
public sealed class EventTests(OwnServer own) : IClassFixture<OwnServer>
{
    static readonly string[] Auditor = ["auditor"];

    Server Server => own.Server;

    static async Task<JsonNode> File(HttpClient officer, params string[] releasableTo) =>
        (await officer.Post("boardings?submit=true", Documents.Report(new { marking = Flags.Marking("restricted", releasableTo) }))).Is(201).Json;

    [Fact]
    public async Task An_event_says_that_there_is_something_and_nothing_of_what()
    {
        var (officer, japan, coordinator) = (await Server.As("aus-officer"), await Server.As("jpn-officer"), await Server.As("aus-coordinator"));
        using var ear = await Ear.Open(japan);
        using var elsewhere = await Ear.Open(coordinator);
        // Elsewhere what was created and then restricted came out by the stream: OpenCTI #9160. Here a marking is there from the first moment.
        var hidden = await File(officer, "AUS");
        var report = await File(officer, "JPN");
        var (id, data) = await ear.Next();
        var told = Assert.Single(await japan.ToldOf(report));
        Assert.Equal(((string)told["id"]!, "released"), (id, (string)data["kind"]!));
        Assert.Equal(["id", "kind"], data.AsObject().Select(x => x.Key).Order(StringComparer.Ordinal));
        Assert.Equal(id, (string)data["id"]!);
        Assert.Equal((string)(await coordinator.ToldOf(hidden))[0]["id"]!, (await elsewhere.Next()).Id);
        Assert.DoesNotContain(ear.Heard, x => x.Contains((string)hidden["id"]!, StringComparison.Ordinal) || x.Contains((string)report["title"]!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_client_that_comes_again_hears_what_it_missed_and_can_read_now()
    {
        var (officer, japan) = (await Server.As("aus-officer"), await Server.As("jpn-coordinator"));
        string last;
        using (var ear = await Ear.Open(japan))
        {
            await File(officer, "JPN");
            last = (await ear.Next()).Id;
        }
        var (missed, narrowed) = (await File(officer, "JPN"), await File(officer, "JPN"));
        (await officer.Send(HttpMethod.Put, $"boardings/{narrowed["id"]}/marking", Flags.Marking("restricted"), ("If-Match", "*"))).Is(200);
        var expected = (string)Assert.Single(await japan.ToldOf(missed))["id"]!;
        using var again = await Ear.Open(japan, last);
        while ((await again.Next()).Id is var id && id != expected)
            Assert.NotEqual(last, id);
        (await japan.Get("events", ("Last-Event-ID", "nothing"))).Is(400);
    }

    [Fact]
    public async Task A_stream_ends_with_the_access_of_who_opened_it()
    {
        var administrator = await Server.As("fra-administrator");
        var (suspended, promoted) = (await Server.As("fra-officer"), await Server.As("fra-officer2"));
        using var first = await Ear.Open(suspended);
        using var second = await Ear.Open(promoted);
        (await administrator.Move($"admin/clients/{await Custody.Exhibits.Account(suspended)}", "suspended")).Is(200);
        Assert.True(await first.Ends());
        (await administrator.Send(HttpMethod.Patch, $"admin/clients/{await Custody.Exhibits.Account(promoted)}", new { roles = Auditor }, ("If-Match", "*"))).Is(200);
        Assert.True(await second.Ends());

        using var visitor = new Visitor(Server);
        (await visitor.SignIn("officer.fra@demo.test", Demonstration.DemonstrationSeed.Password)).Is(302);
        using var third = await Ear.Open(visitor.Http);
        (await visitor.Send("/account", "/sign-out")).Is(302);
        Assert.True(await third.Ends());
    }

    [Fact]
    public async Task A_stream_ends_with_the_token_that_opened_it()
    {
        await using var server = new Server();
        await server.InitializeAsync();
        using var ear = await Ear.Open(await server.As("aus-officer"));
        server.Clock.Move(TimeSpan.FromMinutes(16));
        Assert.True(await ear.Ends());
    }

    [Fact]
    public async Task One_account_holds_so_many_streams_open_and_no_more()
    {
        await using var server = new Server { Settings = { ["Events:Streams"] = "2", ["Events:Heartbeat"] = "00:00:01" } };
        await server.InitializeAsync();
        var (officer, other) = (await server.As("aus-officer"), await server.As("aus-coordinator"));
        using var first = await Ear.Open(officer);
        var second = await Ear.Open(officer);
        var refused = (await officer.Get("events")).Is(429);
        Assert.NotNull(refused.Headers.RetryAfter);
        using var third = await Ear.Open(other);
        second.Dispose();
        using var fourth = await Ear.Open(officer, patient: true);
        // An idle stream says that it lives.
        await third.Hears(": alive");
    }

    [Fact]
    public async Task A_server_that_stops_does_not_wait_for_its_streams()
    {
        await using var data = await StationData.Make();
        var station = new Station(data);
        using var officer = await station.Officer();
        using var ear = await Ear.Open(officer);
        var begun = TimeProvider.System.GetTimestamp();
        await station.DisposeAsync();
        Assert.InRange(TimeProvider.System.GetElapsedTime(begun), TimeSpan.Zero, TimeSpan.FromSeconds(20));
        Assert.True(await ear.Ends());
    }

    [PostgresFact]
    public async Task What_one_server_tells_is_heard_at_another_and_an_idle_stream_holds_no_connection()
    {
        await using var data = await StationData.Make();
        await using var here = new Station(data);
        await using var there = new Station(data);
        using var officer = await here.Officer();
        using var coordinator = new HttpClient { BaseAddress = there.Start() };
        await Station.SignIn(coordinator, "demo-aus-coordinator");
        using var ear = await Ear.Open(coordinator);
        var report = await File(officer, "AUS");
        Assert.Equal((string)Assert.Single(await coordinator.ToldOf(report))["id"]!, (await ear.Next()).Id);

        var ears = new List<Ear>();
        for (var i = 0; i < 6; i++)
            ears.Add(await Ear.Open(coordinator));
        await Task.Delay(2 * EventStreams.Pace, TestContext.Current.CancellationToken);
        await using var admin = Npgsql.NpgsqlDataSource.Create(data.Database!);
        await using var busy = admin.CreateCommand("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'");
        Assert.Equal(0L, await busy.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        ears.ForEach(x => x.Dispose());
    }
}
