namespace Interdiction.Tests.Proposals;

/// <summary>The originator takes a record back from readers, at once; who had it is told to it, and to nobody else.</summary>
public sealed class NarrowingTests(Server server)
{
    [Fact]
    public async Task A_narrowed_case_is_gone_for_the_next_request_with_all_that_is_in_it()
    {
        var filed = (await (await server.As("aus-officer")).Post("boardings?submit=true", Documents.Report())).Is(201).Json;
        var (record, report, officer, japan) = ($"cases/{filed["caseId"]}", $"boardings/{filed["id"]}", await server.As("aus-officer2"), await server.As("jpn-officer"));
        (await japan.Get(report)).Is(200);
        (await japan.Get($"{report}/report.pdf")).Is(200);
        var before = (await officer.Get($"{record}/marking")).Is(200);
        var tried = (await officer.Put($"{record}/marking?validateOnly=true", Acts.Marking("restricted", "USA"))).Is(200);
        Assert.Equal(("", "JPN XCC"), (tried.Json["gains"].List(), tried.Json["loses"].List()));
        (await japan.Get(report)).Is(200);

        var narrowed = (await officer.Put($"{record}/marking", Acts.Marking("restricted", "USA"), before.ETag!)).Is(200);
        Assert.Equal(("AUS USA", "JPN XCC"), (narrowed.Json["releasableTo"].List(), narrowed.Json["loses"].List()));
        Assert.NotEqual(before.ETag, narrowed.ETag);
        foreach (var path in new[] { record, report, $"{report}/revisions", $"{report}/revisions/1", $"{report}/report.pdf", $"{record}/timeline", $"{record}/contents", $"{record}/marking" })
            (await japan.Get(path)).Is(404);
        Assert.DoesNotContain((string)filed["id"]!, (await japan.Get("boardings?limit=200")).Is(200).Text, StringComparison.Ordinal);
        (await (await server.As("usa-officer")).Get(report)).Is(200);
        (await officer.Put($"{record}/marking", Acts.Marking("restricted", "USA"), before.ETag!)).Is(412);
    }

    [Fact]
    public async Task The_put_marking_takes_what_was_read_and_refuses_what_is_wider()
    {
        var record = await Acts.Case(server, null, "JPN");
        var officer = await server.As("aus-officer");
        var marking = (await officer.Get($"cases/{record}/marking")).Is(200);
        var same = (await officer.Put($"cases/{record}/marking", marking.Json, marking.ETag!)).Is(200);
        Assert.Equal(marking.ETag, same.ETag);
        foreach (var wider in new[] { Acts.Marking("unclassified", "JPN"), Acts.Marking("restricted", "JPN", "FRA"), Acts.Marking("restricted", "ALL") })
            Assert.Contains("widenMarking", (await officer.Put($"cases/{record}/marking", wider)).Is(403).Json["reasons"].List(), StringComparison.Ordinal);
        (await officer.Put($"cases/{record}/marking", Acts.Marking("top", "JPN"))).Is(422);
        (await officer.Send(HttpMethod.Put, $"cases/{record}/marking", Acts.Marking("secret", "JPN"))).Is(428);
    }

    [Fact]
    public async Task The_originator_alone_narrows()
    {
        var record = await Acts.Case(server, null, "JPN", "XCC");
        foreach (var who in new[] { "jpn-officer", "jpn-coordinator", "xcc-coordinator", "aus-auditor" })
            (await (await server.As(who)).Put($"cases/{record}/marking", Acts.Marking("secret", "JPN"))).Is(403);
        foreach (var who in new[] { "fra-officer", "aus-administrator" })
            (await (await server.As(who)).Put($"cases/{record}/marking", Acts.Marking("secret", "JPN"))).Is(404);
        // Nobody gives a marking above their own clearance.
        (await (await server.As("aus-officer2")).Put($"cases/{record}/marking", Acts.Marking("secret", "JPN"))).Is(403);
        (await (await server.As("aus-officer")).Put($"cases/{record}/marking", Acts.Marking("secret", "JPN"))).Is(200);
        (await (await server.As("aus-officer2")).Get($"cases/{record}")).Is(404);
    }

