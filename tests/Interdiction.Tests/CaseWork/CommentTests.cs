using System.Text.Json.Nodes;

namespace Interdiction.Tests.CaseWork;

/// <summary>What is said in a case, by whom it is read, and that it stands.</summary>
public sealed class CommentTests(Server server)
{
    [Fact]
    public async Task A_comment_is_read_by_its_own_marking_and_that_of_the_case_and_told_counted_and_listed_so()
    {
        var (officer, reader, cell) = (await server.As("aus-officer"), await server.As("jpn-officer"), await server.As("xcc-coordinator"));
        var @case = await officer.OpenCase();
        var before = (await officer.Get($"cases/{@case}")).Is(200).ETag;
        var body = Http.Samples.Comment(new { marking = Talk.Marking("restricted", "JPN", "FRA") });
        var written = (await officer.Post($"cases/{@case}/comments", body)).Is(201);
        var comment = written.Json;
        Assert.Equal($"{Server.Base}/comments/{body["id"]}", written.Headers.Location!.ToString());
        Assert.Equal(((string?)body["text"], "AUS", @case), ((string?)comment["text"], (string?)comment["originator"], (string?)comment["caseId"]));
        Assert.NotNull(comment["caseNumber"]);
        Assert.Equal(before, (await officer.Get($"cases/{@case}")).Is(200).ETag);

        // France is named by the comment and not by the case, the cell by the case and not by the comment.
        foreach (var (who, sees) in new[] { (reader, true), (await server.As("jpn-auditor"), true), (cell, false) })
        {
            (await who.Get($"comments/{comment["id"]}")).Is(sees ? 200 : 404);
            Assert.Equal(sees ? 1 : 0, (int)(await who.Get($"cases/{@case}/contents")).Is(200).Json["comments"]!);
            Assert.Equal(sees ? 1 : 0, (int)(await who.Get($"cases/{@case}/comments?count=exact")).Is(200).Json["total"]!);
            Assert.Equal(sees, (await who.Get($"cases/{@case}/timeline")).Is(200).Json["items"]!.AsArray().Any(x => (string)x!["kind"]! == "commented" && (string)x["resource"]! == (string)comment["id"]!));
        }
        foreach (var who in new[] { "fra-officer", "pan-liaison", "aus-administrator" })
        {
            (await (await server.As(who)).Get($"comments/{comment["id"]}")).Is(404);
            (await (await server.As(who)).Get($"cases/{@case}/comments")).Is(404);
            (await (await server.As(who)).Post($"cases/{@case}/comments", Http.Samples.Comment())).Is(404);
        }
        // Whoever reads the case says something in it; an auditor reads, and is told why not.
        Assert.NotNull((await (await server.As("jpn-auditor")).Post($"cases/{@case}/comments", Http.Samples.Comment())).Is(403).Json["reasons"]);
        await cell.Say(@case, new { marking = Talk.Marking("restricted", "AUS") });
        (await (await server.As("aus-officer2")).Post($"cases/{@case}/comments", Http.Samples.Comment(new { marking = Talk.Marking("secret") }))).Is(403);
        Assert.Equal((2, 1), ((int)(await officer.Get($"cases/{@case}/contents")).Json["comments"]!, (int)(await reader.Get($"cases/{@case}/contents")).Json["comments"]!));
    }

    [Fact]
    public async Task A_comment_is_said_once_and_neither_changed_nor_taken_back()
    {
        var officer = await server.As("aus-officer");
        var @case = await officer.OpenCase();
        var body = Http.Samples.Comment();
        var first = (await officer.Post($"cases/{@case}/comments", body)).Is(201);
        var again = await officer.Post($"cases/{@case}/comments", body);
        Assert.Equal((string)first.Json["id"]!, (string)again.Json["id"]!);
        Assert.Equal(1, (int)(await officer.Get($"cases/{@case}/comments?count=exact")).Json["total"]!);
        Assert.Equal("idInUse", (string)(await officer.Post($"cases/{@case}/comments", Documents.With((JsonObject)body.DeepClone(), new { text = "Otherwise" }))).Is(409).Json["code"]!);
        foreach (var method in new[] { HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete })
            (await officer.Send(method, $"comments/{body["id"]}", new { text = "Otherwise" }, ("If-Match", "*"))).Is(405);
        var dry = Http.Samples.Comment();
        (await officer.Post($"cases/{@case}/comments?validateOnly=true", dry)).Is(200);
        (await officer.Get($"comments/{dry["id"]}")).Is(404);
    }

