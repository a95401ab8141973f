using System.Text.Json.Nodes;
using Interdiction.Tests.Http;

namespace Interdiction.Tests.Cases;

/// <summary>Lists are read page by page: none twice, none missing, also while others write.</summary>
public sealed class ListTests(Server server)
{
    const int Many = 120;

    static string Word() => $"w{Guid.CreateVersion7():N}";

    static async Task<(List<string> Ids, int Pages)> Read(HttpClient caller, string list, Func<Task>? between = null)
    {
        List<string> ids = [];
        string? cursor = null;
        var pages = 0;
        do
        {
            var page = (await caller.Get($"{list}{(list.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit=7{(cursor is null ? "" : $"&cursor={cursor}")}")).Is(200).Json;
            var items = page["items"]!.AsArray();
            Assert.InRange(items.Count, 0, 7);
            ids.AddRange(items.Select(x => (string)(x!["id"] ?? x["resource"])!));
            cursor = (string?)page["nextCursor"];
            pages++;
            if (between is not null)
                await between();
        }
        while (cursor is not null);
        return (ids, pages);
    }

    [Fact]
    public async Task Every_record_is_on_one_page_in_the_order_of_filing()
    {
        var officer = await server.As("aus-officer");
        var word = Word();
        List<string> boardings = [], cases = [];
        foreach (var chunk in Enumerable.Range(0, Many).Chunk(6))
            foreach (var filed in await Task.WhenAll(chunk.Select(_ => officer.Post("boardings?submit=true", Documents.Report(new { title = word })))))
            {
                boardings.Add((string)filed.Is(201).Json["id"]!);
                cases.Add((string)filed.Json["caseId"]!);
            }

        foreach (var (list, made) in new[] { ("boardings", boardings), ("cases", cases) })
        {
            var (newest, pages) = await Read(officer, $"{list}?q={word}");
            Assert.Equal((Many, 18), (newest.Count, pages));
            Assert.Equal(made.Order(), newest.Order());
            Assert.Equal(newest, (await Read(officer, $"{list}?q={word}&sort=-openedAt")).Ids);
            Assert.Equal(Enumerable.Reverse(newest), (await Read(officer, $"{list}?q={word}&sort=openedAt")).Ids);
            Assert.Equal(Many, (int)(await officer.Get($"{list}?q={word}&limit=1&count=exact")).Is(200).Json["total"]!);
            Assert.Equal(Many, (await officer.Get($"{list}?q={word}&limit=200")).Is(200).Json["items"]!.AsArray().Count);
            var page = (await officer.Get($"{list}?q={word}")).Is(200).Json;
            Assert.Equal((50, true), (page["items"]!.AsArray().Count, page["total"] is null));
        }
        foreach (var list in new[] { "boardings", "cases" })
        {
            Task<Answer> File() => officer.Post("boardings", Documents.Report(new { title = word }));
            // Backward, what is filed meanwhile comes before the first page; forward, it comes at the end.
            var before = (await Read(officer, $"{list}?q={word}")).Ids;
            Assert.Equal(before, (await Read(officer, $"{list}?q={word}", File)).Ids);
            var filed = 0;
            var forward = (await Read(officer, $"{list}?q={word}&sort=openedAt", () => ++filed > 9 ? Task.CompletedTask : File())).Ids;
            Assert.Equal(Enumerable.Reverse(before), forward[..before.Count]);
            Assert.Equal(forward.Order(), (await Read(officer, $"{list}?q={word}")).Ids.Order());
        }
    }

