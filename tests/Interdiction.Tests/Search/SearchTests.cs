using System.Text.Json.Nodes;
using Interdiction.Tests.CaseWork;
using Interdiction.Tests.Consents;
using Interdiction.Tests.Evidence;
using Interdiction.Tests.Holds;
using Interdiction.Tests.Pipeline;

namespace Interdiction.Tests.Search;

/// <summary>A search finds what its reader is shown, of every kind of record, and nothing else.</summary>
public sealed class SearchTests(Server server)
{
    static string Fresh() => $"w{Random.Shared.NextInt64(100_000_000_000, 999_999_999_999)}";

    [Fact]
    public async Task Every_kind_of_record_is_found_by_its_words()
    {
        var word = Fresh();
        var (officer, liaison) = (await server.As("usa-officer"), await server.As("pan-liaison"));
        var @case = (string)(await officer.Post("cases", Http.Samples.Case(new { title = $"Case {word}", marking = Talk.Marking("restricted", "JPN", "XCC") }))).Is(201).Json["id"]!;
        var comment = await officer.Say(@case, new { text = $"They said {word} on the radio." });
        var task = await officer.Give(@case, new { title = "Weigh", text = $"All {word} barrels" });
        (await (await server.As("jpn-officer")).Change(task, new { state = "declined", reason = $"No scale for {word}x" })).Is(200);
        var request = await officer.Ask(new { caseId = @case, grounds = $"The manifest names {word}." });
        var filed = (await officer.Post("boardings?submit=true", Report(@case, word))).Is(201).Json;
        var photo = await officer.Upload(@case, $"{word}.txt", Files.Text("What is in a file is not searched: within."), Talk.Marking("restricted", "JPN"));

        var items = await Find(officer, word);
        Assert.Equal(["attachment", "boarding", "case", "comment", "consentRequest", "exhibit", "task"], items.Select(x => (string)x["kind"]!).Order(StringComparer.Ordinal));
        Assert.All(items, x => Assert.Equal(@case, (string)x["caseId"]!));
        JsonNode Of(string kind) => items.Single(x => (string)x["kind"]! == kind);
        Assert.Equal(((string)comment["id"]!, $"They said «{word}» on the radio."), ((string)Of("comment")["id"]!, (string)Of("comment")["highlights"]![0]!));
        Assert.Equal([$"All «{word}» barrels", $"No scale for «{word}x»"], Of("task")["highlights"]!.AsArray().Select(x => (string)x!));
        Assert.Equal(((string)filed["id"]!, $"E-{word} Barrel"), ((string)Of("exhibit")["boardingId"]!, (string)Of("exhibit")["title"]!));
        Assert.Equal((string)filed["seizures"]![0]!["exhibits"]![0]!["id"]!, (string)Of("exhibit")["id"]!);
        Assert.Equal("Precursor consignment aboard a general cargo ship", (string)Of("boarding")["title"]!);
        foreach (var number in new[] { (string)filed["number"]!, (string)request["number"]! })
            Assert.Equal((string)(number == (string)filed["number"]! ? filed : request)["id"]!, (string)Assert.Single(await Find(officer, number.Replace("-", "", StringComparison.Ordinal)))["id"]!);

        Assert.Equal(((string)photo["id"]!, $"{word}.txt"), ((string)Of("attachment")["id"]!, (string)Of("attachment")["title"]!));
        Assert.DoesNotContain(await Find(await server.As("xcc-coordinator"), word), x => (string)x["kind"]! is "attachment");

        // The flag State reads the request, and of its case not even the id.
        var asked = Assert.Single(await Find(liaison, word));
        Assert.Equal(("consentRequest", null), ((string)asked["kind"]!, (string?)asked["caseId"]));
        (await liaison.Move(At(request), "refused", new { conditions = $"Not before {word}y" })).Is(200);
        Assert.Single(await Find(officer, $"{word}y"));
    }

    static string At(JsonNode request) => Flags.At(request);