    [Fact]
    public async Task Narrowing_takes_a_comment_from_others_with_its_entry_in_the_time_line_and_widening_takes_two()
    {
        var (officer, reader) = (await server.As("aus-officer"), await server.As("jpn-officer"));
        var @case = await officer.OpenCase();
        var comment = await officer.Say(@case);
        var narrow = Talk.Marking("restricted");
        var path = $"comments/{comment["id"]}";
        Assert.Equal(["JPN"], (await officer.Send(HttpMethod.Put, $"{path}/marking?validateOnly=true", narrow, ("If-Match", "*"))).Is(200).Json["loses"]!.AsArray().Select(x => (string)x!));
        (await reader.Send(HttpMethod.Put, $"{path}/marking", narrow, ("If-Match", "*"))).Is(403);
        var etag = (await officer.Get($"{path}/marking")).Is(200).ETag!;
        var narrowed = (await officer.Send(HttpMethod.Put, $"{path}/marking", narrow, ("If-Match", etag))).Is(200);
        Assert.NotEqual(etag, narrowed.ETag);
        (await officer.Send(HttpMethod.Put, $"{path}/marking", narrow, ("If-Match", etag))).Is(412);
        (await reader.Get(path)).Is(404);
        Assert.DoesNotContain((string)comment["id"]!, (await reader.Get($"cases/{@case}/timeline")).Is(200).Text, StringComparison.Ordinal);
        (await officer.Send(HttpMethod.Put, $"{path}/marking", Talk.Marking("restricted", "JPN"), ("If-Match", "*"))).Is(403);
        var proposal = (await officer.Post("proposals", new { act = "widenMarking", resource = comment["id"], arguments = new JsonObject { ["releasableTo"] = new JsonArray("JPN") }, reason = "They ask." })).Is(201).Json;
        (await (await server.As("aus-coordinator")).Move($"proposals/{proposal["id"]}", "approved")).Is(200);
        Assert.Equal((string?)comment["text"], (string?)(await reader.Get(path)).Is(200).Json["text"]);
    }

    [Fact]
    public async Task A_case_that_is_narrowed_disclosed_or_closed_takes_its_comments_along()
    {
        var (officer, coordinator, reader) = (await server.As("aus-officer"), await server.As("aus-coordinator"), await server.As("jpn-officer"));
        var @case = await officer.OpenCase();
        var own = await reader.Say(@case, new { marking = Talk.Marking("restricted", "ALL") });
        // The case's originator may not read what another partner keeps to itself there, and takes it along all the same.
        var kept = await reader.Say(@case, new { marking = Talk.Marking("restricted") });
        (await officer.Get($"comments/{kept["id"]}")).Is(404);
        (await officer.Send(HttpMethod.Put, $"cases/{@case}/marking", Talk.Marking("restricted", "XCC"), ("If-Match", "*"))).Is(200);
        foreach (var it in new[] { own, kept })
            (await reader.Get($"comments/{it["id"]}")).Is(404);
        (await (await server.As("xcc-coordinator")).Get($"comments/{own["id"]}")).Is(200);

        var report = (await officer.Post("boardings", Documents.Report(new { marking = Talk.Marking("restricted", "JPN") }))).Is(201).Json;
        var early = await officer.Say((string)report["caseId"]!);
        (await reader.Get($"comments/{early["id"]}")).Is(404);
        (await officer.Move($"boardings/{report["id"]}", "submitted")).Is(200);
        (await reader.Get($"comments/{early["id"]}")).Is(200);

        await coordinator.Close(@case, await server.As("aus-coordinator2"));
        Assert.Equal("wrongState", (string)(await officer.Post($"cases/{@case}/comments", Http.Samples.Comment())).Is(409).Json["code"]!);
        Assert.Equal("wrongState", (string)(await officer.Post($"cases/{@case}/tasks", Http.Samples.Task())).Is(409).Json["code"]!);
        Assert.Equal(1, (int)(await officer.Get($"cases/{@case}/comments?count=exact")).Json["total"]!);
    }

    [Fact]
    public async Task What_cannot_be_said_is_refused_with_the_place()
    {
        var officer = await server.As("aus-officer");
        var @case = await officer.OpenCase();
        foreach (var (changes, pointer, code) in new (object, string, string)[]
        {
            (new { text = " " }, "/text", "required"),
            (new { text = (string?)null }, "/text", "required"),
            (new { text = new string('漢', 4_001) }, "/text", "tooLong"),
            (new { marking = (string?)null }, "/marking", "required"),
            (new { marking = Talk.Marking("restricted", "ZZZ") }, "/marking/releasableTo/0", "unknownCode"),
        })
            Assert.Contains((pointer, code), (await officer.Post($"cases/{@case}/comments", Http.Samples.Comment(changes))).Is(422).Faults);
        await officer.Say(@case, new { text = new string('漢', 4_000) });
        Assert.Equal([("/caseId", "form")], (await officer.Post($"cases/{@case}/comments", Http.Samples.Comment(new { caseId = @case }))).Is(400).Faults);
        Assert.Equal(1, (int)(await officer.Get($"cases/{@case}/contents")).Json["comments"]!);
    }

    [Fact]
    public async Task Comments_are_paged_in_the_order_in_which_they_were_said()
    {
        var officer = await server.As("aus-officer");
        var @case = await officer.OpenCase();
        var said = new List<string>();
        for (var i = 0; i < 5; i++)
            said.Add((string)(await officer.Say(@case, new { text = $"Number {i}" }))["id"]!);
        var listed = new List<string>();
        for (string? cursor = null; ;)
        {
            var page = (await officer.Get($"cases/{@case}/comments?limit=2{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}")).Is(200).Json;
            listed.AddRange(page["items"]!.AsArray().Select(x => (string)x!["id"]!));
            if ((cursor = (string?)page["nextCursor"]) is null)
                break;
        }
        Assert.Equal(said, listed);
        (await officer.Get($"cases/{await officer.OpenCase()}/comments?cursor=CfDJ8")).Is(400);
    }
}
