using System.Text.Json.Nodes;
using Interdiction.Tests.Access;
using Interdiction.Tests.Proposals;

namespace Interdiction.Tests.Figures;

/// <summary>Numbers are those of the reports that one reads, and of no other.</summary>
public sealed class StatisticsTests(OwnServer own) : IClassFixture<OwnServer>
{
    static readonly string[] Readers = ["aus-coordinator", "aus-auditor", "jpn-coordinator", "fra-auditor", "usa-coordinator2", "sgp-auditor", "xcc-coordinator", "xcc-auditor"];
    static readonly string[] By = ["partner", "mode", "outcome", "legalBasis", "chemical", "month"];

    /// <summary>Reports of three partners with different readers and states, beside the demonstration's.</summary>
    async Task File()
    {
        foreach (var (who, marking, query, changes) in new (string, object, string, object?)[]
        {
            ("aus-officer", Acts.Marking("restricted", "JPN", "XCC"), "?submit=true", null),
            ("aus-officer", Acts.Marking("secret", "USA"), "?submit=true", new { outcome = "boardingRefused", seizures = Array.Empty<object>() }),
            ("jpn-officer", Acts.Marking("restricted"), "?submit=true", new { startedAt = "2004-01-31T23:30:00-02:00", endedAt = "2004-02-01T04:00:00Z" }),
            ("fra-officer", Acts.Marking("confidential", "SGP", "XCC"), "?submit=true", new { legalBases = new[] { new { code = "INTERNAL_PORT", statute = "a", grounds = "b" }, new { code = "TERRITORIAL_SEA", statute = "a", grounds = "b" } } }),
            ("fra-officer", Acts.Marking("restricted", "ALL"), "", null),
        })
            (await (await own.Server.As(who)).Post($"boardings{query}", Documents.With(Documents.Report(changes), new { marking }))).Is(201);
        // A draft amendment leaves its report in the numbers; what was withdrawn is in none.
        var (officer, coordinator) = (await own.Server.As("aus-officer"), await own.Server.As("xcc-coordinator"));
        var filed = (string)(await officer.Post("boardings?submit=true", Documents.Report())).Is(201).Json["id"]!;
        (await coordinator.Move($"boardings/{filed}", "inReview")).Is(200);
        (await coordinator.Move($"boardings/{filed}", "accepted")).Is(200);
        (await officer.Move($"boardings/{filed}", "amended")).Is(200);
        var withdrawn = (string)(await officer.Post("boardings?submit=true", Documents.Report())).Is(201).Json["id"]!;
        (await coordinator.Move($"boardings/{withdrawn}", "inReview")).Is(200);
        (await coordinator.Move($"boardings/{withdrawn}", "returned", new { remarks = new[] { new { pointer = "/narrative", text = "Say more." } } })).Is(200);
        (await officer.Move($"boardings/{withdrawn}", "withdrawn")).Is(200);
    }

    /// <summary>The reports that somebody reads, one by one, by each thing that they are counted by.</summary>
    static async Task<List<JsonNode>> Read(HttpClient who)
    {
        var found = new List<JsonNode>();
        for (string? cursor = null; ;)
        {
            var page = (await who.Get($"boardings?limit=50{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}")).Is(200).Json;
            foreach (var head in page["items"]!.AsArray())
                found.Add((await who.Get($"boardings/{head!["id"]}")).Is(200).Json);
            if ((cursor = (string?)page["nextCursor"]) is null)
                return found;
        }
    }

    static IEnumerable<string> Keys(JsonNode it, string kind) => kind switch
    {
        "partner" => [(string)it["originator"]!],
        "mode" => [(string)it["mode"]!],
        "outcome" => [(string)it["outcome"]!],
        "legalBasis" => it["legalBases"]!.AsArray().Select(x => (string)x!["code"]!).Distinct(),
        "chemical" => it["screening"]!["matches"]!.AsArray().Select(x => (string?)x!["cas"]).OfType<string>().Distinct(),
        _ => [((string)it["startedAt"]!)[..7]],
    };

    static bool Counts(JsonNode it) => (int)it["revision"]! > 1 || it["submittedAt"] is not null && (string)it["state"]! != "withdrawn";

    static string Told(string key, int boardings, int refusals, int seizures, int exhibits) => $"{key}: {boardings} {refusals} {seizures} {exhibits}";

    static IEnumerable<string> Expected(IEnumerable<JsonNode> reports, string kind) =>
        from it in reports
        where Counts(it)
        from key in Keys(it, kind)
        group it by key into found
        orderby found.Key
        let seizures = found.SelectMany(x => x["seizures"]!.AsArray())
        select Told(found.Key, found.Count(), found.Count(x => (string)x["outcome"]! == "boardingRefused"), seizures.Count(x => x!["exhibits"]!.AsArray().Count > 0), seizures.Sum(x => x!["exhibits"]!.AsArray().Count));

    static async Task<List<string>> Numbers(HttpClient who, string query) =>
        [.. (await who.Get($"statistics{query}")).Is(200).Json["items"]!.AsArray().Select(x => Told((string)x!["key"]!, (int)x["boardings"]!, (int)x["refusals"]!, (int)x["seizures"]!, (int)x["exhibits"]!))];

    [Fact]
    public async Task Everybody_is_told_the_numbers_of_what_they_read()
    {
        await File();
        foreach (var name in Readers)
        {
            var who = await own.Server.As(name);
            var reports = await Read(who);
            Assert.Contains(reports, Counts);
            foreach (var by in By)
                Assert.Equal(Expected(reports, by).Order(StringComparer.Ordinal), (await Numbers(who, $"?by={by}")).Order(StringComparer.Ordinal));
            Assert.Equal(await Numbers(who, "?by=partner"), await Numbers(who, ""));
            var within = reports.Where(x => string.CompareOrdinal((string)x["startedAt"]!, "2003-08-07") >= 0 && string.CompareOrdinal((string)x["startedAt"]!, "2004-02-01") < 0);
            Assert.Equal(Expected(within, "partner"), await Numbers(who, "?from=2003-08-07T00:00:00Z&to=2004-02-01T00:00:00Z"));
        }
        // Other partners' numbers differ: the test would see one that counts everything.
        Assert.NotEqual(await Numbers(await own.Server.As("aus-auditor"), "?by=partner"), await Numbers(await own.Server.As("fra-auditor"), "?by=partner"));
        Assert.Contains(await Numbers(await own.Server.As("jpn-coordinator"), "?by=month"), x => x.StartsWith("2004-02: 1 ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("aus-officer")]
    [InlineData("pan-liaison")]
    [InlineData("aus-administrator")]
    public async Task Whoever_has_no_numbers_is_refused(string who) => (await (await own.Server.As(who)).Get("statistics")).Is(403);

    [Theory]
    [InlineData("?by=colour", "by")]
    [InlineData("?from=yesterday", "from")]
    [InlineData("?to=2003-08-07", "to")]
    public async Task What_is_asked_wrongly_is_named(string query, string parameter) =>
        Assert.Contains(parameter, (await (await own.Server.As("aus-auditor")).Get($"statistics{query}")).Is(400).Text, StringComparison.Ordinal);
}
