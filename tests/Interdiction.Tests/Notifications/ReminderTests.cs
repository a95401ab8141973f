using System.Globalization;
using System.Text.Json.Nodes;
using Interdiction.Notifications;
using Interdiction.Tests.CaseWork;
using Interdiction.Tests.Consents;
using Interdiction.Tests.Pipeline;

namespace Interdiction.Tests.Notifications;

/// <summary>Reminders: at their times, to whom it concerns, and each once, whatever happens to servers and clocks.</summary>
public sealed class ReminderTests
{
    static readonly TimeSpan Settled = 2 * Interdiction.Notifications.Reminders.Pace + TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Whose_time_runs_out_is_reminded_at_half_time_and_shortly_before_the_end()
    {
        await using var server = new Server();
        await server.InitializeAsync();
        await Flags.Sign(await server.As("usa-coordinator"));
        var (officer, panama) = (await server.As("usa-officer"), await server.As("pan-liaison"));
        var (asked, answered) = (await officer.Ask(new { agreement = "PSI-PA" }), await officer.Ask(new { agreement = "PSI-PA" }));
        foreach (var it in new[] { asked, answered })
            (await panama.Move(Flags.At(it), "acknowledged")).Is(200);
        (await panama.Move(Flags.At(answered), "refused")).Is(200);
        server.Clock.Move(TimeSpan.FromMinutes(59));
        await Task.Delay(Settled, TestContext.Current.CancellationToken);
        (officer, panama) = (await Fresh(server.Address, "usa-officer"), await Fresh(server.Address, "pan-liaison"));
        Assert.Equal(0, await Reminded(panama, asked));
        // Two hours from the acknowledgement: half of it is over.
        server.Clock.Move(TimeSpan.FromMinutes(2));
        await panama.Until(asked, "consentDue", 1);
        Assert.Equal(1, await Reminded(officer, asked));
        Assert.Equal(1, await Reminded(await Fresh(server.Address, "usa-coordinator"), asked));
        await Task.Delay(Settled, TestContext.Current.CancellationToken);
        Assert.Equal(1, await Reminded(panama, asked));
        // Half an hour before the end.
        server.Clock.Move(TimeSpan.FromMinutes(30));
        (officer, panama) = (await Fresh(server.Address, "usa-officer"), await Fresh(server.Address, "pan-liaison"));
        await panama.Until(asked, "consentDue", 2);
        server.Clock.Move(TimeSpan.FromMinutes(30));
        (officer, panama) = (await Fresh(server.Address, "usa-officer"), await Fresh(server.Address, "pan-liaison"));
        // Acknowledged by Panama, and then ended by its clock.
        await officer.Until(asked, "consentAnswered", 2);
        await Task.Delay(Settled, TestContext.Current.CancellationToken);
        Assert.Equal((2, 0), (await Reminded(panama, asked), await Reminded(panama, answered)));
    }

    [Fact]
    public async Task A_task_that_is_due_is_told_once_for_each_due_time()
    {
        await using var server = new Server();
        await server.InitializeAsync();
        var (officer, japan) = (await server.As("aus-officer"), await server.As("jpn-officer"));
        string In(double hours) => server.Clock.GetUtcNow().AddHours(hours).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var @case = await Talk.OpenCase(officer);
        var (soon, later, done) = (await Talk.Give(officer, @case, new { dueAt = In(23) }), await Talk.Give(officer, @case, new { dueAt = In(25) }), await Talk.Give(officer, @case, new { dueAt = In(25) }));
        (await Talk.Change(japan, done, new { state = "done" })).Is(200);
        await japan.Until(soon, "taskDue", 1);
        Assert.Equal("", await (await server.As("aus-coordinator")).KindsOf(soon));
        Assert.Equal("taskGiven", await japan.KindsOf(later));
        server.Clock.Move(TimeSpan.FromHours(2));
        japan = await Fresh(server.Address, "jpn-officer");
        await japan.Until(later, "taskDue", 1);
        await Task.Delay(Settled, TestContext.Current.CancellationToken);
        Assert.Equal(("taskGiven taskDue", "taskGiven taskDue", "taskGiven"), (await japan.KindsOf(soon), await japan.KindsOf(later), await japan.KindsOf(done)));
        (await Talk.Change(japan, soon, new { dueAt = In(5) })).Is(200);
        await japan.Until(soon, "taskDue", 2);
    }

    [Fact]
    public async Task A_restart_and_steps_of_the_clock_repeat_none()
    {
        await using var data = await StationData.Make();
        JsonNode asked;
        var clock = new MovableClock();
        await using (var station = new Station(data) { Clock = clock })
        {
            using var officer = await Fresh(station.Start(), "usa-officer");
            using var panama = await Fresh(officer.BaseAddress!, "pan-liaison");
            using var adviser = await Fresh(officer.BaseAddress!, "usa-coordinator");
            await Flags.Sign(adviser);
            asked = await officer.Ask(new { agreement = "PSI-PA" });
            (await panama.Move(Flags.At(asked), "acknowledged")).Is(200);
        }
        // Half time and the half hour before the end both came while the server stood: that is one reminder.
        clock.Move(TimeSpan.FromMinutes(95));
        await using var again = new Station(data) { Clock = clock };
        using var after = await Fresh(again.Start(), "pan-liaison");
        await after.Until(asked, "consentDue", 1);
        foreach (var step in new[] { -60, 60 })
        {
            clock.Move(TimeSpan.FromMinutes(step));
            await Task.Delay(Settled, TestContext.Current.CancellationToken);
        }
        using var last = await Fresh(after.BaseAddress!, "pan-liaison");
        Assert.Equal(1, await Reminded(last, asked));
    }

    [PostgresFact]
    public async Task Of_several_servers_on_one_database_one_reminds()
    {
        const int servers = 3, requests = 8;
        await using var data = await StationData.Make();
        var clock = new MovableClock();
        var stations = Enumerable.Range(0, servers).Select(_ => new Station(data) { Clock = clock }).ToList();
        var address = stations.ConvertAll(x => x.Start())[0];
        using (var adviser = await Fresh(address, "usa-coordinator"))
            await Flags.Sign(adviser);
        using var officer = await Fresh(address, "usa-officer");
        using var panama = await Fresh(address, "pan-liaison");
        var asked = new List<JsonNode>();
        for (var i = 0; i < requests; i++)
        {
            asked.Add(await officer.Ask(new { agreement = "PSI-PA" }));
            (await panama.Move(Flags.At(asked[^1]), "acknowledged")).Is(200);
        }
        clock.Move(TimeSpan.FromMinutes(65));
        using var after = await Fresh(address, "pan-liaison");
        foreach (var it in asked)
            await after.Until(it, "consentDue", 1);
        await Task.Delay(Settled, TestContext.Current.CancellationToken);
        foreach (var it in asked)
            Assert.Equal(1, await Reminded(after, it));
        foreach (var station in stations)
            await station.DisposeAsync();
    }

    static async Task<int> Reminded(HttpClient client, JsonNode request) => (await client.ToldOf(request)).Count(x => (string)x["kind"]! == "consentDue");

    static async Task<HttpClient> Fresh(Uri address, string who)
    {
        var client = new HttpClient { BaseAddress = address };
        await Station.SignIn(client, $"demo-{who}");
        return client;
    }
}
