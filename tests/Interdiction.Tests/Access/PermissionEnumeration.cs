using System.Collections.Concurrent;
using System.Globalization;

namespace Interdiction.Tests.Access;

/// <summary>
/// Role x relation x clearance x classification x release x need to know x state x operation x channel, asked over HTTP
/// and compared with the oracle. The gate takes a seeded sample that covers every operation, role and relation;
/// INTERDICTION_TEST_FULL takes every record of the matrix.
/// </summary>
public sealed class PermissionEnumeration(OwnServer own, ITestOutputHelper output) : IClassFixture<OwnServer>
{
    const int GateRecords = 60;
    const int GateCells = 3_500;
    const int GateDecisions = 500, GateDeeds = 400, GateAskings = 1_500, GateSendings = 800, GateWork = 1_500, GateHolds = 500, GateArchives = 600, GateVessels = 700, GateTold = 1_000, GateEvidence = 1_000, GateTranslations = 500, GateCaseLinks = 600;

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
        var (random, begun) = (new Random(Seed), TimeProvider.System.GetTimestamp());
        var matrix = Sample.All();
        var chosen = Cells.Full ? matrix : Choose(matrix, random);
        var staff = await Staff.Of(own);
        var (filing, operations) = (new Filing(own, staff), new Operations(staff));
        var filed = new ConcurrentBag<Filed>();
        await Cells.InParallel(chosen, async sample => filed.Add(await filing.File(sample)));
        var records = filed.OrderBy(x => x.Sample.Number).ToList();
        var filingTook = TimeProvider.System.GetElapsedTime(begun);

        var wrong = new ConcurrentQueue<string>();
        var (listed, lists) = await CompareLists(records, filing.Word, wrong);
        var listsTook = TimeProvider.System.GetElapsedTime(begun) - filingTook;
        var cells = CellsOf(records);
        var reachable = (from x in matrix from who in x.Principals select (who.Post, Relation: x.RelationOf(who))).Distinct()
            .SelectMany(x => Enum.GetValues<Act>().Select(act => (act, x.Post, x.Relation))).ToHashSet();
        var asked = Cells.Full ? Thin(cells) : cells.Pick(x => x.Kind, GateCells, random);
        Assert.Equal(reachable, asked.Select(x => x.Kind).ToHashSet());
        var seenInside = 0;
        await Cells.InParallel(asked, async cell => Interlocked.Add(ref seenInside, await Compare(operations, cell, wrong)));