    [Fact]
    public async Task The_originator_is_told_who_can_read_and_who_could()
    {
        var record = await Acts.Case(server, null, "JPN", "USA");
        var officer = await server.As("aus-officer");
        var before = TimeProvider.System.GetUtcNow().ToString("O");
        var now = (await officer.Get($"cases/{record}/access")).Is(200).Json["items"]!.AsArray();
        Assert.Equal("AUS originator restricted JPN releasableTo restricted USA releasableTo restricted", string.Join(' ', now.Select(x => $"{x!["partner"]} {x["rule"]} {x["clearance"]}")));
        Assert.Equal("officer coordinator auditor", now[0]!["roles"].List());
        (await officer.Put($"cases/{record}/marking", Acts.Marking("confidential", "JPN"))).Is(200);
        Assert.Equal("AUS confidential JPN confidential", await Who(officer, record));
        Assert.Equal("AUS restricted JPN restricted USA restricted", await Who(officer, record, $"?at={Uri.EscapeDataString(before)}"));
        Assert.Equal("", await Who(officer, record, "?at=2003-08-07T00:00:00Z"));
        (await officer.Get($"cases/{record}/access?at=yesterday")).Is(400);
        (await (await server.As("jpn-officer")).Get($"cases/{record}/access")).Is(403);
        (await (await server.As("usa-officer")).Get($"cases/{record}/access")).Is(404);
    }

    [Fact]
    public async Task The_originator_gets_the_list_of_everyone_who_had_a_spilt_report()
    {
        var filed = (await (await server.As("aus-officer")).Post("boardings?submit=true", Documents.Report())).Is(201).Json;
        var (report, coordinator, japan, america) = ($"boardings/{filed["id"]}", await server.As("aus-coordinator"), await server.As("jpn-officer"), await server.As("usa-auditor"));
        (await japan.Get(report)).Is(200);
        (await japan.Get($"{report}/revisions/1")).Is(200);
        (await america.Get($"{report}/report.pdf")).Is(200);
        (await (await server.As("fra-officer")).Get(report)).Is(404);
        var narrowed = (await (await server.As("aus-officer")).Put($"{report}/marking", Acts.Marking("secret"))).Is(200).Json;
        // Its title stands in the case, which others read.
        Assert.Equal(["titleStandsInCase"], narrowed["warnings"]!.AsArray().Select(x => (string)x!["code"]!));
        foreach (var client in new[] { japan, america })
            (await client.Get(report)).Is(404);

        var had = (await coordinator.Get($"{report}/disclosures")).Is(200).Json;
        var others = had["items"]!.AsArray().Where(x => (string)x!["partner"]! != "AUS").Select(x => $"{x!["partner"]} {x["name"]} {x["opened"]} {x["printed"]}");
        Assert.Equal(["JPN Officer system of JPN 2 0", "USA Auditor system of USA 0 1"], others);
        Assert.All(had["readable"]!.AsArray().Where(x => (string)x!["partner"]! != "AUS"), x => Assert.NotNull(x!["until"]));
        Assert.Equal("AUS JPN USA XCC", string.Join(' ', had["readable"]!.AsArray().Select(x => (string)x!["partner"]!).Distinct()));
        (await (await server.As("aus-officer")).Get($"{report}/disclosures")).Is(403);
        (await japan.Get($"{report}/disclosures")).Is(404);
    }

    static async Task<string> Who(HttpClient client, string record, string query = "") =>
        string.Join(' ', (await client.Get($"cases/{record}/access{query}")).Is(200).Json["items"]!.AsArray().Select(x => $"{x!["partner"]} {x["clearance"]}"));
}
