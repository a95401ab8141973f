using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Interdiction.Tests.Access;

/// <summary>Act x role x relation x case x stand: the time and the end of cases are asked for, and decided in dry runs, by everybody.</summary>
sealed class ArchiveCells(OwnServer own)
{
    sealed record Made(EndFacts Facts, Guid CaseId, Guid DestructionId, Guid ToRetain, Guid ToDestroy)
    {
        public string RelationOf(Principal who) => who.Partner == Facts.Case.Lead ? "lead" : who.Partner == Facts.Deputy ? "deputy" : "other";
    }

    sealed record Cell(Made It, Principal Who, Archiving Act);

    public static string Operation(Archiving act) => $"{(IsRead(act) ? "GET" : "POST")} {Server.Base}/{Path(act)}";

    public static string? To(Archiving act) => act switch
    {
        Archiving.Stop => "stopped",
        Archiving.StopAsDone => "done",
        Archiving.StopAsAnnounced => "announced",
        Archiving.ApproveRetention or Archiving.ApproveDestruction => "approved",
        _ => null,
    };

    /// <summary>The act that is proposed; null for what proposes nothing.</summary>
    public static string? Proposes(Archiving act) => act switch
    {
        Archiving.ProposeRetention => "setRetention",
        Archiving.ProposeDestruction => "destroyCase",
        _ => null,
    };

    /// <returns>What was looked at.</returns>
    public async Task<string> Compare(int seed, int gateCells)
    {
        var (random, begun) = (new Random(seed), TimeProvider.System.GetTimestamp());
        await (await Staff.Of(own)).NameDeputies();
        var made = new ConcurrentBag<Made>();
        await Cells.InParallel(All(), async x => made.Add(await Make(x)));
        var wrong = new ConcurrentQueue<string>();
        await Cells.InParallel(Principal.All, async who =>
        {
            var (found, total) = await Cells.Walk(await own.As(who), "destructions?limit=200");
            foreach (var it in made.Where(x => found.Contains(x.DestructionId) != Oracle.CanRead(who, x.Facts.Case)))
                wrong.Enqueue($"{who} GET /destructions: {(found.Contains(it.DestructionId) ? "finds" : "does not find")} {it.Facts}");
            if (total != found.Count)
                wrong.Enqueue($"{who} GET /destructions: total {total}, found {found.Count}");
        });
        List<Cell> cells = [.. from it in made from who in Principal.All from act in Enum.GetValues<Archiving>() select new Cell(it, who, act)];
        var asked = Cells.Full ? cells : cells.Pick(x => (x.Act, x.Who.Post, x.It.RelationOf(x.Who), x.It.Facts.Stands), gateCells, random);
        await Cells.InParallel(asked, async x => Cells.Note(wrong, Oracle.Expect(x.Who, x.Act, x.It.Facts, new Principal(x.It.Facts.Case.Lead, Post.Coordinator)), await Do(x), $"{x.Who} {x.Act} on {x.It.Facts}"));
        wrong.Agree($", seed {seed}");
        return $"Seed {seed}, {made.Count} ends of cases, {asked.Count} of {cells.Count} cells, {wrong.Count} disagreements. {TimeProvider.System.GetElapsedTime(begun).TotalSeconds:0} s.";
    }

    static List<EndFacts> All() =>
    [
        .. from nation in Enumerable.Range(0, Principal.Nations.Length)
           from stands in Enum.GetValues<Nearing>()
           let own = Principal.Nations[nation]
           let deputy = Principal.Nations[(nation + 2) % Principal.Nations.Length]
           let other = nation % 2 == 0 ? Principal.Nations[(nation + 1) % Principal.Nations.Length] : Principal.Cell
           let label = new Label((Level)((nation + (int)stands) % 4), own, deputy, other)
           select new EndFacts(new CaseFacts(own, own, label, OpenedByItself: true, HoldsSubmitted: false) { IsClosed = true }, deputy, stands),
    ];

    async Task<Made> Make(EndFacts it)
    {
        var (first, second) = (await own.As(new Principal(it.Case.Lead, Post.Coordinator)), await own.As(new Principal(it.Case.Lead, Post.Coordinator2)));
        var @case = (Guid)(await first.Post("cases", new JsonObject { ["title"] = "A case that ends", ["mode"] = "sea", ["marking"] = Filing.Marking(it.Case.Label) })).Is(201).Json["id"]!;

        async Task<Guid> Propose(string act, JsonObject arguments) => (Guid)(await first.Post("proposals", Body(act, @case, arguments))).Is(201).Json["id"]!;
        async Task Approve(Guid proposal) => (await second.Post($"proposals/{proposal}/transitions", new { to = "approved" }, ("If-Match", "*"))).Is(200);
        await Approve(await Propose("closeCase", new JsonObject { ["disposition"] = "noViolation" }));
        await Approve(await Propose("setRetention", Now(await first.Get($"cases/{@case}/retention"))));
        (await first.Move($"cases/{@case}", "archived")).Is(200);
        var (toRetain, toDestroy) = (await Propose("setRetention", Longer()), await Propose("destroyCase", []));
        await Approve(await Propose("destroyCase", []));
        var destruction = (Guid)(await first.Get($"cases/{@case}/retention")).Is(200).Json["destruction"]!;
        if (it.Stands is Nearing.Stopped)
            (await second.Move($"destructions/{destruction}", "stopped", new { reason = "As the matrix has it." })).Is(200);
        return new Made(it, @case, destruction, toRetain, toDestroy);
    }

    /// <summary>Lets the time of a case be over.</summary>
    public static JsonObject Now(Answer retention) => new() { ["class"] = "standard", ["until"] = retention.Is(200).Json["closedAt"]!.DeepClone() };

    static JsonObject Longer() => new() { ["class"] = "permanent" };

    async Task<Answer> Do(Cell it)
    {
        var (client, id) = (await own.As(it.Who), Id(it.It, it.Act));
        var path = Path(it.Act).Replace("{id}", $"{id}", StringComparison.Ordinal);
        return IsRead(it.Act) ? await client.Get(path)
            : To(it.Act) is { } to ? await client.Post(path + Operations.DryRun, new { to, reason = "As the matrix has it." }, ("If-Match", "*"))
            : await client.Post(path + Operations.DryRun, Body(Proposes(it.Act)!, id, it.Act is Archiving.ProposeRetention ? Longer() : []));
    }

    static Guid Id(Made it, Archiving act) => act switch
    {
        Archiving.ReadRetention or Archiving.ProposeRetention or Archiving.ProposeDestruction => it.CaseId,
        Archiving.ApproveRetention => it.ToRetain,
        Archiving.ApproveDestruction => it.ToDestroy,
        _ => it.DestructionId,
    };

    static JsonObject Body(string act, Guid resource, JsonObject arguments) => new() { ["act"] = act, ["resource"] = resource.ToString(), ["reason"] = "As the matrix has it.", ["arguments"] = arguments };

    static bool IsRead(Archiving act) => act is Archiving.ReadRetention or Archiving.Read or Archiving.ListRecords;

    static string Path(Archiving act) => act switch
    {
        Archiving.ReadRetention => "cases/{id}/retention",
        Archiving.Read => "destructions/{id}",
        Archiving.ListRecords => "destructions/{id}/records",
        Archiving.Stop or Archiving.StopAsDone or Archiving.StopAsAnnounced => "destructions/{id}/transitions",
        Archiving.ApproveRetention or Archiving.ApproveDestruction => "proposals/{id}/transitions",
        _ => "proposals",
    };
}