        var total = listed + asked.Count + seenInside;
        output.WriteLine($"Seed {Seed}, {records.Count} of {matrix.Count} records, {reachable.Count} kinds of operation, role and relation. " +
            $"{total} cells: {asked.Count} requests, {seenInside} looks inside, {listed} places in {lists} lists. {wrong.Count} disagreements. " +
            $"Filing took {filingTook.TotalSeconds:0} s, lists {listsTook.TotalSeconds:0} s, all {TimeProvider.System.GetElapsedTime(begun).TotalSeconds:0} s.");
        wrong.Agree($", seed {Seed}");
        Assert.True(total >= (Cells.Full ? 100_000 : GateCells), $"Only {total} cells were looked at.");
    }

    [Fact]
    public async Task Whoever_may_not_create_is_refused_and_nobody_marks_above_their_clearance()
    {
        var wrong = new ConcurrentQueue<string>();
        var cells = (from who in Principal.All from level in Enum.GetValues<Level>() select (who, level)).ToList();
        await Cells.InParallel(cells, async cell =>
        {
            var client = await own.As(cell.who);
            var marking = Filing.Marking(new Label(cell.level, "ALL"));
            var opened = await client.Post("cases?validateOnly=true", new { title = "Never stored", mode = "sea", marking });
            Cells.Note(wrong, Oracle.OpenCase(cell.who, cell.level), opened, $"{cell.who} opens a case of {cell.level}");
            var reported = await client.Post("boardings?validateOnly=true", Documents.Report(new { marking }));
            Cells.Note(wrong, Oracle.FileNew(cell.who, cell.level), reported, $"{cell.who} files a report of {cell.level}");
        });
        output.WriteLine($"{cells.Count * 2} cells, {wrong.Count} disagreements.");
        wrong.Agree("");
    }

    [Fact]
    public async Task Two_person_acts_are_read_and_decided_as_the_specification_says() =>
        output.WriteLine(await new MotionCells(own).Compare(Seed, GateDecisions));

    [Fact]
    public async Task Requests_to_flag_states_are_read_and_answered_as_the_specification_says() => output.WriteLine(await new ConsentCells(own).Compare(Seed, GateAskings));

    [Fact]
    public async Task Dispatches_are_read_and_answered_as_the_specification_says() => output.WriteLine(await new DispatchCells(own).Compare(Seed, GateSendings));

    [Fact]
    public async Task Comments_and_tasks_are_read_and_worked_on_as_the_specification_says() => output.WriteLine(await new WorkCells(own).Compare(Seed, GateWork));

    [Fact]
    public async Task Legal_holds_are_read_set_and_lifted_as_the_specification_says() => output.WriteLine(await new HoldCells(own).Compare(Seed, GateHolds));

    [Fact]
    public async Task The_time_and_the_end_of_cases_are_decided_on_as_the_specification_says() => output.WriteLine(await new ArchiveCells(own).Compare(Seed, GateArchives));

    [Fact]
    public async Task Vessels_are_read_and_linked_as_the_specification_says() => output.WriteLine(await new VesselCells(own).Compare(Seed, GateVessels));

    [Fact]
    public async Task Rows_of_the_law_are_signed_as_the_specification_says() => output.WriteLine(await new LawCells(own).Compare());

    [Fact]
    public async Task What_somebody_was_told_is_theirs_and_goes_with_the_record() => output.WriteLine(await new InboxCells(own).Compare(Seed, GateTold));

    [Fact]
    public async Task Attachments_are_read_and_uploaded_as_the_specification_says() => output.WriteLine(await new EvidenceCells(own).Compare(Seed, GateEvidence));

    [Fact]
    public async Task Translations_are_read_and_written_as_the_specification_says() => output.WriteLine(await new TranslationCells(own).Compare(Seed, GateTranslations));

    [Fact]
    public async Task Cases_are_linked_as_the_specification_says() => output.WriteLine(await new CaseLinkCells(own).Compare(Seed, GateCaseLinks));

    [Fact]
    public async Task Every_office_is_its_own_administrators() => output.WriteLine(await new OfficeCells(own).Compare(Seed, GateDeeds));

    [Fact]
    public async Task Every_operation_of_the_document_is_enumerated() => Coverage.Check(await ApiDocument.Read(own.Server));

    /// <summary>Records for the gate: every opening, stage and release, the rest by chance.</summary>
    static List<Sample> Choose(IReadOnlyList<Sample> matrix, Random random) => matrix.Pick(x => (x.Opening, x.Stage, x.ReportRelease), GateRecords, random);

    static List<Cell> CellsOf(List<Filed> records) =>
    [
        .. from record in records
           from who in record.Sample.Principals
           from act in Enum.GetValues<Act>()
           from precondition in act.NeedsIfMatch ? Enum.GetValues<Precondition>() : [Precondition.Star]
           select new Cell(record, who, act, precondition),
    ];

    /// <summary>
    /// The full run asks every act of every record that its own filing opened, in turns of four. With a case around, which
    /// repeats them, the turns are longer, and so are they of prints, of changes without a good If-Match and of the second
    /// coordinator, who is to every record what the first one is: the axes are many and the minutes few. The lists are
    /// walked by everybody over every record.
    /// </summary>
    static List<Cell> Thin(List<Cell> cells) =>
        [.. cells.Where(x => Turn(x, x.Record.Sample.Opening is Opening.ByFiling && x.Precondition is Precondition.Star && !IsPrint(x.Act) && x.Who.Post is not Post.Coordinator2 ? 4 : 128))];

    static bool IsPrint(Act act) => act is Act.PrintCase or Act.PrintReport or Act.PrintCustody;

    static bool Turn(Cell x, int turns) => (7 * (int)x.Act + (int)x.Precondition + 5 * (int)x.Who.Post + x.Record.Sample.Number + x.Record.Sample.Number / 8) % turns == 0;

    /// <summary>
    /// Every principal walks every list, plain and by words of all records: what it finds is what it can read, and by whom is
    /// named to it; and the count says so.
    /// </summary>
    async Task<(int Cells, int Lists)> CompareLists(List<Filed> records, string word, ConcurrentQueue<string> wrong)
    {
        string cook = $"{word} \"{Shown.Cook}\"", suspect = $"{word} \"{Shown.Suspect}\"";
        static Guid[] Case(Principal who, Filed x) => Oracle.CanRead(who, x.Sample.Facts.Case) ? [x.CaseId] : [];
        static Guid[] Report(Principal who, Filed x) => Oracle.CanRead(who, x.Sample.Facts) ? [x.ReportId] : [];
        // Who is not suspected is found by those alone whom they are named to.
        static bool Names(Principal who, Filed x) => Oracle.CanRead(who, x.Sample.Facts) && Oracle.ShowsPersons(who, x.Sample.Facts);
        (string Path, string Words, Func<Principal, Filed, Guid[]> Finds)[] lists =
        [
            ("cases", "", Case), ("cases", word, Case), ("cases", cook, (who, x) => Names(who, x) ? [x.CaseId] : []),
            ("boardings", "", Report), ("boardings", word, Report), ("boardings", cook, (who, x) => Names(who, x) ? [x.ReportId] : []),
            ("search", word, (who, x) => [.. Case(who, x), .. Report(who, x)]), ("search", suspect, Report), ("search", cook, (who, x) => Names(who, x) ? [x.ReportId] : []),
        ];
        var walks = (from who in Principal.All from list in lists select (who, list)).ToList();
        await Cells.InParallel(walks, async walk =>
        {
            var query = walk.list.Words.Length > 0 ? $"&q={Uri.EscapeDataString(walk.list.Words)}" : "";
            var (found, total) = await Cells.Walk(await own.As(walk.who), $"{walk.list.Path}?limit=200{query}");
            var expected = records.SelectMany(x => walk.list.Finds(walk.who, x)).ToHashSet();
            var name = $"{walk.who} GET /{walk.list.Path} by '{walk.list.Words}'";
            foreach (var record in records)
                foreach (var id in new[] { record.CaseId, record.ReportId }.Where(x => found.Contains(x) != expected.Contains(x)))
                    wrong.Enqueue($"{name}: expected {(expected.Contains(id) ? "to find" : "nothing of")} {record.Sample}");
            if (total != found.Count || query.Length > 0 && total != expected.Count)
                wrong.Enqueue($"{name}: total {total}, found {found.Count}, expected {expected.Count}");
        });
        return (walks.Count * (records.Count + 1), walks.Count);
    }

    /// <returns>How many further cells the body showed.</returns>
    async Task<int> Compare(Operations operations, Cell cell, ConcurrentQueue<string> wrong)
    {
        var answer = await operations.Do(await own.As(cell.Who), cell.Act, cell.Precondition, cell.Record);
        var name = $"{cell.Who} ({cell.Record.Sample.RelationOf(cell.Who)}) {cell.Act} If-Match {cell.Precondition} on {cell.Record.Sample}";
        if (!Cells.Note(wrong, Oracle.Expect(cell.Who, cell.Act, cell.Precondition, cell.Record.Sample.Facts), answer, name) || answer.Status != 200)
            return 0;
        var (fault, looks) = Shown.In(answer, cell.Who, cell.Act, cell.Record);
        if (fault is not null)
            wrong.Enqueue($"{name}: {fault}");
        return looks;
    }
}
