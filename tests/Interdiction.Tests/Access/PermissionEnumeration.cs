using System.Collections.Concurrent;
using System.Globalization;

namespace Interdiction.Tests.Access;

/// <summary>
/// Role x relation x clearance x classification x release x state x operation x channel, asked over HTTP and compared
/// with the oracle. The gate takes a seeded sample that covers every operation, role and relation; INTERDICTION_TEST_FULL
/// takes every record of the matrix.
/// </summary>
public sealed class PermissionEnumeration(OwnServer own, ITestOutputHelper output) : IClassFixture<OwnServer>
{
    const int Connections = 12;
    const int GateRecords = 60;
    const int GateCells = 4_000;

    static readonly bool Full = Environment.GetEnvironmentVariable("INTERDICTION_TEST_FULL") is "1";

    static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("INTERDICTION_TEST_SEED"), CultureInfo.InvariantCulture, out var seed)
        ? seed
        : Random.Shared.Next();

    /// <summary>One request of the matrix.</summary>
    sealed record Cell(Filed Record, Principal Who, Act Act, Precondition Precondition)
    {
        public (Act, Post, Relation) Kind => (Act, Who.Post, Record.Sample.RelationOf(Who));
    }

    [Fact]
    public async Task Every_answer_agrees_with_the_specification()
    {
        var document = await ApiDocument.Read(own.Server);
        var acts = Enum.GetValues<Act>().Where(x => document.Has(Operations.Template(x))).ToList();
        Assert.Superset(Enum.GetValues<Act>().Except([Act.PrintCase, Act.PrintReport]).ToHashSet(), acts.ToHashSet());

        var random = new Random(Seed);
        var matrix = Sample.All();
        var chosen = Full ? matrix : Choose(matrix, random);
        var filing = new Filing(own);
        var filed = new ConcurrentBag<Filed>();
        await InParallel(chosen, async sample => filed.Add(await filing.File(sample)));
        var records = filed.OrderBy(x => x.Sample.Number).ToList();

        var wrong = new ConcurrentQueue<string>();
        var (listed, lists) = await CompareLists(records, filing.Word, wrong);
        var cells = CellsOf(records, acts);
        var reachable = matrix.SelectMany(x => CellsOf([new Filed(x, default, default)], acts)).Select(x => x.Kind).ToHashSet();
        var asked = Full ? Thin(cells) : Pick(cells, random);
        Assert.Equal(reachable, asked.Select(x => x.Kind).ToHashSet());
        var seenInside = 0;
        await InParallel(asked, async cell => Interlocked.Add(ref seenInside, await Compare(cell, wrong)));

        var total = listed + asked.Count + seenInside;
        output.WriteLine($"Seed {Seed}, {records.Count} of {matrix.Count} records, {reachable.Count} kinds of operation, role and relation. " +
            $"{total} cells: {asked.Count} requests, {seenInside} contents and time lines, {listed} places in {lists} lists. {wrong.Count} disagreements.");
        foreach (var line in wrong.Take(200))
            output.WriteLine(line);
        Assert.True(wrong.IsEmpty, $"{wrong.Count} disagreements, seed {Seed}:\n{string.Join('\n', wrong.Take(40))}");
        Assert.True(total >= (Full ? 100_000 : GateCells), $"Only {total} cells were looked at.");
    }

    [Fact]
    public async Task Whoever_may_not_create_is_refused_and_nobody_marks_above_their_clearance()
    {
        var wrong = new ConcurrentQueue<string>();
        var cells = (from who in Principal.All from level in Enum.GetValues<Level>() select (who, level)).ToList();
        await InParallel(cells, async cell =>
        {
            var client = await own.As(cell.who);
            var marking = Filing.Marking(new Label(cell.level, "ALL"));
            var opened = await client.Post("cases?validateOnly=true", new { title = "Never stored", mode = "sea", marking });
            Note(wrong, Oracle.OpenCase(cell.who, cell.level), opened, $"{cell.who} opens a case of {cell.level}");
            var reported = await client.Post("boardings?validateOnly=true", Documents.Report(new { marking }));
            Note(wrong, Oracle.FileNew(cell.who, cell.level), reported, $"{cell.who} files a report of {cell.level}");
        });
        output.WriteLine($"{cells.Count * 2} cells, {wrong.Count} disagreements.");
        Assert.True(wrong.IsEmpty, string.Join('\n', wrong));
    }

    /// <summary>Records for the gate: every opening, stage and release, the rest by chance.</summary>
    static List<Sample> Choose(IReadOnlyList<Sample> matrix, Random random)
    {
        var shuffled = matrix.OrderBy(_ => random.Next()).ToList();
        return [.. shuffled.DistinctBy(x => (x.Opening, x.Stage, x.ReportRelease)).Concat(shuffled).Distinct().Take(GateRecords)];
    }

    static List<Cell> CellsOf(List<Filed> records, List<Act> acts) =>
    [
        .. from record in records
           from who in record.Sample.Principals
           from act in acts
           from precondition in Oracle.NeedsIfMatch(act) ? Enum.GetValues<Precondition>() : [Precondition.Star]
           select new Cell(record, who, act, precondition),
    ];

    /// <summary>One cell at least of every kind, and as many more as the gate has time for.</summary>
    static List<Cell> Pick(List<Cell> cells, Random random)
    {
        var shuffled = cells.OrderBy(_ => random.Next()).ToList();
        return [.. shuffled.DistinctBy(x => x.Kind).Concat(shuffled).Distinct().Take(GateCells)];
    }

    /// <summary>
    /// The full run asks every act of every record that its own filing opened. With a case around, which repeats them, the
    /// acts take turns, and so do prints and changes without a good If-Match: the axes are many and the minutes few.
    /// </summary>
    static List<Cell> Thin(List<Cell> cells) =>
        [.. cells.Where(x => x.Record.Sample.Opening is Opening.ByFiling && x.Precondition is Precondition.Star && !IsPrint(x.Act) || Turn(x))];

    static bool IsPrint(Act act) => act is Act.PrintCase or Act.PrintReport;

    static bool Turn(Cell x) => (3 * (int)x.Act + (int)x.Precondition + 5 * (int)x.Who.Post + x.Record.Sample.Number + x.Record.Sample.Number / 8) % 32 == 0;

    /// <summary>Every principal walks every list, plain and by a word of all titles: what it finds is what it can read, and the count says so.</summary>
    async Task<(int Cells, int Lists)> CompareLists(List<Filed> records, string word, ConcurrentQueue<string> wrong)
    {
        (string Path, Func<Filed, Guid> Id, Func<Principal, Filed, bool> Reads)[] lists =
        [
            ("cases", x => x.CaseId, (who, x) => Oracle.CanRead(who, x.Sample.Facts.Case)),
            ("boardings", x => x.ReportId, (who, x) => Oracle.CanRead(who, x.Sample.Facts)),
        ];
        var walks = (from who in Principal.All from list in lists from query in new[] { "", $"&q={word}" } select (who, list, query)).ToList();
        await InParallel(walks, async walk =>
        {
            var (found, total) = await Walk(await own.As(walk.who), $"{walk.list.Path}?limit=200&count=exact{walk.query}");
            var expected = records.Where(x => walk.list.Reads(walk.who, x)).Select(walk.list.Id).ToHashSet();
            var name = $"{walk.who} GET /{walk.list.Path}{(walk.query.Length > 0 ? " by a word" : "")}";
            foreach (var record in records)
                if (found.Contains(walk.list.Id(record)) != expected.Contains(walk.list.Id(record)))
                    wrong.Enqueue($"{name}: expected {(expected.Contains(walk.list.Id(record)) ? "to find" : "nothing of")} {record.Sample}");
            if (total != found.Count || walk.query.Length > 0 && total != expected.Count)
                wrong.Enqueue($"{name}: total {total}, found {found.Count}, expected {expected.Count}");
        });
        return (walks.Count * (records.Count + 1), walks.Count);
    }

    static async Task<(HashSet<Guid> Found, int Total)> Walk(HttpClient client, string path)
    {
        var found = new HashSet<Guid>();
        for (string? cursor = null; ;)
        {
            var page = (await client.Get(path + (cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}"))).Is(200).Json;
            found.UnionWith(page["items"]!.AsArray().Select(x => (Guid)x!["id"]!));
            if ((cursor = (string?)page["nextCursor"]) is null)
                return (found, (int)page["total"]!);
        }
    }

    /// <returns>How many further cells the body showed.</returns>
    async Task<int> Compare(Cell cell, ConcurrentQueue<string> wrong)
    {
        var facts = cell.Record.Sample.Facts;
        var answer = await Operations.Do(await own.As(cell.Who), cell.Act, cell.Precondition, cell.Record);
        var name = $"{cell.Who} ({cell.Record.Sample.RelationOf(cell.Who)}) {cell.Act} If-Match {cell.Precondition} on {cell.Record.Sample}";
        Note(wrong, Oracle.Expect(cell.Who, cell.Act, cell.Precondition, facts), answer, name);
        if (answer.Status != 200)
            return 0;
        var shown = cell.Act switch
        {
            Act.ReadContents => answer.Json["boardings"]!.AsArray().Any(x => (Guid)x!["id"]! == cell.Record.ReportId),
            Act.ReadTimeline => answer.Json["items"]!.AsArray().Any(x => (Guid)x!["resource"]! == cell.Record.ReportId),
            _ => (bool?)null,
        };
        if (shown is not null && shown != Oracle.CanRead(cell.Who, facts))
            wrong.Enqueue($"{name}: {(shown.Value ? "shows a report that it should not" : "does not show a report that it should")}");
        if (cell.Act is Act.ReadReport && (int)answer.Json["revision"]! is var revision && revision != Oracle.RevisionShown(cell.Who, facts))
            wrong.Enqueue($"{name}: shows revision {revision}");
        return shown is null && cell.Act is not Act.ReadReport ? 0 : 1;
    }

    static void Note(ConcurrentQueue<string> wrong, int expected, Answer answer, string name)
    {
        if (answer.Status != expected)
            wrong.Enqueue($"{name}: expected {expected}, got {answer.Status}");
        else if (expected is 403 && answer.Json["reasons"] is null)
            wrong.Enqueue($"{name}: 403 without reasons");
        else if (expected is 422 && !answer.Faults.Any(x => x.Pointer == "/caseId"))
            wrong.Enqueue($"{name}: 422 that does not point to /caseId");
    }

    static Task InParallel<T>(IEnumerable<T> items, Func<T, Task> work) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = Connections, CancellationToken = TestContext.Current.CancellationToken },
            async (item, _) => await work(item));
}
