using System.Text.Json.Nodes;
using Interdiction.Tests.Proposals;

namespace Interdiction.Tests.Cases;

/// <summary>Cases that belong together: who says so, and who is told.</summary>
public sealed class CaseLinkTests(Server server)
{
    const string Reason = "The same consignment, aboard another ship.";

    [Fact]
    public async Task A_link_is_shown_from_both_sides_to_who_reads_both_and_changes_neither()
    {
        var (lead, reader, both) = (await server.As("aus-coordinator"), await server.As("jpn-officer"), await server.As("sgp-officer"));
        var (one, other) = (await Acts.Case(server, new { title = "The first ship" }, "JPN", "SGP"), await Acts.Case(server, new { title = "The second ship" }, "SGP"));
        var before = await Seen(one, other);
        var made = (await lead.Put($"cases/{one}/links/{other}", new { reason = Reason })).Is(200);
        Assert.Equal((other, "The second ship", "open", Reason, "AUS"), ((string)made.Json["id"]!, (string)made.Json["title"]!, (string)made.Json["status"]!, (string)made.Json["reason"]!, (string)made.Json["partner"]!));
        Assert.Equal("restricted", (string)made.Json["marking"]!["classification"]!);
        Assert.NotNull(made.Json["linkedBy"]);
        // Neither its tag nor its time line tells who reads one of the two alone that there is another.
        Assert.Equal(before, await Seen(one, other));

        Assert.Equal([other], await Links(both, one));
        Assert.Equal([one], await Links(both, other));
        Assert.Empty(await Links(reader, one));
        Assert.Equal(0, (int)(await reader.Get($"cases/{one}/links?count=exact")).Is(200).Json["total"]!);
        (await reader.Get($"cases/{other}/links")).Is(404);
        (await (await server.As("fra-officer")).Get($"cases/{one}/links")).Is(404);

        async Task<string> Page(HttpClient who) => (await who.Get($"/cases/{one}", ("Accept", "text/html"))).Is(200).Text;
        Assert.Contains($"<a href=\"/cases/{other}\">", await Page(both), StringComparison.Ordinal);
        Assert.DoesNotContain("Linked cases", await Page(reader), StringComparison.Ordinal);
        // Who loses one of the two is told of the link no more.
        (await (await server.As("aus-officer")).Send(HttpMethod.Put, $"cases/{other}/marking", Acts.Marking("restricted"), ("If-Match", "*"))).Is(200);
        Assert.Empty(await Links(both, one));
        Assert.Equal([other], await Links(lead, one));
    }

    [Fact]
    public async Task A_link_is_made_once_explained_anew_by_either_lead_and_undone()
    {
        var (lead, second) = (await server.As("aus-coordinator"), await server.As("jpn-coordinator"));
        var one = await Acts.Case(server, null, "JPN");
        var other = (string)(await second.Post("cases", Http.Samples.Case())).Is(201).Json["id"]!;
        var made = (await lead.Put($"cases/{one}/links/{other}", new { reason = Reason })).Is(200).Json;
        Assert.Equal(made.ToJsonString(), (await lead.Put($"cases/{one}/links/{other}", new { reason = Reason })).Is(200).Json.ToJsonString());
        var anew = (await second.Put($"cases/{other}/links/{one}", new { reason = "The same owner." })).Is(200).Json;
        Assert.Equal((one, "The same owner.", "JPN"), ((string)anew["id"]!, (string)anew["reason"]!, (string)anew["partner"]!));
        Assert.Equal("The same owner.", (string)(await lead.Get($"cases/{one}/links")).Is(200).Json["items"]!.AsArray().Single()!["reason"]!);

        (await lead.Send(HttpMethod.Delete, $"cases/{one}/links/{other}?validateOnly=true", null, ("If-Match", "*"))).Is(204);
        Assert.Equal([other], await Links(lead, one));
        (await lead.Send(HttpMethod.Delete, $"cases/{one}/links/{other}", null, ("If-Match", "*"))).Is(204);
        (await lead.Send(HttpMethod.Delete, $"cases/{one}/links/{other}", null, ("If-Match", "*"))).Is(404);
        Assert.Empty(await Links(second, other));
        (await lead.Put($"cases/{one}/links/{other}", new { reason = Reason })).Is(200);
    }