    [Fact]
    public async Task A_legal_hold_is_found_by_who_reads_its_case()
    {
        var officer = await server.As("aus-officer");
        var word = Fresh();
        var @case = (string)(await officer.Post("cases", Http.Samples.Case(new { title = word, marking = LegalHolds.Marking }))).Is(201).Json["id"]!;
        var hold = await LegalHolds.Set(server.As, @case);
        var found = (await Find(await server.As("sgp-officer"), "proceeding 12/2026")).Single(x => (string)x["id"]! == (string)hold["id"]!);
        Assert.Equal(("hold", @case), ((string)found["kind"]!, (string)found["caseId"]!));
        // The hold has an entry beside its case's: neither takes the other's away.
        (await officer.Send(HttpMethod.Patch, $"cases/{@case}", new { title = $"{word} renamed" }, ("If-Match", "*"))).Is(200);
        Assert.Single(await Find(officer, $"{word} renamed"));
        Assert.Contains(await Find(officer, "proceeding 12/2026"), x => (string)x["id"]! == (string)hold["id"]!);
        Assert.DoesNotContain(await Find(await server.As("fra-officer"), "proceeding 12/2026"), x => (string)x["id"]! == (string)hold["id"]!);
    }

    [Fact]
    public async Task A_draft_is_found_by_its_originator_and_an_amendment_by_who_is_shown_it()
    {
        var (before, after) = (Fresh(), Fresh());
        var (officer, lead, other) = (await server.As("usa-officer"), await server.As("usa-coordinator"), await server.As("jpn-officer"));
        var report = Documents.Report(new { narrative = before });
        var record = $"boardings/{(await officer.Post("boardings", report)).Is(201).Json["id"]}";
        Assert.Single(await Find(officer, before));
        Assert.Empty(await Find(other, before));

        (await officer.Move(record, "submitted")).Is(200);
        Assert.Single(await Find(other, before));
        (await lead.Move(record, "inReview")).Is(200);
        (await lead.Move(record, "accepted")).Is(200);
        (await officer.Move(record, "amended", new { reason = "A word was wrong." })).Is(200);
        (await officer.Send(HttpMethod.Put, record, Documents.With(report, new { narrative = after }), ("If-Match", "*"))).Is(200);
        // Each finds by the revision that they are shown: its originator by the new one, and by the old one no more.
        Assert.Equal((0, 1), ((await Find(officer, before)).Count, (await Find(officer, after)).Count));
        Assert.Equal((1, 0), ((await Find(other, before)).Count, (await Find(other, after)).Count));
        (await officer.Move(record, "submitted")).Is(200);
        Assert.Equal((1, 0), ((await Find(other, before)).Count, (await Find(other, after)).Count));
        (await lead.Move(record, "inReview")).Is(200);
        (await lead.Move(record, "accepted")).Is(200);
        Assert.Equal((0, 1), ((await Find(other, before)).Count, (await Find(other, after)).Count));
    }

    [Fact]
    public async Task Whoever_loses_a_record_finds_it_no_more_and_whoever_reads_nothing_finds_nothing()
    {
        var word = Fresh();
        var (officer, other) = (await server.As("usa-officer"), await server.As("jpn-officer"));
        var @case = await Talk.OpenCase(officer);
        var comment = await officer.Say(@case, new { text = word });
        Assert.Single(await Find(other, word));
        (await officer.Send(HttpMethod.Put, $"comments/{comment["id"]}/marking", Talk.Marking("restricted"), ("If-Match", "*"))).Is(200);
        foreach (var who in new[] { "jpn-officer", "fra-coordinator", "xcc-auditor", "usa-administrator", "pan-liaison", "lbr-administrator" })
        {
            var answer = (await (await server.As(who)).Get($"search?q={word}&count=exact")).Is(200).Json;
            Assert.Empty(answer["items"]!.AsArray());
            Assert.Equal(0, (int)answer["total"]!);
        }
        Assert.Single(await Find(officer, word));
    }

    [Fact]
    public async Task What_was_taken_out_of_a_draft_is_found_no_more()
    {
        var (word, officer) = (Fresh(), await server.As("usa-officer"));
        var report = Report(null, word);
        var record = $"boardings/{(await officer.Post("boardings", report)).Is(201).Json["id"]}";
        Assert.Equal(2, (await Find(officer, word)).Count);
        report["seizures"] = new JsonArray();
        (await officer.Send(HttpMethod.Put, record, report, ("If-Match", "*"))).Is(200);
        Assert.Empty(await Find(officer, word));
        // A dry run leaves nothing behind.
        (await officer.Send(HttpMethod.Put, $"{record}?validateOnly=true", Documents.With(report, new { narrative = word }), ("If-Match", "*"))).Is(200);
        (await officer.Post("boardings?validateOnly=true", Report(null, word))).Is(200);
        Assert.Empty(await Find(officer, word));
    }

