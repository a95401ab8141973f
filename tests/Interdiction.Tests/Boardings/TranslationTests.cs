using System.Text.Json.Nodes;
using Interdiction.Tests.CaseWork;

namespace Interdiction.Tests.Boardings;

/// <summary>Narratives in other languages: who reads and writes them, of which revision, and that they stand.</summary>
public sealed class TranslationTests(Server server)
{
    const string Japanese = "税関は港で船を捜索した。";

    [Fact]
    public async Task A_translation_is_read_by_whom_its_revision_is_shown_and_told_listed_and_shown_so()
    {
        var (officer, reader) = (await server.As("aus-officer"), await server.As("jpn-officer"));
        var report = await Submitted(officer);
        var (record, @case) = ($"boardings/{report["id"]}", (string)report["caseId"]!);
        await Accept(record);
        var (reportTag, caseTag) = ((await reader.Get(record)).ETag, (await reader.Get($"cases/{@case}")).ETag);
        var body = Http.Samples.Translation(new { language = "ja", text = Japanese });
        var written = (await reader.Post($"{record}/translations", body)).Is(201);
        var first = written.Json;
        Assert.Equal($"{Server.Base}/translations/{body["id"]}", written.Headers.Location!.ToString());
        Assert.Equal(((string)report["id"]!, (string)report["number"]!, 1), ((string)first["boardingId"]!, (string)first["boardingNumber"]!, (int)first["revision"]!));
        Assert.Equal(("ja", Japanese, "JPN"), ((string)first["language"]!, (string)first["text"]!, (string)first["partner"]!));
        Assert.NotNull(first["translatedBy"]);
        Assert.NotNull(first["translatedAt"]);
        Assert.Equal((reportTag, caseTag), ((await reader.Get(record)).ETag, (await reader.Get($"cases/{@case}")).ETag));

        (await officer.Move(record, "amended", new { reason = "A word was wrong." })).Is(200);
        (await officer.Move(record, "submitted")).Is(200);
        var second = (await officer.Post($"{record}/translations", Http.Samples.Translation())).Is(201).Json;
        Assert.Equal(2, (int)second["revision"]!);
        Assert.Equal([1, 2], await Revisions(officer, record));
        // Until the second revision is accepted, Japan is shown the first, and of the second nothing.
        Assert.Equal([1], await Revisions(reader, record));
        (await reader.Get($"translations/{second["id"]}")).Is(404);
        Assert.DoesNotContain("revision 2", (await reader.Get($"cases/{@case}/timeline")).Is(200).Text, StringComparison.Ordinal);
        Assert.Equal(await Refused(reader, record, new { revision = 99 }), await Refused(reader, record, new { revision = 2 }));
        await Accept(record);
        Assert.Equal([1, 2], await Revisions(reader, record));
        Assert.Equal(second.ToJsonString(), (await reader.Get($"translations/{second["id"]}")).Is(200).Json.ToJsonString());
        var told = (await reader.Get($"cases/{@case}/timeline")).Is(200).Json["items"]!.AsArray().Where(x => (string)x!["kind"]! == "translated").Select(x => (string)x!["text"]!);
        Assert.Equal([$"The narrative of report {report["number"]}, revision 1, was translated into Japanese.", $"The narrative of report {report["number"]}, revision 2, was translated into French."], told);

        foreach (var who in new[] { "fra-officer", "pan-liaison", "aus-administrator" })
        {
            var other = await server.As(who);
            (await other.Get($"translations/{first["id"]}")).Is(404);
            (await other.Get($"{record}/translations")).Is(404);
            (await other.Post($"{record}/translations", Http.Samples.Translation())).Is(404);
        }
        var auditor = await server.As("jpn-auditor");
        (await auditor.Get($"translations/{first["id"]}")).Is(200);
        Assert.NotNull((await auditor.Post($"{record}/translations", Http.Samples.Translation())).Is(403).Json["reasons"]);
    }