    [Fact]
    public async Task A_time_line_is_read_page_by_page_in_order()
    {
        var officer = await server.As("aus-officer");
        var lead = await server.As("aus-coordinator");
        var filed = (await officer.Post("boardings?submit=true", Documents.Report())).Is(201).Json;
        var line = $"cases/{filed["caseId"]}/timeline";
        foreach (var to in Enumerable.Range(0, 8).Select(x => x % 2 == 0 ? "underReview" : "open"))
            (await lead.Move($"cases/{filed["caseId"]}", to)).Is(200);
        var whole = (await officer.Get($"{line}?count=exact")).Is(200).Json;
        var entries = whole["items"]!.AsArray().Select(x => x!.ToJsonString()).ToList();
        Assert.Equal((11, 11), (entries.Count, (int)whole["total"]!));
        var times = whole["items"]!.AsArray().Select(x => (DateTimeOffset)x!["at"]!).ToList();
        Assert.Equal(times.Order(), times);

        var first = (await officer.Get($"{line}?limit=7")).Is(200).Json;
        var rest = (await officer.Get($"{line}?limit=7&cursor={first["nextCursor"]}")).Is(200).Json;
        Assert.Equal(entries, first["items"]!.AsArray().Concat(rest["items"]!.AsArray()).Select(x => x!.ToJsonString()));
        Assert.Null((string?)rest["nextCursor"]);
    }

    [Fact]
    public async Task What_happens_at_one_moment_is_told_in_the_order_in_which_it_happened()
    {
        var officer = await server.As("aus-officer");
        // By chance the order would be right in one of six.
        for (var i = 0; i < 8; i++)
        {
            var filed = (await officer.Post("boardings?submit=true", Documents.Report())).Is(201).Json;
            var told = (await officer.Get($"cases/{filed["caseId"]}/timeline")).Is(200).Json["items"]!.AsArray();
            Assert.Equal(["caseOpened", "reportFiled", "reportSubmitted"], told.Select(x => (string)x!["kind"]!));
        }
    }

    [Theory]
    [InlineData("boardings")]
    [InlineData("cases")]
    public async Task A_cursor_is_good_for_its_caller_and_filter_only(string list)
    {
        var officer = await server.As("aus-officer");
        var word = Word();
        for (var i = 0; i < 3; i++)
            (await officer.Post("boardings?submit=true", Documents.Report(new { title = word }))).Is(201);
        var cursor = (string)(await officer.Get($"{list}?q={word}&limit=1")).Is(200).Json["nextCursor"]!;
        Assert.Single((await officer.Get($"{list}?q={word}&limit=1&cursor={cursor}")).Is(200).Json["items"]!.AsArray());
        Assert.Equal(2, (await officer.Get($"{list}?q={word}&limit=5&count=exact&cursor={cursor}")).Is(200).Json["items"]!.AsArray().Count);

        foreach (var filter in new[] { "", $"q={word}x", $"q={word}&sort=openedAt", $"q={word}&mode=port", $"q={word}&flag=PRK", $"q={word}&status=open", $"q={word}&from=2003-01-01T00:00:00Z", $"q={word}&bbox=0,0,1,1" })
            Assert.Equal("badParameter", (string)(await officer.Get($"{list}?{filter}&cursor={cursor}")).Is(400).Json["code"]!);
        foreach (var who in new[] { "aus-officer2", "jpn-officer" })
            (await (await server.As(who)).Get($"{list}?q={word}&cursor={cursor}")).Is(400);
        (await officer.Get($"{(list == "cases" ? "boardings" : "cases")}?q={word}&cursor={cursor}")).Is(400);
        foreach (var broken in new[] { cursor[..^1], 'A' + cursor, cursor.ToUpperInvariant(), "bm90aGluZw" })
            (await officer.Get($"{list}?q={word}&cursor={broken}")).Is(400);
    }

    [Fact]
    public async Task A_role_that_reads_no_content_finds_nothing_and_may_not_make_anything()
    {
        foreach (var who in new[] { "aus-administrator", "pan-liaison" })
        {
            var caller = await server.As(who);
            foreach (var list in new[] { "boardings", "cases" })
            {
                var page = (await caller.Get($"{list}?count=exact")).Is(200).Json;
                Assert.Equal((0, 0), (page["items"]!.AsArray().Count, (int)page["total"]!));
            }
            Assert.NotEmpty((await caller.Post("cases", Samples.Case())).Is(403).Json["reasons"]!.AsArray());
            Assert.NotEmpty((await caller.Post("boardings", Documents.Report())).Is(403).Json["reasons"]!.AsArray());
        }
    }
}
