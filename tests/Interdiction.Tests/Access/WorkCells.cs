using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Interdiction.Tests.Access;

/// <summary>Act x role x relation x case x marking x owner x state x If-Match: what is said and to be done in a case, asked for by everybody.</summary>
sealed class WorkCells(OwnServer own)
{
    const int GateRecords = 36;

    static readonly string[] Lists = ["", "&state=open", "&owner=XCC"];

    sealed record Made(WorkFacts Facts, Guid CaseId, Guid CommentId, Guid TaskId)
    {
        public string RelationOf(Principal who) => who.Partner == Facts.Originator ? "originator" : who.Partner == Facts.Owner ? "owner" : who.Partner == Facts.Case.Originator ? "case" : "other";
    }

    sealed record Cell(Made It, Principal Who, Working Act, Precondition Precondition);

    public static string Operation(Working act) => $"{Method(act)} {Server.Base}/{Path(act)}";

    /// <returns>What was looked at.</returns>
    public async Task<string> Compare(int seed, int gateCells)
    {
        var (random, begun) = (new Random(seed), TimeProvider.System.GetTimestamp());
        var staff = await Staff.Of(own);
        var matrix = All();
        var chosen = Cells.Full ? matrix : matrix.Pick(x => (x.Stands, x.Case.IsClosed, x.Case.OpenedByItself, x.Owner == x.Originator), GateRecords, random);
        var made = new ConcurrentBag<Made>();
        await Cells.InParallel(chosen, async x => made.Add(await Make(x, staff)));

        var wrong = new ConcurrentQueue<string>();
        await Cells.InParallel(from who in Principal.All from query in Lists select (who, query), async x =>
        {
            var (found, total) = await Cells.Walk(await own.As(x.who), $"tasks?limit=200{x.query}");
            bool Fits(WorkFacts it) => x.query switch { "" => true, "&state=open" => it.Stands is Stand.Open, _ => it.Owner == Principal.Cell };
            foreach (var it in made.Where(m => found.Contains(m.TaskId) != (Oracle.CanRead(x.who, m.Facts) && Fits(m.Facts))))
                wrong.Enqueue($"{x.who} GET /tasks{x.query}: {(found.Contains(it.TaskId) ? "finds" : "does not find")} {it.Facts}");
            if (total != found.Count)
                wrong.Enqueue($"{x.who} GET /tasks{x.query}: total {total}, found {found.Count}");
        });
        List<Cell> cells =
        [
            .. from it in made
               from who in Principal.All
               from act in Enum.GetValues<Working>()
               from precondition in Method(act) == HttpMethod.Get || Method(act) == HttpMethod.Post ? [Precondition.Star] : Enum.GetValues<Precondition>()
               select new Cell(it, who, act, precondition),
        ];
        var asked = cells.Pick(x => (x.Act, x.Who.Post, x.It.RelationOf(x.Who)), Cells.Full ? 20 * gateCells : gateCells, random);
        await Cells.InParallel(asked, x => Compare(x, staff, wrong));
        wrong.Agree($", seed {seed}");
        return $"Seed {seed}, {made.Count} of {matrix.Count} comments and tasks, {asked.Count} of {cells.Count} cells, {wrong.Count} disagreements. {TimeProvider.System.GetElapsedTime(begun).TotalSeconds:0} s.";
    }

    async Task Compare(Cell it, Staff staff, ConcurrentQueue<string> wrong)
    {
        var (facts, client) = (it.It.Facts, await own.As(it.Who));
        var id = it.Act <= Working.OpenSecretTask ? it.It.CaseId : it.Act <= Working.WidenCommentAlone ? it.It.CommentId : it.It.TaskId;
        var path = Path(it.Act).Replace("{id}", $"{id}", StringComparison.Ordinal);
        var method = Method(it.Act);
        var answer = method == HttpMethod.Get ? await client.Get(path)
            : method == HttpMethod.Post ? await client.Post(path + Operations.DryRun, Body(it.Act, facts, staff))
            : await client.Send(method, path + Operations.DryRun, Body(it.Act, facts, staff), Operations.Headers(it.Precondition));
        var name = $"{it.Who} ({it.It.RelationOf(it.Who)}) {it.Act} If-Match {it.Precondition} on {facts}";
        if (!Cells.Note(wrong, Oracle.Expect(it.Who, it.Act, it.Precondition, facts), answer, name) || answer.Status != 200)
            return;
        var reads = Oracle.CanRead(it.Who, facts);
        if (it.Act is Working.CountThem && ((int)answer.Json["comments"]!, (int)answer.Json["tasks"]!) != (reads ? (1, 1) : (0, 0)))
            wrong.Enqueue($"{name}: counts {answer.Json["comments"]} and {answer.Json["tasks"]}");
        if (it.Act is Working.ListComments or Working.ListTasks && answer.Json["items"]!.AsArray().Count != (reads ? 1 : 0))
            wrong.Enqueue($"{name}: lists {answer.Text}");
        if (it.Act is Working.FollowThem && new[] { it.It.CommentId, it.It.TaskId }.Any(x => answer.Text.Contains($"{x}", StringComparison.Ordinal) != reads))
            wrong.Enqueue($"{name}: tells {answer.Text}");
        if (it.Act is Working.ReadComment or Working.ReadTask && (answer.Json["marking"]!["team"] is not null) != Oracle.ShowsTeam(it.Who, facts.Originator, facts.Label))
            wrong.Enqueue($"{name}: shows the team {answer.Text}");
    }

