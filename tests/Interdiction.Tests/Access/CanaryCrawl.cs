using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Interdiction.Tests.Access;

/// <summary>
/// Every principal walks every operation of the API document with every id that any answer gave, and finds no text that
/// it may not see, and all that it may. A new endpoint is in it by itself.
/// </summary>
public sealed partial class CanaryCrawl(OwnServer own, ITestOutputHelper output) : IClassFixture<OwnServer>
{
    const int Connections = 12;

    /// <summary>How many requests with ids of no meaning to the operation, and how many searches, the gate has time for.</summary>
    const int GateStrays = 1_000;
    const int GateSearches = 700;

    /// <summary>Whose records the gate looks for, by their places among the nations; everybody looks.</summary>
    static readonly int[] GateNations = [0, 3];

    /// <summary>The gate takes one in so many of the changes, and of the visits to what the demonstration holds, where no canary is.</summary>
    const int GateShare = 6;

    /// <summary>Of a kind of which there are fewer records, the gate too tries every form of a body: chance would miss the one that is accepted.</summary>
    const int Few = 10;

    /// <summary>What people alone have: a machine client is shown none of it, and the tests of sign-in look at it.</summary>
    static readonly string[] OfPeople =
        ["/account", "/account/second-factor", "/invitations/{token}", $"{Server.Base}/me/sessions/{{id}}", $"{Server.Base}/me/passkeys/{{id}}"];

    static readonly bool Full = Environment.GetEnvironmentVariable("INTERDICTION_TEST_FULL") is "1";

    /// <summary>Readers, liaisons and administrators of every partner, who find out which ids an operation knows.</summary>
    static readonly Principal[] Scouts = [.. Principal.All.Where(x => x.Post is Post.Coordinator or Post.Liaison or Post.Administrator)];

