using System.Text.Json.Nodes;
using Interdiction.Tests.Boardings;

namespace Interdiction.Tests.Cases;

/// <summary>Each filter of the lists of cases and reports finds what it names and nothing else.</summary>
public sealed class FilterTests(Server server)
{
    /// <summary>Reports by name, each filed once with one word that is theirs.</summary>
    static readonly Dictionary<string, Func<JsonObject>> Reports = new()
    {
        ["kaohsiung"] = () => Documents.Report(),
        ["sea"] = () => Put(Documents.Report(new { mode = "sea", startedAt = "2010-05-01T12:00:00Z", endedAt = "2010-05-01T13:00:00Z" }),
            ("place", """{"latitude":-17.5,"longitude":179.5,"zone":"highSeas"}"""), ("conveyance/flagClaimed", "\"PAN\""), ("conveyance/imo", "\"IMO 9074729\""),
            ("manifest/lines/0/found/description", "\"rice\"")),
        ["west"] = () => Put(Documents.Report(new { mode = "sea", startedAt = "2010-05-02T00:00:00Z", endedAt = "2010-05-02T13:00:00Z" }),
            ("place", """{"latitude":-17.5,"longitude":-179.5,"zone":"highSeas"}"""), ("manifest/lines/0/found/description", "\"rice\"")),
        ["named"] = () => Put(Documents.Report(new { startedAt = (string?)null, endedAt = (string?)null, place = (string?)null, manifest = (string?)null, seizures = (string?)null }),
            ("conveyance", """{"kind":"vessel","names":[{"name":"ÉTOILE du Nord","source":"hull"},{"name":"北極星号","source":"papers"}],"flagClaimed":"FRA"}"""),
            ("narrative", "\"Der Kapitän sprach über Öl; straße; Ναύτης; Łódź; naïve.\"")),
    };

    public static TheoryData<string, string> Filters => new()
    {
        { "", "kaohsiung named sea west" },
        { "mode=sea", "sea west" },
        { "mode=land", "" },
        { "flag=PRK", "kaohsiung west" },
        { "flag=PAN", "sea" },
        { "imo=9074729", "sea" },
        { "imo=IMO%209074729", "sea" },
        { "imo=9074730", "" },
        { "chemical=1314-80-3", "kaohsiung" },
        { "chemical=107-44-8", "" },
        { "from=2010-05-01T12:00:00Z", "sea west" },
        { "from=2010-05-01T12:00:01Z", "west" },
        { "to=2010-05-01T12:00:00Z", "kaohsiung" },
        { "to=2010-05-01T12:00:01Z", "kaohsiung sea" },
        { "from=2010-05-01T22:00:00%2B10:00&to=2010-05-02T00:00:00Z", "sea" },
        { "bbox=120,22,121,23", "kaohsiung" },
        { "bbox=179,-18,-179,-17", "sea west" },
        { "bbox=-180,-18,-179,-17", "west" },
        { "bbox=179.5,-17.5,179.5,-17.5", "sea" },
        { "bbox=-180,-90,180,90", "kaohsiung sea west" },
        { "status=open", "kaohsiung named sea west" },
        { "status=underReview", "" },
        { "leadPartner=AUS", "kaohsiung named sea west" },
        { "leadPartner=JPN", "" },
        { "mode=sea&flag=PAN", "sea" },
        { "mode=sea&chemical=1314-80-3", "" },
        { "q=etoile", "named" },
        { "q=%C3%89toile", "named" },
        { "q=E%CC%81TOILE", "named" },
        { "q=eto", "named" },
        { "q=toile", "" },
        { "q=nord%20etoile", "named" },
        { "q=nord%20sud", "" },
        { "q=kapitan", "named" },
        { "q=KAPIT%C3%84N", "named" },
        { "q=%CE%BD%CE%B1%CF%85%CF%84", "named" },
        { "q=%E6%A5%B5%E6%98%9F", "named" },
        { "q=%E5%8C%97%E6%A5%B5%E6%98%9F%E5%8F%B7", "named" },
        { "q=%E5%8D%97%E6%A5%B5", "" },
        { "q=gaehung", "kaohsiung sea west" },
        { "q=9074729", "sea" },
        { "q=%25", "kaohsiung named sea west" },
        { "q=kaoh_iung", "" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_filter_finds_what_it_names(string filter, string found)
    {
        var (word, officer) = (await Word(server), await server.As("aus-officer"));
        // The word that is theirs goes with the words that are asked for.
        var query = filter.StartsWith("q=", StringComparison.Ordinal) ? $"{filter}%20{word}" : $"{filter}&q={word}";
        foreach (var list in new[] { "boardings", "cases" })
        {
            var page = (await officer.Get($"{list}?{query}&count=exact")).Is(200).Json;
            Assert.Equal(found, string.Join(' ', page["items"]!.AsArray().Select(x => ((string)x!["title"]!).Split(' ')[1]).Order(StringComparer.Ordinal)));
            Assert.Equal((int)page["total"]!, page["items"]!.AsArray().Count);
        }
    }

    [Fact]
    public async Task A_case_under_review_is_found_by_its_status()
    {
        var word = $"w{Guid.CreateVersion7():N}";
        var officer = await server.As("aus-officer");
        var filed = (await officer.Post("boardings?submit=true", Documents.Report(new { title = word }))).Is(201).Json;
        (await (await server.As("aus-coordinator")).Move($"cases/{filed["caseId"]}", "underReview")).Is(200);
        foreach (var list in new[] { "boardings", "cases" })
            foreach (var (status, count) in new[] { ("open", 0), ("underReview", 1) })
                Assert.Equal(count, (await officer.Get($"{list}?q={word}&status={status}")).Is(200).Json["items"]!.AsArray().Count);
        Assert.Single((await officer.Get($"boardings?q={filed["number"]}")).Is(200).Json["items"]!.AsArray());
        Assert.Single((await officer.Get($"cases?q={filed["caseNumber"]}")).Is(200).Json["items"]!.AsArray());
    }

    static readonly SemaphoreSlim Once = new(1, 1);
    static string? filed;

    static async Task<string> Word(Server server)
    {
        await Once.WaitAsync();
        try
        {
            if (filed is not null)
                return filed;
            var word = $"w{Guid.CreateVersion7():N}";
            foreach (var (name, report) in Reports)
                (await (await server.As("aus-officer")).Post("boardings", Documents.With(report(), new { title = $"{word} {name}" }))).Is(201);
            return filed = word;
        }
        finally
        {
            Once.Release();
        }
    }

    static JsonObject Put(JsonObject report, params (string Place, string Value)[] values) => values.Aggregate(report, (it, x) => BadInput.Put(it, x.Place, x.Value));
}