    /// <summary>Levels, releases, openings, owners and need to know in turns over every state.</summary>
    static List<WorkFacts> All()
    {
        var all = new List<WorkFacts>();
        foreach (var stands in Enum.GetValues<Stand>())
        foreach (var opening in Enum.GetValues<Opening>())
        foreach (var release in Enum.GetValues<Release>())
        foreach (var level in Enum.GetValues<Level>())
        {
            var number = all.Count;
            string At(int place) => Principal.Nations[(number + place) % Principal.Nations.Length];
            var (own, opener) = (At(0), opening is Opening.ByOther ? At(1) : At(0));
            string[] shared = [.. new[] { opener, own, At(2), Principal.Cell }.Distinct()];
            // Two coordinators close a case: both read it.
            var closed = number % 3 == 1;
            var caseLabel = new Label((Level)(number % 4), number % 5 == 0 ? ["ALL"] : shared) { Need = closed ? Need.Everybody : (Need)(number % 2 * (number % 3)) };
            var label = new Label(level, release switch { Release.Own => [own], Release.Some => shared, Release.All => ["ALL"] }) { Need = (Need)(number / 2 % 3) };
            var facts = new WorkFacts(new CaseFacts(opener, opener, caseLabel, OpenedByItself: opening is not Opening.ByFiling, HoldsSubmitted: false) { IsClosed = closed }, own, label, own, stands);
            all.Add(new[] { At(2), Principal.Cell, own }.Where((x, i) => i >= number % 3 && Oracle.ReadsIt(x, facts)).Select(x => facts with { Owner = x }).First());
        }
        return all;
    }

    async Task<Made> Make(WorkFacts it, Staff staff)
    {
        var officer = await own.As(new Principal(it.Originator, Post.Officer));
        var marking = staff.Marking(it.Case.Label, it.Case.Originator);
        // A case that a draft opened is its originator's alone, and so is what is said in it.
        var @case = it.Case.OpenedByItself
            ? (await (await own.As(new Principal(it.Case.Originator, Post.Officer))).Post("cases", new JsonObject { ["title"] = "Case of the matrix", ["mode"] = "sea", ["marking"] = marking })).Is(201).Json["id"]!
            : (await officer.Post("boardings", Documents.Report(new JsonObject { ["marking"] = marking }))).Is(201).Json["caseId"]!;
        JsonObject Body(string field) => new() { [field] = "As the matrix has it", ["marking"] = staff.Marking(it.Label, it.Originator) };
        var comment = (await officer.Post($"cases/{@case}/comments", Body("text"))).Is(201).Json["id"]!;
        var task = (await officer.Post($"cases/{@case}/tasks", Documents.With(Body("title"), new { owner = it.Owner }))).Is(201).Json["id"]!;
        if (it.Stands is not Stand.Open)
            (await officer.Send(HttpMethod.Patch, $"tasks/{task}", Step(it.Stands is Stand.Done ? Working.Finish : Working.Decline), ("If-Match", "*"))).Is(200);
        if (it.Case.IsClosed)
        {
            var (first, second) = (await own.As(new Principal(it.Case.Lead, Post.Coordinator)), await own.As(new Principal(it.Case.Lead, Post.Coordinator2)));
            var proposed = (await first.Post("proposals", new { act = "closeCase", resource = @case, arguments = new { disposition = "basisMissing" }, reason = "As the matrix has it." })).Is(201).Json["id"];
            (await second.Post($"proposals/{proposed}/transitions", new { to = "approved" }, ("If-Match", "*"))).Is(200);
        }
        return new Made(it, (Guid)@case, (Guid)comment, (Guid)task);
    }

    static JsonObject Body(Working act, WorkFacts facts, Staff staff) => act switch
    {
        Working.AddComment or Working.AddSecretComment => new() { ["text"] = "Never stored", ["marking"] = Filing.Marking(new Label(act is Working.AddComment ? Level.Unclassified : Level.Secret, "ALL")) },
        Working.OpenTask or Working.OpenSecretTask => new() { ["title"] = "Never stored", ["marking"] = Filing.Marking(new Label(act is Working.OpenTask ? Level.Unclassified : Level.Secret, "ALL")) },
        Working.NarrowComment or Working.NarrowTask => staff.Marking(facts.Label with { ReleasableTo = [facts.Originator] }, facts.Originator),
        Working.WidenCommentAlone or Working.WidenTaskAlone => staff.Marking(facts.Label with { ReleasableTo = ["ALL"] }, facts.Originator),
        _ => Step(act),
    };

    static JsonObject Step(Working act) => act switch
    {
        Working.Rename => new() { ["title"] = "Renamed" },
        Working.HandToCell => new() { ["owner"] = Principal.Cell },
        Working.Finish => new() { ["state"] = "done" },
        Working.Decline => new() { ["state"] = "declined", ["reason"] = "As the matrix has it." },
        _ => new() { ["state"] = "open" },
    };

    static HttpMethod Method(Working act) => act switch
    {
        Working.AddComment or Working.AddSecretComment or Working.OpenTask or Working.OpenSecretTask => HttpMethod.Post,
        Working.NarrowComment or Working.WidenCommentAlone or Working.NarrowTask or Working.WidenTaskAlone => HttpMethod.Put,
        >= Working.Rename => HttpMethod.Patch,
        _ => HttpMethod.Get,
    };

    static string Path(Working act) => act switch
    {
        Working.CountThem => "cases/{id}/contents",
        Working.FollowThem => "cases/{id}/timeline",
        Working.ListComments or Working.AddComment or Working.AddSecretComment => "cases/{id}/comments",
        Working.ListTasks or Working.OpenTask or Working.OpenSecretTask => "cases/{id}/tasks",
        Working.ReadComment => "comments/{id}",
        Working.ReadCommentMarking or Working.NarrowComment or Working.WidenCommentAlone => "comments/{id}/marking",
        Working.ReadTaskMarking or Working.NarrowTask or Working.WidenTaskAlone => "tasks/{id}/marking",
        _ => "tasks/{id}",
    };
}
