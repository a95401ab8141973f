using System.Text.RegularExpressions;
using UglyToad.PdfPig;

namespace Interdiction.Tests.Boardings;

/// <summary>Handling codes are shown wherever the record is shown.</summary>
public sealed partial class CaveatTests(Server server)
{
    [Fact]
    public async Task A_printed_report_has_its_codes_at_head_and_foot_of_every_page_and_spells_them_once()
    {
        var it = await new Masked().Accepted(server, new { narrative = string.Join("\n\n", Enumerable.Repeat("They searched the holds and wrote down what they saw.", 150)) });
        foreach (var path in new[] { $"{it.Record}/report.pdf", $"cases/{it.CaseId}/report.pdf" })
        {
            using var document = PdfDocument.Open((await (await server.As("jpn-officer")).Get(path)).Is(200).Bytes);
            var pages = document.GetPages().Select(x => string.Concat(x.Letters.Select(y => y.Value)).Replace(" ", "", StringComparison.Ordinal)).ToList();
            Assert.True(pages.Count > 1, "One page shows nothing of every page.");
            Assert.All(pages, page => Assert.InRange(Regex.Count(page, "RELTOAUS,JPN,XCC//H1,H3"), 2, 3));
            var whole = string.Concat(pages);
            Assert.Equal(1, Regex.Count(whole, "H1:notincourtwithout"));
            Assert.Equal(1, Regex.Count(whole, "H3:Askbeforeuse"));
        }
    }

    [Fact]
    public async Task Pages_spell_the_codes_in_their_banners_and_show_them_beside_every_record_and_event()
    {
        var it = await new Masked().Accepted(server);
        var reader = await server.As("jpn-officer");
        async Task<string> Page(string path) => (await reader.Get(path, ("Accept", "text/html"))).Is(200).Text;
        foreach (var path in new[] { $"/cases/{it.CaseId}", $"/{it.Record}", $"/{it.Record}/revisions/1" })
            Assert.Equal(2, Banner().Count(await Page(path)));
        Assert.Equal(["H1", "H3"], Codes().Matches(await Page($"/cases?q={it.Word}")).Select(x => x.Groups[1].Value));
        var @case = await Page($"/cases/{it.CaseId}");
        var events = (await reader.Get($"cases/{it.CaseId}/timeline")).Is(200).Json["items"]!.AsArray().Count;
        Assert.True(events > 3, "The time line is too short to show anything.");
        Assert.Equal(2 * (1 + events), Codes().Count(@case));
    }

    [Fact]
    public async Task The_codes_travel_with_every_head_of_a_record()
    {
        var it = await new Masked().Accepted(server);
        var reader = await server.As("jpn-officer");
        string Caveats(System.Text.Json.Nodes.JsonNode? record) => record!["marking"]!["caveats"]!.ToJsonString();
        const string both = """["H1","H3:Askbeforeuse"]""";
        Assert.Equal(both, Caveats((await reader.Get(it.Record)).Is(200).Json));
        Assert.Equal(both, Caveats((await reader.Get($"cases/{it.CaseId}")).Is(200).Json));
        Assert.Equal(both, Caveats((await reader.Get($"cases/{it.CaseId}/contents")).Is(200).Json["boardings"]![0]));
        foreach (var list in new[] { "boardings", "cases" })
            Assert.Equal(both, Caveats((await reader.Get($"{list}?q={it.Word}")).Is(200).Json["items"]![0]));
    }

    [GeneratedRegex("<strong>H1</strong> <bdi>not in court without the originator(?:&#x27;|')s permission</bdi></span>\\s*<span><strong>H3</strong> <bdi>Askbeforeuse</bdi>")]
    private static partial Regex Banner();

    [GeneratedRegex("<abbr class=\"caveat\" title=\"[^\"]+\">(H[0-3])</abbr>")]
    private static partial Regex Codes();
}