    [Fact]
    public async Task What_can_still_change_is_not_translated_nor_what_says_nothing()
    {
        var officer = await server.As("aus-officer");
        var draft = (await officer.Post("boardings", Documents.Report())).Is(201).Json;
        var record = $"boardings/{draft["id"]}";
        Assert.Equal([("/revision", "notSubmitted")], (await officer.Post($"{record}/translations", Http.Samples.Translation())).Is(422).Faults);
        (await officer.Move(record, "submitted")).Is(200);
        (await officer.Post($"{record}/translations", Http.Samples.Translation())).Is(201);
        await Accept(record);
        (await officer.Move(record, "amended", new { reason = "A word was wrong." })).Is(200);
        Assert.Equal([("/revision", "notSubmitted")], (await officer.Post($"{record}/translations", Http.Samples.Translation())).Is(422).Faults);
        (await officer.Post($"{record}/translations", Http.Samples.Translation(new { revision = 1, language = "es" }))).Is(201);

        var silent = $"boardings/{(await officer.Post("boardings?submit=true", Documents.Report(new { narrative = (string?)null }))).Is(201).Json["id"]}";
        Assert.Equal([("/revision", "noNarrative")], (await officer.Post($"{silent}/translations", Http.Samples.Translation())).Is(422).Faults);
        Assert.Empty(await Revisions(officer, silent));
    }

    [Fact]
    public async Task A_translation_is_written_once_stands_and_takes_none_before_it_away()
    {
        var officer = await server.As("aus-officer");
        var record = $"boardings/{(await Submitted(officer))["id"]}";
        var body = Http.Samples.Translation();
        var first = (await officer.Post($"{record}/translations", body)).Is(201);
        Assert.Equal((string)first.Json["id"]!, (string)(await officer.Post($"{record}/translations", body)).Json["id"]!);
        Assert.Equal("idInUse", (string)(await officer.Post($"{record}/translations", Documents.With((JsonObject)body.DeepClone(), new { text = "Autrement" }))).Is(409).Json["code"]!);
        foreach (var method in new[] { HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete })
            (await officer.Send(method, $"translations/{body["id"]}", new { text = "Autrement" }, ("If-Match", "*"))).Is(405);
        var dry = Http.Samples.Translation();
        (await officer.Post($"{record}/translations?validateOnly=true", dry)).Is(200);
        (await officer.Get($"translations/{dry["id"]}")).Is(404);
        (await officer.Post($"{record}/translations", Http.Samples.Translation(new { text = "Mieux dit" }))).Is(201);
        var page = (await officer.Get($"{record}/translations?limit=1&count=exact")).Is(200).Json;
        Assert.Equal((2, (string)body["text"]!), ((int)page["total"]!, (string)page["items"]![0]!["text"]!));
        Assert.Equal("Mieux dit", (string)(await officer.Get($"{record}/translations?limit=1&cursor={Uri.EscapeDataString((string)page["nextCursor"]!)}")).Is(200).Json["items"]![0]!["text"]!);
    }

    [Fact]
    public async Task What_is_no_translation_is_refused_with_the_place_and_nothing_is_stored()
    {
        var officer = await server.As("aus-officer");
        var record = $"boardings/{(await Submitted(officer))["id"]}";
        foreach (var (changes, pointer, code) in new (object, string, string)[]
        {
            (new { text = " " }, "/text", "required"),
            (new { text = (string?)null }, "/text", "required"),
            (new { text = new string('漢', 100_001) }, "/text", "tooLong"),
            (new { language = (string?)null }, "/language", "required"),
            (new { language = "xx" }, "/language", "unknownCode"),
            (new { language = "French" }, "/language", "unknownCode"),
            (new { language = "pt-XX" }, "/language", "unknownCode"),
            (new { revision = 0 }, "/revision", "unknownReference"),
            (new { revision = 2 }, "/revision", "unknownReference"),
        })
            Assert.Contains((pointer, code), (await officer.Post($"{record}/translations", Http.Samples.Translation(changes))).Is(422).Faults);
        Assert.Empty(await Revisions(officer, record));
        foreach (var language in new[] { "zh-Hant", "pt-BR", "ar" })
            (await officer.Post($"{record}/translations", Http.Samples.Translation(new { language, text = new string('漢', 100_000) }))).Is(201);
        Assert.Equal([1, 1, 1], await Revisions(officer, record));
    }

