using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Interdiction.Tests.Vessels;

namespace Interdiction.Tests.Access;

/// <summary>Act x role x marking of one report x marking of the other x link: vessels are looked for, and linked in dry runs, by everybody.</summary>
sealed class VesselCells(OwnServer own)
{
    sealed record Made(VesselFacts Facts, string Imo, Guid One, Guid Other, Guid ToLink, Guid ToUnlink);

    sealed record Cell(Made It, Principal Who, Sailing Act);

    public static string Operation(Sailing act) => $"{(IsRead(act) ? "GET" : "POST")} {Server.Base}/{Path(act)}";

    public static string? To(Sailing act) => act is Sailing.ApproveLink or Sailing.ApproveUnlink ? "approved" : null;

    /// <summary>The act that is proposed; null for what proposes nothing.</summary>
    public static string? Proposes(Sailing act) => act switch { Sailing.ProposeLink => "linkVessels", Sailing.ProposeUnlink => "unlinkVessels", _ => null };

    /// <returns>What was looked at.</returns>
    public async Task<string> Compare(int seed, int gateCells)
    {
        var (random, begun) = (new Random(seed), TimeProvider.System.GetTimestamp());
        var made = new ConcurrentBag<Made>();
        await Cells.InParallel(All(), async x => made.Add(await Make(x)));
        List<Cell> cells = [.. from it in made from who in Principal.All from act in Enum.GetValues<Sailing>() select new Cell(it, who, act)];
        var asked = Cells.Full ? cells
            : cells.Pick(x => (x.Act, x.Who.Post, Oracle.CanRead(x.Who, x.It.Facts.One), Oracle.CanRead(x.Who, x.It.Facts.Other), x.It.Facts.Linked), gateCells, random);
        var wrong = new ConcurrentQueue<string>();
        await Cells.InParallel(asked, x => Compare(x, wrong));
        wrong.Agree($", seed {seed}");
        return $"Seed {seed}, {made.Count} pairs of vessels, {asked.Count} of {cells.Count} cells, {wrong.Count} disagreements. {TimeProvider.System.GetElapsedTime(begun).TotalSeconds:0} s.";
    }

    async Task Compare(Cell it, ConcurrentQueue<string> wrong)
    {
        var (made, facts) = (it.It, it.It.Facts);
        var answer = await Do(it);
        var name = $"{it.Who} {it.Act} on {facts}";
        if (!Cells.Note(wrong, Oracle.Expect(it.Who, it.Act, facts), answer, name) || answer.Status != 200)
            return;
        var (reads, both) = (new[] { (facts.One, Id: made.One), (facts.Other, Id: made.Other) }.Where(x => Oracle.CanRead(it.Who, x.Item1)).Select(x => x.Id).ToList(), Oracle.ReadsBoth(it.Who, facts));
        // The other one was filed last: as one ship they stand under its id.
        IEnumerable<Guid> expected = it.Act switch
        {
            Sailing.List => facts.Linked && both ? [made.Other] : reads,
            Sailing.Read => Oracle.ShipOf(it.Who, facts).Select(x => x == facts.One ? made.One : made.Other),
            Sailing.ReadLikely => both && !facts.Linked ? [made.Other] : [],
            _ => [],
        };
        var found = it.Act switch
        {
            Sailing.List => Ids(answer.Json["items"]!, x => x["id"]),
            Sailing.Read => Ids(answer.Json["boardings"]!, x => x["id"]),
            Sailing.ReadLikely => Ids(answer.Json["items"]!, x => x["vessel"]!["id"]),
            _ => [],
        };
        if (!found.ToHashSet().SetEquals(expected))
            wrong.Enqueue($"{name}: shows {string.Join(", ", found)} of {made.One} and {made.Other}");
        if (it.Act is Sailing.List && (int)answer.Json["total"]! != found.Count)
            wrong.Enqueue($"{name}: total {answer.Json["total"]}, found {found.Count}");
        if (it.Act is Sailing.Read && (answer.Json["claims"]!.AsArray().Count != found.Count || answer.Json["links"]!.AsArray().Count > 0 != both))
            wrong.Enqueue($"{name}: shows {answer.Text}");
        if (!both && reads.Count < 2 && (it.Act is Sailing.List or Sailing.Read or Sailing.ReadLikely) && answer.Text.Contains($"{(reads.Contains(made.One) ? made.Other : made.One)}", StringComparison.Ordinal))
            wrong.Enqueue($"{name}: tells of what is hidden: {answer.Text}");
    }

