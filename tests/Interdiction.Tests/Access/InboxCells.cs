using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Interdiction.Contracts;
using Interdiction.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Tests.Access;

/// <summary>Act x role x relation x marking x owner x narrowing: what was told is listed, followed, read and marked, by everybody.</summary>
sealed class InboxCells(OwnServer own)
{
    static readonly string[] Lists = ["", "&unread=true"];
    static readonly bool[] Narrowings = [false, true];

    sealed record Made(ToldFacts Facts, Guid Notification)
    {
        public string RelationOf(Principal who) => who == Facts.Giver ? "giver" : who.Partner == Facts.Work.Owner ? "owner" : who.Partner == Facts.Work.Originator ? "originator" : "other";
    }

    sealed record Cell(Made It, Principal Who, Telling Act, Precondition Precondition);

    public static string Operation(Telling act) => $"{Method(act)} {Server.Base}/{Path(act)}";

    /// <returns>What was looked at.</returns>
    public async Task<string> Compare(int seed, int gateCells)
    {
        var (random, begun) = (new Random(seed), TimeProvider.System.GetTimestamp());
        var staff = await Staff.Of(own);
        var made = new ConcurrentBag<Made>();
        await Cells.InParallel(All(), async x => made.Add(await Make(x, staff)));
        Assert.Contains(made, x => x.Facts.Narrowed && x.Facts.Work.Owner != x.Facts.Work.Originator);

        var wrong = new ConcurrentQueue<string>();
        await Cells.InParallel(from who in Principal.All from query in Lists select (who, query), async x =>
        {
            var (found, total) = await Cells.Walk(await own.As(x.who), $"notifications?limit=200{x.query}");
            foreach (var it in made.Where(m => found.Contains(m.Notification) != Oracle.IsTold(x.who, m.Facts)))
                wrong.Enqueue($"{x.who} GET /notifications{x.query}: {(found.Contains(it.Notification) ? "finds" : "does not find")} {it.Facts}");
            if (total != found.Count)
                wrong.Enqueue($"{x.who} GET /notifications{x.query}: total {total}, found {found.Count}");
        });
        List<Cell> cells =
        [
            .. from it in made
               from who in Principal.All
               from act in Enum.GetValues<Telling>()
               from precondition in Method(act) == HttpMethod.Get ? [Precondition.Star] : Enum.GetValues<Precondition>()
               select new Cell(it, who, act, precondition),
        ];
        var asked = Cells.Full ? cells : cells.Pick(x => (x.Act, x.Who.Post, x.It.RelationOf(x.Who), x.It.Facts.Narrowed), gateCells, random);
        await Cells.InParallel(asked, async x => Cells.Note(wrong, Oracle.Expect(x.Who, x.Act, x.Precondition, x.It.Facts), await Do(x), $"{x.Who} ({x.It.RelationOf(x.Who)}) {x.Act} If-Match {x.Precondition} on {x.It.Facts}"));
        wrong.Agree($", seed {seed}");
        return $"Seed {seed}, {made.Count} notifications, {asked.Count} of {cells.Count} cells, {wrong.Count} disagreements. {TimeProvider.System.GetElapsedTime(begun).TotalSeconds:0} s.";
    }

    static List<ToldFacts> All() =>
    [
        .. from nation in Enumerable.Range(0, Principal.Nations.Length)
           from level in Enum.GetValues<Level>()
           from narrowed in Narrowings
           let number = nation + (int)level
           let originator = Principal.Nations[nation]
           let owner = number % 3 == 0 ? originator : number % 3 == 1 ? Principal.Nations[(nation + 1) % Principal.Nations.Length] : Principal.Cell
           let label = new Label(level, originator, owner, Principal.Cell) { Need = number % 2 == 0 ? Need.Everybody : Need.Team }
           let @case = new CaseFacts(originator, originator, new Label(Level.Restricted, "ALL"), OpenedByItself: true, HoldsSubmitted: false)
           select new ToldFacts(new WorkFacts(@case, originator, label, owner, Stand.Open), new Principal(originator, Post.Officer), narrowed),
    ];

    async Task<Made> Make(ToldFacts it, Staff staff)
    {
        var giver = await own.As(it.Giver);
        var @case = (await giver.Post("cases", new JsonObject { ["title"] = "Case of the matrix", ["mode"] = "sea", ["marking"] = staff.Marking(it.Work.Case.Label, it.Work.Originator) })).Is(201).Json["id"]!;
        var task = (Guid)(await giver.Post($"cases/{@case}/tasks", new JsonObject { ["title"] = "As the matrix has it", ["owner"] = it.Work.Owner, ["marking"] = staff.Marking(it.Work.Label, it.Work.Originator) })).Is(201).Json["id"]!;
        if (it.Narrowed)
            (await giver.Send(HttpMethod.Put, $"tasks/{task}/marking", staff.Marking(it.Work.Label with { ReleasableTo = [it.Work.Originator] }, it.Work.Originator), ("If-Match", "*"))).Is(200);
#pragma warning disable RS0030 // Whoever it is for: the test knows it by its id, as nobody else does.
        return new Made(it, await own.Server.AsOwner(db => db.Notifications.IgnoreQueryFilters().Where(x => x.RecordId == task && x.Kind == NotificationKind.TaskGiven).Select(x => x.Id).SingleAsync(TestContext.Current.CancellationToken)));
#pragma warning restore RS0030
    }

    async Task<Answer> Do(Cell it)
    {
        var client = await own.As(it.Who);
        var path = Path(it.Act).Replace("{id}", $"{it.It.Notification}", StringComparison.Ordinal);
        return Method(it.Act) == HttpMethod.Get ? await client.Get(path)
            : await client.Send(HttpMethod.Patch, path + Operations.DryRun, new { read = it.Act is Telling.Mark }, Operations.Headers(it.Precondition));
    }

    static HttpMethod Method(Telling act) => act is Telling.Mark or Telling.MarkUnread ? HttpMethod.Patch : HttpMethod.Get;

    static string Path(Telling act) => act switch { Telling.List => "notifications", Telling.Follow => "events", _ => "notifications/{id}" };
}