    [Fact]
    public async Task Nobody_finds_what_is_not_theirs_and_everybody_finds_what_is()
    {
        var document = await ApiDocument.Read(own.Server);
        var canaries = new Canaries();
        var world = new World(own, document, canaries);
        foreach (var nation in Full ? [.. Enumerable.Range(0, Principal.Nations.Length)] : GateNations)
        {
            await world.Plant(nation, kind => Full || (kind + nation) % 2 == 0);
            await world.PlantRequest(nation);
            await world.PlantDispatches(nation);
            await world.PlantWork(nation);
            await world.PlantHold(nation);
            await world.PlantLink(nation);
            await world.PlantCaseLink(nation);
            await world.PlantEnd(nation);
            await world.PlantLaw(nation);
            await world.PlantEvidence(nation);
            await world.PlantOffice(nation);
        }
        var crawler = new Crawler(own, document, canaries);
        foreach (var it in world.Records.Where(x => x.Facts is { Stage: Stage.Submitted, Label.Level: Level.Secret }))
            crawler.Proposed[it.Facts.Case.Originator] = it.CaseId;
        foreach (var it in world.Requests)
            crawler.Asking[it.Facts.Originator] = it.CaseId;
        crawler.Parts["other"] = [$"{world.Requests[0].CaseId}"];
        var pages = ApiDocument.Pages(own.Server).ToList();
        Assert.NotEmpty(pages);
        Assert.Contains(document.Operations, x => x.IsRead);
        Assert.Contains(document.Operations, x => !x.IsRead);
        List<ApiOperation> operations = [.. document.Operations, .. pages];
        var reads = operations.Where(x => x.IsRead).ToList();

        await InParallel(from who in Principal.All from operation in operations where !operation.TakesId select (who, operation),
            x => crawler.Visit(x.who, x.operation, null));
        // Whoever reads more of a record than who saw it first is given more ids when everybody asks: then these are scouted.
        var (asked, walked) = (new HashSet<Guid>(), new HashSet<(string, Guid)>());
        for (var known = -1; known < crawler.Ids.Count;)
        {
            known = crawler.Ids.Count;
            await Scout(crawler, reads, asked);
            await WalkLive(crawler, operations, world, walked);
        }
        // What the gate's share left to chance.
        await WalkLive(crawler, [.. operations.Where(x => !crawler.Served.ContainsKey(x))], world, [], all: true);
        await WalkStrays(crawler, operations, asked.Count);
        await Search(crawler, reads, canaries);
        await Count(crawler, reads, world);

        var unserved = operations.Where(x => !crawler.Served.ContainsKey(x) && !OfPeople.Contains(x.Path)).Select(x => x.IsRead
            ? $"{x}: nobody was shown anything"
            : $"{x}: the crawl has no body that it accepts; see Bodies and Crawler").ToList();
        var unfound = (from canary in canaries.Planted from who in Principal.All
                       where canary.Sees(who) && !crawler.Found.ContainsKey((who, canary.Text))
                       select $"{who} does not find {canary.Where}").ToList();
        var wrong = crawler.Wrong.Distinct().Concat(unserved).Concat(unfound).ToList();
        output.WriteLine($"{world.Records.Count} reports, {canaries.Planted.Count} canaries, {operations.Count} operations, {pages.Count} of them pages, {asked.Count} ids, " +
            $"{crawler.Live.Count} records under operations, {crawler.Requests} requests, {crawler.Found.Count} canaries found by their readers, {wrong.Count} faults.");
        var alike = wrong.GroupBy(Alike).OrderByDescending(x => x.Count()).Select(x => $"{x.Count()} like: {x.First()}").ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count} faults:\n{string.Join('\n', alike.Take(60))}");
        Assert.NotEmpty(crawler.Found);
    }

    /// <summary>
    /// A scout of the partner that saw an id asks every reading operation for it, until no answer gives a new one. In the gate
    /// one operation of a kind says whether the kind knows the id, and the office is asked by administrators alone.
    /// </summary>
    static async Task Scout(Crawler crawler, List<ApiOperation> reads, HashSet<Guid> asked)
    {
        var operations = reads.Where(x => x.TakesId).GroupBy(Kind).SelectMany(x => x.OrderBy(it => it.Path.Length).Take(Full ? int.MaxValue : 1)).ToList();
        for (List<Guid> fresh; (fresh = [.. crawler.Ids.Keys.Where(asked.Add)]).Count > 0;)
            await InParallel(from id in fresh
                             from who in Scouts
                             where who.Partner == crawler.Ids[id]
                             from operation in operations
                             where Full || who.Post is Post.Administrator == operation.Path.Contains("/admin", StringComparison.Ordinal)
                             select (who, operation, id), x => crawler.Visit(x.who, x.operation, x.id));
    }

    /// <summary>
    /// Everybody asks every operation, dry runs too, for the ids that its kind of record has: the gate some of it, where not
    /// <paramref name="all"/> is asked for.
    /// </summary>
    static Task WalkLive(Crawler crawler, List<ApiOperation> operations, World world, HashSet<(string Kind, Guid Id)> walked, bool all = false)
    {
        var kinds = crawler.Live.Keys.Select(x => (Kind: Kind(x.Operation), x.Id)).Where(walked.Add).ToLookup(x => x.Kind, x => x.Id);
        return InParallel(
            from operation in operations
            where operation.TakesId
            let ids = kinds[Kind(operation)].ToList()
            from id in ids
            from who in Principal.All
            where all || Full || ids.Count < Few || operation.IsRead && world.IsNew(id) || HashCode.Combine(operation, id, who) % GateShare == 0
            select (who, operation, id, few: ids.Count < Few), x => crawler.Visit(x.who, x.operation, x.id, IsHidden(world, x.who, x.id), everyForm: all || Full || x.few));
    }

    /// <summary>
    /// Ids of other kinds of record: nothing is there, and the answer is as for an id never issued. Every partner asks every
    /// operation for each of them; its accounts and the forms of a body take turns. The gate takes some of them.
    /// </summary>
    static Task WalkStrays(Crawler crawler, List<ApiOperation> operations, int known)
    {
        var kinds = crawler.Live.Keys.Select(x => (Kind(x.Operation), x.Id)).ToHashSet();
        var strays = (from operation in operations.Where(x => x.TakesId).Index()
                      from id in crawler.Ids.Keys.Order().Index()
                      where !kinds.Contains((Kind(operation.Item), id.Item))
                      from partner in Principal.All.GroupBy(x => x.Partner)
                      let who = partner.ElementAt((operation.Index + id.Index) % partner.Count())
                      select (who, operation: operation.Item, id: id.Item)).ToList();
        Debug.Assert(strays.Count > known, "Every id is of one kind at most.");
        Assert.Equal(Principal.All.Count * operations.Count(x => x.TakesId), strays.Select(x => (x.who, x.operation)).Distinct().Count());
        return InParallel(Full ? strays : strays.OrderBy(_ => Random.Shared.Next()).Take(GateStrays), x => crawler.Visit(x.who, x.operation, x.id, everyForm: false));
    }

    /// <summary>A filter that is fed with a text that the caller may not see finds nothing, and counts nothing.</summary>
    static Task Search(Crawler crawler, List<ApiOperation> reads, Canaries canaries)
    {
        string[] paging = ["limit", "cursor", "count", "sort"];
        var searches = (from operation in reads
                        where !operation.TakesId
                        from parameter in operation.Query.Except(paging)
                        from canary in canaries.Planted
                        from who in Principal.All
                        where !canary.Sees(who)
                        select (operation, parameter, canary, who)).ToList();
        // The full run looks for every canary by words in every list, twice; any other filter is fed once by everybody.
        var words = searches.OrderBy(_ => Random.Shared.Next()).Where(x => x.parameter == "q");
        var chosen = (Full ? words.GroupBy(x => (x.operation, x.canary)).SelectMany(x => x.Take(2)) : words.Take(GateSearches))
            .Concat(searches.GroupBy(x => (x.operation, x.parameter, x.who)).Select(x => x.First()));
        return InParallel(chosen, async x =>
        {
            var count = x.operation.Query.Contains("count") ? "&count=exact" : "";
            if (await crawler.Walk(x.who, x.operation, $"?{x.parameter}={x.canary.Text}{count}") is { } found && (found.Items > 0 || found.Total > 0))
                crawler.Wrong.Enqueue($"{x.who} {x.operation}: {x.parameter} finds {found.Items} by {x.canary.Where}");
        });
    }

    /// <summary>What count=exact says is what the list holds, and what the oracle counts.</summary>
    static async Task Count(Crawler crawler, List<ApiOperation> reads, World world)
    {
        await InParallel(from operation in reads where operation.Query.Contains("count") && !operation.TakesId from who in Principal.All
                         where who.Post is Post.Administrator || !operation.Path.Contains("/admin/", StringComparison.Ordinal)
                         select (operation, who), async x =>
        {
            var word = x.operation.Query.Contains("q") ? $"&q={world.Word}" : "";
            int? expected = word == "" ? null : x.operation.Path[Server.Base.Length..] switch
            {
                "/cases" => Cases(world, x.who),
                "/boardings" => world.Records.Count(r => Oracle.CanRead(x.who, r.Facts)),
                // Cases, reports, dispatches and tasks have titles.
                "/search" => Cases(world, x.who) + world.Records.Count(r => Oracle.CanRead(x.who, r.Facts)) + world.Work.Count(r => Oracle.CanRead(x.who, r.Facts)) + world.Dispatches.Count(r => Oracle.CanRead(x.who, r.Facts)),
                _ => null,
            };
            if (await crawler.Walk(x.who, x.operation, $"?limit=7&count=exact{word}") is not { } found)
                crawler.Wrong.Enqueue($"{x.who} {x.operation}: is no list that counts");
            else if (found.Total != found.Items || expected is not null && found.Items != expected)
                crawler.Wrong.Enqueue($"{x.who} {x.operation}: total {found.Total}, {found.Items} items, expected {expected}");
        });
        await InParallel(from live in crawler.Live.Keys where live.Operation.Query.Contains("count") from who in Scouts select (live, who), async x =>
        {
            if (await crawler.Walk(x.who, x.live.Operation, "?limit=5&count=exact", x.live.Id) is { } found && found.Total != found.Items)
                crawler.Wrong.Enqueue($"{x.who} {x.live.Operation}: total {found.Total}, {found.Items} items of {x.live.Id}");
        });
    }

    static int Cases(World world, Principal who) => world.Records.Where(x => Oracle.CanRead(who, x.Facts.Case)).DistinctBy(x => x.CaseId).Count()
        + world.Requests.Count(x => Oracle.CanRead(who, x.Facts.Case)) + world.Work.Count(x => Oracle.CanRead(who, x.Facts.Case)) + world.Dispatches.DistinctBy(x => x.CaseId).Count(x => Oracle.CanRead(who, x.Facts.Case))
        + world.Ends.Count(x => Oracle.CanRead(who, x.Facts));

    static bool IsHidden(World world, Principal who, Guid id) =>
        world.Requests.Any(x => x.Id == id && !Oracle.CanRead(who, x.Facts) || x.CaseId == id && !Oracle.CanRead(who, x.Facts.Case))
        || world.Dispatches.Any(x => x.Id == id && !Oracle.CanRead(who, x.Facts) || x.CaseId == id && !Oracle.CanRead(who, x.Facts.Case))
        || world.Ends.Any(x => (x.CaseId == id || x.DestructionId == id) && !Oracle.CanRead(who, x.Facts))
        || world.Evidence.Any(x => x.Id == id && !Oracle.CanRead(who, x.Facts))
        || world.Work.Any(x => x.Ids.Contains(id) && !Oracle.CanRead(who, x.Facts) || x.CaseId == id && !Oracle.CanRead(who, x.Facts.Case))
        || world.Records.Any(x => x.ReportId == id && !Oracle.CanRead(who, x.Facts) || x.CaseId == id && !Oracle.CanRead(who, x.Facts.Case));

    /// <summary>A fault without its principal and its numbers: the same fault of many is told once.</summary>
    static string Alike(string fault) => Numbers().Replace(fault.Split(' ', 2)[^1], "#");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]+|of [A-Z]{3}|for [A-Z ]+")]
    private static partial Regex Numbers();

    /// <summary>What kind of record an operation takes the id of: the path up to it.</summary>
    static string Kind(ApiOperation operation) => operation.Path[..operation.Path.IndexOf("{id}", StringComparison.Ordinal)];

    static Task InParallel<T>(IEnumerable<T> items, Func<T, Task> work) =>
        Parallel.ForEachAsync(items.ToList(), new ParallelOptions { MaxDegreeOfParallelism = Connections, CancellationToken = TestContext.Current.CancellationToken },
            async (item, _) => await work(item));
}