    static List<Guid> Ids(JsonNode items, Func<JsonNode, JsonNode?> id) => [.. items.AsArray().Select(x => (Guid)id(x!)!)];

    /// <summary>One report for some; the other of the same or another partner, for as many, for fewer, or a draft.</summary>
    static List<VesselFacts> All() =>
    [
        .. from nation in Enumerable.Range(0, Principal.Nations.Length)
           from kind in Enumerable.Range(0, 3)
           from end in Enumerable.Range(0, 2)
           let linked = end == 1
           let own = Principal.Nations[nation]
           let next = Principal.Nations[(nation + 1) % Principal.Nations.Length]
           let third = Principal.Nations[(nation + 2) % Principal.Nations.Length]
           let one = Report(own, new Label((Level)((nation + kind) % 4), own, next, third, Principal.Cell), Stage.Submitted)
           let other = kind switch
           {
               0 => Report(next, new Label(Level.Restricted, own, next, Principal.Cell), Stage.Submitted),
               1 => Report(own, new Label((Level)((nation + 1) % 4), own, third), Stage.Submitted),
               _ => Report(own, new Label(Level.Restricted, "ALL"), Stage.Draft),
           }
           select new VesselFacts(one, other, new Principal(own, Post.Coordinator), linked),
    ];

    static ReportFacts Report(string own, Label label, Stage stage) =>
        new(new CaseFacts(own, own, label, OpenedByItself: false, HoldsSubmitted: stage is not Stage.Draft), own, label, stage, new Principal(own, Post.Officer));

    async Task<Made> Make(VesselFacts it)
    {
        var (first, second) = (await own.As(it.Proposer), await own.As(it.Proposer with { Post = Post.Coordinator2 }));
        var (imo, name) = (Fleet.Imo(), Fleet.Name());
        async Task<Guid> File(ReportFacts report) => (Guid)(await (await own.As(report.Author)).Post($"boardings{(report.Stage is Stage.Draft ? "" : "?submit=true")}",
            Documents.Report(new JsonObject { ["conveyance"] = Fleet.Vessel(name, new { imo }), ["marking"] = Filing.Marking(report.Label) }))).Is(201).Json["id"]!;
        var (one, other) = (await File(it.One), await File(it.Other));

        async Task<Guid> Propose(string act) => (Guid)(await first.Post("proposals", Body(act, one, other))).Is(201).Json["id"]!;
        async Task Approve(Guid proposal) => (await second.Post($"proposals/{proposal}/transitions", new { to = "approved" }, ("If-Match", "*"))).Is(200);
        var toLink = await Propose("linkVessels");
        await Approve(await Propose("linkVessels"));
        var toUnlink = await Propose("unlinkVessels");
        if (!it.Linked)
            await Approve(await Propose("unlinkVessels"));
        return new Made(it, imo, one, other, toLink, toUnlink);
    }

    async Task<Answer> Do(Cell it)
    {
        var (client, made) = (await own.As(it.Who), it.It);
        var id = it.Act switch { Sailing.ReadMotion or Sailing.ApproveLink => made.ToLink, Sailing.ApproveUnlink => made.ToUnlink, _ => made.One };
        var path = Path(it.Act).Replace("{id}", $"{id}", StringComparison.Ordinal);
        return it.Act is Sailing.List ? await client.Get($"{path}?imo={made.Imo}&count=exact")
            : IsRead(it.Act) ? await client.Get(path)
            : To(it.Act) is { } to ? await client.Post(path + Operations.DryRun, new { to }, ("If-Match", "*"))
            : await client.Post(path + Operations.DryRun, Body(Proposes(it.Act)!, made.One, made.Other));
    }

    static JsonObject Body(string act, Guid one, Guid other) => new()
    {
        ["act"] = act,
        ["resource"] = one.ToString(),
        ["reason"] = "As the matrix has it.",
        ["arguments"] = new JsonObject { ["with"] = other.ToString() },
    };

    static bool IsRead(Sailing act) => act <= Sailing.ReadMotion;

    static string Path(Sailing act) => act switch
    {
        Sailing.List => "vessels",
        Sailing.Read => "vessels/{id}",
        Sailing.ReadLikely => "vessels/{id}/likely-same",
        Sailing.ReadMotion => "proposals/{id}",
        Sailing.ApproveLink or Sailing.ApproveUnlink => "proposals/{id}/transitions",
        _ => "proposals",
    };
}
