using System.Globalization;
using System.Text.Json.Nodes;
using Interdiction.CaseWork;
using Interdiction.Tests.Pipeline;
using Interdiction.Tests.Proposals;

namespace Interdiction.Tests.CaseWork;

/// <summary>What is to be done after an accepted report is opened as tasks of its originator, once each, and keeps its case open.</summary>
public sealed class DutyTests(Server server)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Duties_follow_an_acceptance_and_keep_the_case_open_until_they_are_ended()
    {
        var (officer, reader, first, second) = (await server.As("aus-officer"), await server.As("jpn-officer"), await server.As("aus-coordinator"), await server.As("aus-coordinator2"));
        var filed = await File(officer, "COE_156");
        // The coordination cell accepts; the duties are Australia's.
        await Accept(await server.As("xcc-coordinator"), filed);
        var accepted = (await officer.Get($"boardings/{filed["id"]}")).Is(200).Json;
        var duties = await Until(officer, filed, 2);
        Assert.Equal(["COE_156/summary", "COE_156/jurisdiction"], duties.Select(x => (string?)x["duty"]));
        foreach (var (duty, hours) in duties.Zip([48, 336]))
        {
            Assert.Equal(("AUS", "AUS", "system", "open"), ((string?)duty["originator"], (string?)duty["owner"], (string?)duty["openedBy"], (string?)duty["state"]));
            Assert.Equal(Time(accepted["acceptedAt"]).AddHours(hours), Time(duty["dueAt"]));
            Assert.Equal(((string?)filed["id"], (string?)filed["number"]), ((string?)duty["boardingId"], (string?)duty["boardingNumber"]));
            Assert.Equal(filed["marking"]!["releasableTo"]!.ToJsonString(), duty["marking"]!["releasableTo"]!.ToJsonString());
            Assert.StartsWith("ETS 156 (1995), ", (string?)duty["text"], StringComparison.Ordinal);
            (await reader.Get($"tasks/{duty["id"]}")).Is(200);
            (await (await server.As("fra-officer")).Get($"tasks/{duty["id"]}")).Is(404);
        }

        var closing = await first.Propose("closeCase", (string)filed["caseId"]!, new { disposition = "forfeited" });
        var refused = closing.Status == 409 ? closing : (await second.Decide(closing.Is(201), "approved")).Is(409);
        Assert.Contains("Send the flag State a summary of the evidence (COE_156/summary); Await whether", (string?)refused.Json["detail"], StringComparison.Ordinal);
        (await officer.Change(duties[0], new { state = "done" })).Is(200);
        (await officer.Change(duties[1], new { state = "declined", reason = "It waived at once." })).Is(200);
        (await second.Decide((await first.Propose("closeCase", (string)filed["caseId"]!, new { disposition = "forfeited" })).Is(201), "approved")).Is(200);
    }

    [Fact]
    public async Task A_later_revision_opens_what_is_new_in_it_and_nothing_twice()
    {
        var (officer, coordinator) = (await server.As("aus-officer"), await server.As("aus-coordinator"));
        var filed = await File(officer, "DRUG_17");
        await Accept(coordinator, filed);
        await Until(officer, filed, 1);
        var at = $"boardings/{filed["id"]}";
        (await officer.Move(at, "amended")).Is(200);
        var report = AtSea("DRUG_17", "FLAG_AD_HOC");
        (await officer.Send(HttpMethod.Put, at, Documents.With(report, new { id = (string?)null, marking = (string?)null }), ("If-Match", "*"))).Is(200);
        (await officer.Move(at, "submitted")).Is(200);
        await Accept(coordinator, filed);
        Assert.Equal(["DRUG_17/results", "FLAG_AD_HOC/results"], (await Until(officer, filed, 2)).Select(x => (string?)x["duty"]));
        (await officer.Move(at, "amended")).Is(200);
        (await officer.Move(at, "submitted")).Is(200);
        await Accept(coordinator, filed);
        await Task.Delay(2 * FollowAccepted.Pace, TestContext.Current.CancellationToken);
        await Until(officer, filed, 2);
    }

    [Fact]
    public async Task Nothing_is_owed_where_the_basis_asks_for_nothing_and_the_case_closes_at_once()
    {
        var (officer, first, second) = (await server.As("aus-officer"), await server.As("aus-coordinator"), await server.As("aus-coordinator2"));
        var filed = (await officer.Post("boardings?submit=true", Documents.Report())).Is(201).Json;
        await Accept(first, filed);
        (await second.Decide((await first.Propose("closeCase", (string)filed["caseId"]!, new { disposition = "forfeited" })).Is(201), "approved")).Is(200);
        Assert.Empty((await officer.Get($"cases/{filed["caseId"]}/tasks")).Is(200).Json["items"]!.AsArray());
    }

    [Fact]
    public async Task A_duty_is_read_by_whom_its_report_is_read_and_tells_of_the_report_nobody_else()
    {
        var (officer, reader, cell) = (await server.As("aus-officer"), await server.As("jpn-officer"), await server.As("xcc-coordinator"));
        var me = (string)(await officer.Get("me")).Is(200).Json["id"]!;
        var @case = await Talk.OpenCase(officer, "JPN", "XCC");
        var marking = Acts.Marking("restricted", "JPN", "XCC");
        marking["team"] = new JsonObject { ["people"] = new JsonArray(me) };
        var filed = (await officer.Post("boardings?submit=true", Documents.With(AtSea("DRUG_17"), new { caseId = @case, marking }))).Is(201).Json;
        await Accept(cell, filed);
        var duty = Assert.Single(await Until(officer, filed, 1));
        Assert.Equal(me, (string?)duty["marking"]!["team"]!["people"]![0]);
        (await (await server.As("aus-coordinator")).Get($"tasks/{duty["id"]}")).Is(404);
        Assert.Equal((string?)filed["id"], (string?)(await reader.Get($"tasks/{duty["id"]}")).Is(200).Json["boardingId"]);
        marking["releasableTo"] = new JsonArray("XCC");
        (await officer.Put($"boardings/{filed["id"]}/marking", marking)).Is(200);
        Assert.Null((await reader.Get($"tasks/{duty["id"]}")).Is(200).Json["boardingId"]);
        Assert.Null((await reader.Get($"cases/{@case}/tasks")).Is(200).Json["items"]![0]!["boardingNumber"]);
        Assert.Equal((string?)filed["number"], (string?)(await officer.Get($"tasks?state=open&limit=200")).Is(200).Json["items"]!.AsArray().Single(x => (string?)x!["id"] == (string?)duty["id"])!["boardingNumber"]);
        // Whoever closes a case is kept from it by no duty that they do not read.
        var (first, second) = (await server.As("aus-coordinator"), await server.As("aus-coordinator2"));
        (await second.Decide((await first.Propose("closeCase", @case, new { disposition = "forfeited" })).Is(201), "approved")).Is(200);
    }

    [Fact]
    public async Task What_was_accepted_when_the_server_ended_is_opened_when_it_starts_again()
    {
        await using var data = await StationData.Make();
        JsonNode filed;
        await using (var station = new Station(data))
        {
            using var officer = await station.Officer();
            using var coordinator = new HttpClient { BaseAddress = officer.BaseAddress };
            await Station.SignIn(coordinator, "demo-aus-coordinator");
            filed = await File(officer, "COE_156");
            await Accept(coordinator, filed);
        }
        await using var again = new Station(data);
        using var after = await again.Officer();
        await Until(after, filed, 2);
        await Task.Delay(2 * FollowAccepted.Pace, TestContext.Current.CancellationToken);
        await Until(after, filed, 2);
    }

    [PostgresFact]
    public async Task Of_several_servers_on_one_database_one_opens_a_duty()
    {
        const int servers = 3, reports = 8;
        await using var data = await StationData.Make();
        var stations = Enumerable.Range(0, servers).Select(_ => new Station(data)).ToList();
        var address = stations.Select(x => x.Start()).ToList()[0];
        using var officer = new HttpClient { BaseAddress = address };
        using var coordinator = new HttpClient { BaseAddress = address };
        await Station.SignIn(officer);
        await Station.SignIn(coordinator, "demo-aus-coordinator");
        var filed = new List<JsonNode>();
        for (var i = 0; i < reports; i++)
        {
            filed.Add(await File(officer, "COE_156"));
            await Accept(coordinator, filed[^1]);
        }
        foreach (var it in filed)
            await Until(officer, it, 2);
        await Task.Delay(2 * FollowAccepted.Pace, TestContext.Current.CancellationToken);
        foreach (var it in filed)
            await Until(officer, it, 2);
        foreach (var station in stations)
            await station.DisposeAsync();
    }

    static JsonObject AtSea(params string[] bases) => Documents.Report(new
    {
        mode = "sea",
        place = new { latitude = 10, longitude = 60, zone = "highSeas" },
        legalBases = bases.Select(x => new { code = x, grounds = "The manifest names a precursor." }),
        consent = new { flag = "granted", master = "given" },
    });

    static async Task<JsonNode> File(HttpClient officer, params string[] bases) => (await officer.Post("boardings?submit=true", AtSea(bases))).Is(201).Json;

    static async Task Accept(HttpClient reviewer, JsonNode filed)
    {
        (await reviewer.Move($"boardings/{filed["id"]}", "inReview")).Is(200);
        (await reviewer.Move($"boardings/{filed["id"]}", "accepted")).Is(200);
    }

    /// <summary>The tasks of the report's case, once there are so many, by the time when they are due.</summary>
    static async Task<List<JsonNode>> Until(HttpClient client, JsonNode filed, int count)
    {
        using var patience = new CancellationTokenSource(Patience);
        for (var found = 0; !patience.IsCancellationRequested;)
        {
            var tasks = (await client.Get($"cases/{filed["caseId"]}/tasks")).Is(200).Json["items"]!.AsArray();
            if ((found = tasks.Count) == count)
                return [.. tasks.Select(x => x!).OrderBy(x => Time(x["dueAt"])).ThenBy(x => (string?)x["duty"], StringComparer.Ordinal)];
            Assert.True(found < count, $"{found} tasks instead of {count}.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        throw new TimeoutException($"The report has not {count} duties.");
    }

    static DateTimeOffset Time(JsonNode? node) => DateTimeOffset.Parse((string)node!, CultureInfo.InvariantCulture);
}