    [Fact]
    public async Task What_is_found_is_paged_newest_first_and_counted()
    {
        var (word, officer) = (Fresh(), await server.As("usa-officer"));
        var @case = await Talk.OpenCase(officer);
        List<string> said = [];
        for (var i = 0; i < 5; i++)
            said.Add((string)(await officer.Say(@case, new { text = $"{i} {word}" }))["id"]!);
        List<string> found = [];
        for (string? cursor = null; ;)
        {
            var page = (await officer.Get($"search?q={word}&limit=2&count=exact{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}")).Is(200).Json;
            Assert.Equal(5, (int)page["total"]!);
            found.AddRange(page["items"]!.AsArray().Select(x => (string)x!["id"]!));
            if ((cursor = (string?)page["nextCursor"]) is null)
                break;
            (await officer.Get($"search?q=other&cursor={Uri.EscapeDataString(cursor)}")).Is(400);
            (await (await server.As("jpn-officer")).Get($"search?q={word}&cursor={Uri.EscapeDataString(cursor)}")).Is(400);
        }
        Assert.Equal(said.AsEnumerable().Reverse(), found);
    }

    [Theory]
    [InlineData("", 200)]
    [InlineData("?q=", 200)]
    [InlineData("?q=%25%27%22--", 200)]
    [InlineData("?q=x&limit=0", 400)]
    [InlineData("?q=x&cursor=made-up", 400)]
    [InlineData("?q=x&query=x", 400)]
    public async Task Where_nothing_is_asked_nothing_is_found(string query, int status)
    {
        var answer = (await (await server.As("aus-officer")).Get($"search{query}")).Is(status);
        if (status == 200)
            Assert.Empty(answer.Json["items"]!.AsArray());
    }

    [Fact]
    public async Task A_question_of_more_than_200_characters_is_refused()
    {
        var officer = await server.As("aus-officer");
        foreach (var list in new[] { "search", "cases", "boardings" })
        {
            (await officer.Get($"{list}?q={new string('x', 200)}")).Is(200);
            (await officer.Get($"{list}?q={new string('x', 201)}")).Is(400);
        }
    }

    // Broken once by filling nothing at the start.
    [Fact]
    public async Task Records_that_were_there_before_the_search_are_found_after_the_next_start()
    {
        await using var data = await StationData.Make();
        var word = Fresh();
        JsonNode ship;
        await using (var station = new Station(data))
        {
            using var officer = await station.Officer();
            var filed = (await officer.Post("boardings?submit=true", Report(null, word))).Is(201).Json;
            await officer.Upload((string)filed["id"]!, $"{word}.txt", Files.Text("photo"));
            Assert.Equal(3, (await Find(officer, word)).Count);
            ship = (await officer.Get($"vessels/{filed["id"]}")).Is(200).Json;
        }
        foreach (var change in new[] { "DELETE FROM search_entries", "DELETE FROM vessel_keys", "UPDATE vessel_claims SET \"Words\" = ''" })
            await Rows.Run(data, change);
        await using (var station = new Station(data))
        {
            using var officer = await station.Officer();
            Assert.Equal(3, (await Find(officer, word)).Count);
        }
        // As it was before attachments were found: of none there is an entry, of that of the demonstration neither.
        await Rows.Run(data, $"DELETE FROM search_entries WHERE \"Title\" LIKE '%.txt' OR \"Title\" LIKE '%.png'");
        await using var later = new Station(data);
        using var again = await later.Officer();
        Assert.Equal(3, (await Find(again, word)).Count);
        Assert.Single(await Find(again, "Kaohsiung 158 barrels"), x => (string)x["kind"]! == "boarding");
        Assert.Equal(ship.ToJsonString(), (await again.Get($"vessels/{ship["id"]}")).Is(200).Json.ToJsonString());
        Assert.Contains((await again.Get($"vessels?q={Uri.EscapeDataString((string)ship["name"]!)}")).Is(200).Json["items"]!.AsArray(), x => (string)x!["id"]! == (string)ship["id"]!);
        var twin = (await again.Post("boardings?submit=true", Report(null, word))).Is(201).Json;
        Assert.Contains((await again.Get($"vessels/{twin["id"]}/likely-same")).Is(200).Json["items"]!.AsArray(), x => (string)x!["vessel"]!["id"]! == (string)ship["id"]!);
    }

    static JsonObject Report(string? @case, string word) => Documents.Report(new
    {
        caseId = @case,
        seizures = new[] { new { authority = "Customs", exhibits = new[] { new { number = $"E-{word}", description = "Barrel" } } } },
    });

    static async Task<List<JsonNode>> Find(HttpClient reader, string q) =>
        [.. (await reader.Get($"search?limit=200&q={Uri.EscapeDataString(q)}")).Is(200).Json["items"]!.AsArray().Select(x => x!)];
}
