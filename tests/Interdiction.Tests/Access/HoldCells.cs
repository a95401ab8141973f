using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Interdiction.Tests.Access;

/// <summary>Act x role x relation x case x end: legal holds are asked for, proposed and approved in dry runs, by everybody.</summary>
sealed class HoldCells(OwnServer own)
{
    sealed record Made(HoldFacts Facts, Guid CaseId, Guid ExhibitId, Guid HoldId, Guid ToSet, Guid ToLift)
    {
        public string RelationOf(Principal who) => who.Partner == Facts.Case.Lead ? "lead" : who.Partner == Facts.Adviser ? "deputy" : "other";
    }

    sealed record Cell(Made It, Principal Who, Holding Act);

    public static string Operation(Holding act) => $"{(IsRead(act) ? "GET" : "POST")} {Server.Base}/{Path(act)}";

    public static string? To(Holding act) => act is Holding.ApproveSetting or Holding.ApproveLifting ? "approved" : null;

    /// <summary>The act that is proposed; null for what proposes nothing.</summary>
    public static string? Proposes(Holding act) => act switch
    {
        Holding.ProposeSetting => "setHold",
        Holding.ProposeLifting => "liftHold",
        Holding.ProposeDisposal => "disposeExhibit",
        _ => null,
    };

    /// <returns>What was looked at.</returns>
    public async Task<string> Compare(int seed, int gateCells)
    {
        var (random, begun) = (new Random(seed), TimeProvider.System.GetTimestamp());
        var matrix = All();
        await (await Staff.Of(own)).NameDeputies();
        var made = new ConcurrentBag<Made>();
        await Cells.InParallel(matrix, async x => made.Add(await Make(x)));
        List<Cell> cells = [.. from it in made from who in Principal.All from act in Enum.GetValues<Holding>() select new Cell(it, who, act)];
        var asked = Cells.Full ? cells : cells.Pick(x => (x.Act, x.Who.Post, x.It.RelationOf(x.Who), x.It.Facts.Lifted), gateCells, random);
        var wrong = new ConcurrentQueue<string>();
        await Cells.InParallel(asked, async x => Cells.Note(wrong, Oracle.Expect(x.Who, x.Act, x.It.Facts, new Principal(x.It.Facts.Case.Lead, Post.Coordinator)), await Do(x), $"{x.Who} {x.Act} on {x.It.Facts}"));
        wrong.Agree($", seed {seed}");
        return $"Seed {seed}, {made.Count} holds, {asked.Count} of {cells.Count} cells, {wrong.Count} disagreements. {TimeProvider.System.GetElapsedTime(begun).TotalSeconds:0} s.";
    }

    static List<HoldFacts> All() =>
    [
        .. from nation in Enumerable.Range(0, Principal.Nations.Length)
           from end in Enumerable.Range(0, 2)
           let lifted = end == 1
           let own = Principal.Nations[nation]
           let adviser = Principal.Nations[(nation + 2) % Principal.Nations.Length]
           let other = nation % 2 == 0 ? Principal.Nations[(nation + 1) % Principal.Nations.Length] : Principal.Cell
           let label = new Label((Level)((nation + end) % 4), own, adviser, other)
           select new HoldFacts(new ReportFacts(new CaseFacts(own, own, label, OpenedByItself: false, HoldsSubmitted: true), own, label, Stage.Submitted, new Principal(own, Post.Officer)), adviser, lifted),
    ];

    async Task<Made> Make(HoldFacts it)
    {
        var officer = await own.As(new Principal(it.Case.Lead, Post.Officer));
        var (first, second) = (await own.As(new Principal(it.Case.Lead, Post.Coordinator)), await own.As(new Principal(it.Adviser, Post.Coordinator)));
        var filed = (await officer.Post("boardings?submit=true", Documents.Report(new JsonObject { ["marking"] = Filing.Marking(it.Case.Label) }))).Is(201).Json;
        var @case = (Guid)filed["caseId"]!;

        async Task<Guid> Propose(string act, Guid resource) => (Guid)(await first.Post("proposals", Body(act, resource))).Is(201).Json["id"]!;
        async Task Approve(Guid proposal) => (await second.Post($"proposals/{proposal}/transitions", new { to = "approved" }, ("If-Match", "*"))).Is(200);
        await Approve(await Propose("setHold", @case));
        var hold = (Guid)(await first.Get($"cases/{@case}/holds")).Is(200).Json["items"]![0]!["id"]!;
        var toLift = await Propose("liftHold", hold);
        if (it.Lifted)
            await Approve(await Propose("liftHold", hold));
        return new Made(it, @case, (Guid)filed["seizures"]![0]!["exhibits"]![0]!["id"]!, hold, await Propose("setHold", @case), toLift);
    }

    async Task<Answer> Do(Cell it)
    {
        var (client, id) = (await own.As(it.Who), Id(it.It, it.Act));
        var path = Path(it.Act).Replace("{id}", $"{id}", StringComparison.Ordinal);
        return IsRead(it.Act) ? await client.Get(path)
            : To(it.Act) is { } to ? await client.Post(path + Operations.DryRun, new { to }, ("If-Match", "*"))
            : await client.Post(path + Operations.DryRun, Body(Proposes(it.Act)!, id));
    }

    static Guid Id(Made it, Holding act) => act switch
    {
        Holding.List or Holding.ProposeSetting => it.CaseId,
        Holding.Read or Holding.ProposeLifting => it.HoldId,
        Holding.ProposeDisposal => it.ExhibitId,
        Holding.ApproveSetting => it.ToSet,
        Holding.ApproveLifting => it.ToLift,
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    static JsonObject Body(string act, Guid resource) => new()
    {
        ["act"] = act,
        ["resource"] = resource.ToString(),
        ["reason"] = "As the matrix has it.",
        ["arguments"] = act switch { "setHold" => new JsonObject { ["scope"] = "All of it" }, "disposeExhibit" => new JsonObject { ["type"] = "destroyed" }, _ => [] },
    };

    static bool IsRead(Holding act) => act is Holding.List or Holding.Read;

    static string Path(Holding act) => act switch
    {
        Holding.List => "cases/{id}/holds",
        Holding.Read => "holds/{id}",
        Holding.ApproveSetting or Holding.ApproveLifting => "proposals/{id}/transitions",
        _ => "proposals",
    };
}
