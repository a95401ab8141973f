using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Interdiction.Tests.Access;

/// <summary>Act x role x relation x opening x marking x revision: translations are asked for and written, in dry runs, by everybody.</summary>
sealed class TranslationCells(OwnServer own)
{
    sealed record Made(TranslationFacts Facts, Guid CaseId, Guid ReportId, Guid First, Guid Second)
    {
        public string RelationOf(Principal who) => who.Partner == Facts.Report.Originator ? "originator" : who.Partner == Facts.Report.Case.Lead ? "lead" : who.Partner == Principal.Cell ? "cell" : "other";
    }

    sealed record Cell(Made It, Principal Who, Translating Act);

    public static string Operation(Translating act) => $"{(IsRead(act) ? "GET" : "POST")} {Server.Base}/{Path(act)}";

    /// <returns>What was looked at.</returns>
    public async Task<string> Compare(int seed, int gateCells)
    {
        var (random, begun) = (new Random(seed), TimeProvider.System.GetTimestamp());
        var staff = await Staff.Of(own);
        var made = new ConcurrentBag<Made>();
        await Cells.InParallel(All(), async x => made.Add(await Make(x, staff)));
        List<Cell> cells = [.. from it in made from who in Principal.All from act in Enum.GetValues<Translating>() select new Cell(it, who, act)];
        var asked = Cells.Full ? cells : cells.Pick(x => (x.Act, x.Who.Post, x.It.RelationOf(x.Who), x.It.Facts.Amended), gateCells, random);
        var wrong = new ConcurrentQueue<string>();
        await Cells.InParallel(asked, x => Compare(x, wrong));
        wrong.Agree($", seed {seed}");
        return $"Seed {seed}, {made.Count} translated reports, {asked.Count} of {cells.Count} cells, {wrong.Count} disagreements. {TimeProvider.System.GetElapsedTime(begun).TotalSeconds:0} s.";
    }

    async Task Compare(Cell it, ConcurrentQueue<string> wrong)
    {
        var (made, facts, client) = (it.It, it.It.Facts, await own.As(it.Who));
        var id = it.Act switch { Translating.FollowThem => made.CaseId, Translating.ReadFirst => made.First, Translating.ReadSecond => made.Second, _ => made.ReportId };
        var path = Path(it.Act).Replace("{id}", $"{id}", StringComparison.Ordinal);
        var answer = IsRead(it.Act) ? await client.Get(path) : await client.Post(path + Operations.DryRun, Body(it.Act switch { Translating.TranslateFirst => 1, Translating.TranslateSecond => 2, _ => null }));
        var name = $"{it.Who} ({made.RelationOf(it.Who)}) {it.Act} on {facts}";
        if (!Cells.Note(wrong, Oracle.Expect(it.Who, it.Act, facts), answer, name) || answer.Status != 200)
            return;
        var reads = Enumerable.Range(1, 2).Where(x => Oracle.CanRead(it.Who, facts, x)).ToList();
        List<int>? shown = it.Act switch
        {
            Translating.ListThem => [.. answer.Json["items"]!.AsArray().Select(x => (int)x!["revision"]!)],
            Translating.FollowThem => [.. from x in answer.Json["items"]!.AsArray() where (string)x!["kind"]! is "translated" select ((string)x["text"]!).Contains("revision 1,", StringComparison.Ordinal) ? 1 : 2],
            _ => null,
        };
        if (shown is not null && !shown.SequenceEqual(reads))
            wrong.Enqueue($"{name}: shows {answer.Text}");
        // Where none is named it is the one that the reader is shown.
        if (it.Act is Translating.Translate && (int)answer.Json["revision"]! != reads[^1])
            wrong.Enqueue($"{name}: translates {answer.Text}");
    }

    /// <summary>Levels, releases and needs to know in turns, in a case of its own and in one of another partner.</summary>
    static List<TranslationFacts> All()
    {
        var all = new List<TranslationFacts>();
        foreach (var amended in new[] { false, true })
        foreach (var byOther in new[] { false, true })
        foreach (var release in new[] { Release.Some, Release.All })
        foreach (var level in new[] { Level.Restricted, Level.Secret })
        {
            var number = all.Count;
            string At(int place) => Principal.Nations[(number + place) % Principal.Nations.Length];
            var (self, opener) = (At(0), byOther ? At(1) : At(0));
            string[] shared = [.. new[] { opener, self, At(2), Principal.Cell }.Distinct()];
            var label = new Label(level, release is Release.All ? ["ALL"] : shared) { Need = (Need)(number / 2 % 3) };
            var @case = new CaseFacts(opener, opener, byOther ? new Label(Level.Restricted, shared) : label, OpenedByItself: byOther, HoldsSubmitted: true);
            all.Add(new TranslationFacts(new ReportFacts(@case, self, label, Stage.Accepted, new Principal(self, Post.Officer)), amended));
        }
        return all;
    }

    async Task<Made> Make(TranslationFacts it, Staff staff)
    {
        var (report, officer, reviewer) = (it.Report, await own.As(it.Report.Author), await own.As(new Principal(Principal.Cell, Post.Coordinator)));
        string? caseId = report.Case.OpenedByItself
            ? (string)(await (await own.As(new Principal(report.Case.Originator, Post.Officer))).Post("cases", new JsonObject { ["title"] = "Case of the matrix", ["mode"] = "port", ["marking"] = staff.Marking(report.Case.Label, report.Case.Originator) })).Is(201).Json["id"]!
            : null;
        var filed = (await officer.Post("boardings?submit=true", Documents.Report(new JsonObject { ["caseId"] = caseId, ["marking"] = staff.Marking(report.Label, report.Originator) }))).Is(201).Json;
        var record = $"boardings/{filed["id"]}";
        foreach (var to in new[] { "inReview", "accepted" })
            (await reviewer.Move(record, to)).Is(200);
        async Task<Guid> Translate() => (Guid)(await officer.Post($"{record}/translations", Body(null))).Is(201).Json["id"]!;
        var (first, second) = (await Translate(), Guid.CreateVersion7());
        if (it.Amended)
        {
            (await officer.Move(record, "amended", new { reason = "As the matrix has it." })).Is(200);
            (await officer.Move(record, "submitted")).Is(200);
            second = await Translate();
        }
        return new Made(it, (Guid)filed["caseId"]!, (Guid)filed["id"]!, first, second);
    }

    static JsonObject Body(int? revision) => new() { ["revision"] = revision, ["language"] = "en", ["text"] = "As the matrix has it" };

    static bool IsRead(Translating act) => act is not (Translating.Translate or Translating.TranslateFirst or Translating.TranslateSecond);

    static string Path(Translating act) => act switch
    {
        Translating.FollowThem => "cases/{id}/timeline",
        Translating.ReadFirst or Translating.ReadSecond => "translations/{id}",
        _ => "boardings/{id}/translations",
    };
}
