using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Interdiction.Tests.Access;

/// <summary>Act x proposer x fate x record x role x relation x decision: proposals are asked for, and decided in dry runs, by everybody.</summary>
sealed class MotionCells(OwnServer own)
{
    const int GateMotions = 72;
    const int FullMotions = 100;

    sealed record Cell(Moved It, Principal Who, Decision Decision, Precondition Precondition)
    {
        public (Act, Decision, Post, Relation) Kind => (It.Motion.Proposing, Decision, Who.Post, It.Motion.Sample.RelationOf(Who));
    }

    public static string Operation(Decision decision) => decision switch
    {
        Decision.Read => $"GET {Server.Base}/proposals/{{id}}",
        Decision.ReadTransitions => $"GET {Server.Base}/proposals/{{id}}/transitions",
        _ => $"POST {Server.Base}/proposals/{{id}}/transitions",
    };

    public static string? To(Decision decision) => decision switch
    {
        Decision.Approve => "approved",
        Decision.Refuse => "refused",
        Decision.Withdraw => "withdrawn",
        Decision.LeaveOpen => "open",
        Decision.Expire => "expired",
        _ => null,
    };

    /// <returns>What was looked at.</returns>
    public async Task<string> Compare(int seed, int gateCells)
    {
        var (random, begun) = (new Random(seed), TimeProvider.System.GetTimestamp());
        var staff = await Staff.Of(own);
        var motions = Motion.All(Sample.All(), await staff.NameDeputies());
        var chosen = motions.Pick(x => x.Kind, Cells.Full ? FullMotions : GateMotions, random);
        Assert.Equal(motions.Select(x => x.Kind).ToHashSet(), chosen.Select(x => x.Kind).ToHashSet());
        var moving = new Moving(own, new Filing(own, staff));
        var made = new ConcurrentBag<Moved>();
        await Cells.InParallel(chosen, async x => made.Add(await moving.Make(x)));

        var wrong = new ConcurrentQueue<string>();
        var listed = await CompareLists([.. made], wrong);
        List<Cell> cells =
        [
            .. from it in made
               from who in it.Motion.Sample.Principals
               from decision in Enum.GetValues<Decision>()
               from precondition in To(decision) is null ? [Precondition.Star] : Enum.GetValues<Precondition>()
               select new Cell(it, who, decision, precondition),
        ];
        var asked = Cells.Full ? [.. cells.Where(x => x.Precondition is Precondition.Star || random.Next(6) == 0)] : Choose(cells, gateCells, random);
        await Cells.InParallel(asked, x => Compare(x, wrong));
        var approved = asked.Count(x => x.Decision is Decision.Approve && Oracle.Expect(x.Who, x.Decision, x.Precondition, x.It.Motion.Facts).Status is 200);
        wrong.Agree($", seed {seed}");
        Assert.True(approved > 0, "Nobody could approve anything.");
        return $"Seed {seed}, {made.Count} of {motions.Count} proposals. {listed + asked.Count} cells: {asked.Count} requests, {approved} of them approvals, {listed} places in lists. " +
            $"{wrong.Count} disagreements. {TimeProvider.System.GetElapsedTime(begun).TotalSeconds:0} s.";
    }

    /// <summary>What the gate has time for: first of all those who may decide or nearly may.</summary>
    static List<Cell> Choose(List<Cell> cells, int count, Random random)
    {
        var near = cells.Where(x => x.Who.IsCoordinator && x.Precondition is Precondition.Star && x.Decision is Decision.Approve).ToList();
        return [.. near.Pick(x => (x.It.Motion.Kind, x.Who.Post, x.It.Motion.Sample.RelationOf(x.Who)), count / 2, random)
            .Union(cells.Pick(x => (x.Decision, x.Who.Post, x.It.Motion.Sample.RelationOf(x.Who)), count / 2, random))];
    }

    async Task<int> CompareLists(List<Moved> made, ConcurrentQueue<string> wrong)
    {
        await Cells.InParallel(Principal.All, async who =>
        {
            var (found, total) = await Cells.Walk(await own.As(who), "proposals?limit=200");
            foreach (var it in made.Where(x => found.Contains(x.Id) != Oracle.CanRead(who, x.Motion.Facts)))
                wrong.Enqueue($"{who} GET /proposals: {(found.Contains(it.Id) ? "finds" : "does not find")} {it.Motion}");
            if (total != found.Count)
                wrong.Enqueue($"{who} GET /proposals: total {total}, found {found.Count}");
        });
        return Principal.All.Count * made.Count;
    }

    async Task Compare(Cell cell, ConcurrentQueue<string> wrong)
    {
        var (it, client) = (cell.It.Motion.Facts, await own.As(cell.Who));
        var path = $"proposals/{cell.It.Id}{(cell.Decision is Decision.Read ? "" : "/transitions")}";
        var answer = To(cell.Decision) is { } to
            ? await client.Post(path + Operations.DryRun, new JsonObject { ["to"] = to, ["reason"] = "As the matrix has it." }, Operations.Headers(cell.Precondition))
            : await client.Get(path);
        var name = $"{cell.Who} ({cell.It.Motion.Sample.RelationOf(cell.Who)}) {cell.Decision} If-Match {cell.Precondition} on {cell.It.Motion}";
        if (!Cells.Note(wrong, Oracle.Expect(cell.Who, cell.Decision, cell.Precondition, it), answer, name) || answer.Status != 200 || cell.Decision is not Decision.ReadTransitions)
            return;
        var offered = answer.Json["allowed"]!.AsArray().Select(x => (string)x!).ToList();
        if (!offered.SequenceEqual(Oracle.Offered(cell.Who, it)))
            wrong.Enqueue($"{name}: offers {string.Join(", ", offered)}");
    }
}