    [Fact]
    public async Task Who_loses_the_report_loses_its_translations_and_a_closed_case_takes_none()
    {
        var (officer, reader) = (await server.As("aus-officer"), await server.As("jpn-officer"));
        var report = await Submitted(officer);
        var record = $"boardings/{report["id"]}";
        var own = (await reader.Post($"{record}/translations", Http.Samples.Translation())).Is(201).Json;
        await Accept(record);
        (await officer.Send(HttpMethod.Put, $"{record}/marking", Talk.Marking("restricted"), ("If-Match", "*"))).Is(200);
        (await reader.Get($"translations/{own["id"]}")).Is(404);
        (await officer.Get($"translations/{own["id"]}")).Is(200);
        await (await server.As("aus-coordinator")).Close((string)report["caseId"]!, await server.As("aus-coordinator2"));
        Assert.Equal("wrongState", (string)(await officer.Post($"{record}/translations", Http.Samples.Translation())).Is(409).Json["code"]!);
        Assert.Equal([1], await Revisions(officer, record));
    }

    [Fact]
    public async Task A_translation_is_found_by_its_words_with_the_revision_that_it_is_of()
    {
        var (officer, reader) = (await server.As("aus-officer"), await server.As("jpn-officer"));
        var word = $"mot{Guid.CreateVersion7():N}"[..20];
        var report = await Submitted(officer);
        var record = $"boardings/{report["id"]}";
        await Accept(record);
        var written = (await officer.Post($"{record}/translations", Http.Samples.Translation(new { text = $"Ils ont dit {word}." }))).Is(201).Json;
        async Task<List<JsonNode>> Find(HttpClient who) => [.. (await who.Get($"search?q={word}")).Is(200).Json["items"]!.AsArray().Select(x => x!)];
        foreach (var who in new[] { officer, reader })
        {
            var hit = Assert.Single(await Find(who));
            Assert.Equal(("translation", (string)written["id"]!, (string)report["id"]!, (string)report["caseId"]!), ((string)hit["kind"]!, (string)hit["id"]!, (string)hit["boardingId"]!, (string)hit["caseId"]!));
            Assert.Equal([$"Ils ont dit «{word}»."], hit["highlights"]!.AsArray().Select(x => (string)x!));
            Assert.Equal("restricted", (string)hit["marking"]!["classification"]!);
        }
        Assert.Empty(await Find(await server.As("fra-officer")));
        (await officer.Move(record, "amended", new { reason = "A word was wrong." })).Is(200);
        (await officer.Move(record, "submitted")).Is(200);
        // As its narrative, it is found by whom that revision is shown.
        Assert.Equal((0, 1), ((await Find(officer)).Count, (await Find(reader)).Count));
    }

    [Fact]
    public async Task The_page_of_the_report_shows_it_in_its_language()
    {
        var officer = await server.As("aus-officer");
        var record = $"boardings/{(await Submitted(officer))["id"]}";
        async Task<string> Page(string path) => (await officer.Get($"/{path}", ("Accept", "text/html"))).Is(200).Text;
        Assert.DoesNotContain("id=\"translations\"", await Page(record), StringComparison.Ordinal);
        (await officer.Post($"{record}/translations", Http.Samples.Translation(new { language = "ar", text = "فتشت الجمارك السفينة" }))).Is(201);
        foreach (var path in new[] { record, $"{record}/revisions/1" })
        {
            var page = await Page(path);
            Assert.Contains("Arabic <span class=\"small\">of the narrative of revision 1</span>", page, StringComparison.Ordinal);
            Assert.Contains("<div class=\"narrative\" lang=\"ar\" dir=\"auto\">", page, StringComparison.Ordinal);
        }
    }

    static async Task<JsonNode> Submitted(HttpClient officer) => (await officer.Post("boardings?submit=true", Documents.Report(new { marking = Talk.Marking("restricted", "JPN", "XCC") }))).Is(201).Json;

    async Task Accept(string record)
    {
        var cell = await server.As("xcc-coordinator");
        foreach (var to in new[] { "inReview", "accepted" })
            (await cell.Move(record, to)).Is(200);
    }

    static async Task<List<int>> Revisions(HttpClient reader, string record) =>
        [.. (await reader.Get($"{record}/translations")).Is(200).Json["items"]!.AsArray().Select(x => (int)x!["revision"]!)];

    static async Task<string> Refused(HttpClient who, string record, object changes) =>
        Documents.With((await who.Post($"{record}/translations", Http.Samples.Translation(changes))).Is(422).Json.AsObject(), new { traceId = (string?)null }).ToJsonString();
}