    [Fact]
    public async Task Whoever_does_not_lead_or_does_not_read_both_links_nothing()
    {
        var (lead, cell) = (await server.As("aus-coordinator"), await server.As("xcc-coordinator"));
        var (one, other) = (await Acts.Case(server, null, "JPN", "XCC"), await Acts.Case(server, null, "JPN", "XCC"));
        foreach (var who in new[] { "aus-officer", "aus-auditor", "jpn-coordinator", "xcc-coordinator" })
            foreach (var method in new[] { HttpMethod.Put, HttpMethod.Delete })
                Assert.NotNull((await (await server.As(who)).Send(method, $"cases/{one}/links/{other}", method == HttpMethod.Put ? new { reason = Reason } : null, ("If-Match", "*"))).Is(403).Json["reasons"]);
        (await (await server.As("fra-coordinator")).Put($"cases/{one}/links/{other}", new { reason = Reason })).Is(404);
        // A case that the lead does not read is answered as one that there never was.
        var hidden = (string)(await cell.Post("cases", Http.Samples.Case(new { marking = Acts.Marking("restricted", "JPN") }))).Is(201).Json["id"]!;
        foreach (var method in new[] { HttpMethod.Put, HttpMethod.Delete })
        {
            async Task<string> Told(string id) => Access.Crawler.Face((await lead.Send(method, $"cases/{one}/links/{id}", method == HttpMethod.Put ? new { reason = Reason } : null, ("If-Match", "*"))).Is(404));
            Assert.Equal(await Told($"{Guid.CreateVersion7()}"), await Told(hidden));
        }
        Assert.Equal([("", "duplicate")], (await lead.Put($"cases/{one}/links/{one}", new { reason = Reason })).Is(422).Faults);
        foreach (var (reason, code) in new[] { (" ", "required"), (null, "required"), (new string('x', 4_001), "tooLong") })
            Assert.Equal([("/reason", code)], (await lead.Put($"cases/{one}/links/{other}", new { reason })).Is(422).Faults);
        (await lead.Send(HttpMethod.Put, $"cases/{one}/links/{other}", new { reason = Reason })).Is(428);
        (await lead.Put($"cases/{one}/links/{other}", new { reason = Reason }, "\"0\"")).Is(412);
        (await lead.Put($"cases/{one}/links/{other}?validateOnly=true", new { reason = Reason })).Is(200);
        Assert.Empty(await Links(lead, one));
        Assert.Empty(await Links(lead, other));
    }

    [Fact]
    public async Task Links_are_paged_in_the_order_in_which_they_were_made()
    {
        var lead = await server.As("aus-coordinator");
        var one = await Acts.Case(server, null, "JPN");
        var made = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            made.Add(await Acts.Case(server, null, "JPN"));
            (await lead.Put(i % 2 == 0 ? $"cases/{one}/links/{made[i]}" : $"cases/{made[i]}/links/{one}", new { reason = Reason })).Is(200);
        }
        var listed = new List<string>();
        for (string? cursor = null; ;)
        {
            var page = (await lead.Get($"cases/{one}/links?limit=2{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}")).Is(200).Json;
            listed.AddRange(page["items"]!.AsArray().Select(x => (string)x!["id"]!));
            if ((cursor = (string?)page["nextCursor"]) is null)
                break;
        }
        Assert.Equal(made, listed);
    }

    static async Task<List<string>> Links(HttpClient who, string record) => [.. (await who.Get($"cases/{record}/links")).Is(200).Json["items"]!.AsArray().Select(x => (string)x!["id"]!)];

    /// <summary>What a reader of either sees of it without asking for links.</summary>
    async Task<string> Seen(params string[] cases)
    {
        var reader = await server.As("sgp-officer");
        var seen = new JsonArray();
        foreach (var it in cases)
        {
            var head = (await reader.Get($"cases/{it}")).Is(200);
            seen.Add(new JsonArray(head.ETag, head.Text, (await reader.Get($"cases/{it}/timeline")).Is(200).Text, (await reader.Get($"cases/{it}/contents")).Is(200).Text));
        }
        return seen.ToJsonString();
    }
}
