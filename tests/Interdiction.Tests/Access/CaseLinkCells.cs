using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Interdiction.Tests.Access;

/// <summary>Act x role x marking of one case x marking of the other x direction x link x If-Match: cases are linked, in dry runs, by everybody.</summary>
sealed class CaseLinkCells(OwnServer own)
{
    /// <param name="Facts">As seen from the first of the two.</param>
    sealed record Made(CaseLinkFacts Facts, Guid One, Guid Other);

    sealed record Cell(Made It, Principal Who, Linking Act, Precondition Precondition);

    public static string Operation(Linking act) => $"{Method(act)} {Server.Base}/{Path(act)}";

    /// <returns>What was looked at.</returns>
    public async Task<string> Compare(int seed, int gateCells)
    {
        var (random, begun) = (new Random(seed), TimeProvider.System.GetTimestamp());
        var made = new ConcurrentBag<Made>();
        await Cells.InParallel(All(), async x => made.Add(await Make(x)));
        List<Cell> cells =
        [
            .. from pair in made
               from it in new[] { pair, new Made(new CaseLinkFacts(pair.Facts.Other, pair.Facts.One, pair.Facts.Linked), pair.Other, pair.One) }
               from who in Principal.All
               from act in Enum.GetValues<Linking>()
               from precondition in act is Linking.List ? [Precondition.Star] : Enum.GetValues<Precondition>()
               select new Cell(it, who, act, precondition),
        ];
        var asked = Cells.Full ? cells
            : cells.Pick(x => (x.Act, x.Who.Post, x.Who.Partner == x.It.Facts.One.Lead, Oracle.CanRead(x.Who, x.It.Facts.One), Oracle.CanRead(x.Who, x.It.Facts.Other), x.It.Facts.Linked), gateCells, random);
        var wrong = new ConcurrentQueue<string>();
        await Cells.InParallel(asked, x => Compare(x, wrong));
        wrong.Agree($", seed {seed}");
        return $"Seed {seed}, {made.Count} pairs of cases, {asked.Count} of {cells.Count} cells, {wrong.Count} disagreements. {TimeProvider.System.GetElapsedTime(begun).TotalSeconds:0} s.";
    }

    async Task Compare(Cell it, ConcurrentQueue<string> wrong)
    {
        var (made, facts, client) = (it.It, it.It.Facts, await own.As(it.Who));
        var path = Path(it.Act).Replace("{id}", $"{made.One}", StringComparison.Ordinal).Replace("{other}", $"{(it.Act is Linking.LinkItself ? made.One : made.Other)}", StringComparison.Ordinal);
        var answer = it.Act is Linking.List ? await client.Get($"{path}?count=exact")
            : await client.Send(Method(it.Act), path + Operations.DryRun, it.Act is Linking.Unlink ? null : Body, Operations.Headers(it.Precondition));
        var name = $"{it.Who} {it.Act} If-Match {it.Precondition} on {facts}";
        if (!Cells.Note(wrong, Oracle.Expect(it.Who, it.Act, it.Precondition, facts), answer, name) || it.Act is not Linking.List || answer.Status != 200)
            return;
        Guid[] expected = facts.Linked && Oracle.CanRead(it.Who, facts.Other) ? [made.Other] : [];
        if (!answer.Json["items"]!.AsArray().Select(x => (Guid)x!["id"]!).SequenceEqual(expected) || (int)answer.Json["total"]! != expected.Length)
            wrong.Enqueue($"{name}: shows {answer.Text}");
    }

    /// <summary>A case of one partner, and one of the same or another that as many, fewer, or its originator's people alone read.</summary>
    static List<CaseLinkFacts> All() =>
    [
        .. from nation in Enumerable.Range(0, Principal.Nations.Length)
           from kind in Enumerable.Range(0, 3)
           from end in Enumerable.Range(0, 2)
           let linked = end == 1
           let own = Principal.Nations[nation]
           let next = Principal.Nations[(nation + 1) % Principal.Nations.Length]
           let third = Principal.Nations[(nation + 2) % Principal.Nations.Length]
           let one = Case(own, new Label((Level)((nation + kind) % 4), own, next, third, Principal.Cell))
           let other = kind switch
           {
               0 => Case(next, new Label(Level.Restricted, own, next, Principal.Cell)),
               1 => Case(own, new Label((Level)((nation + 1) % 4), own, third)),
               _ => Case(own, new Label(Level.Restricted, own)),
           }
           select new CaseLinkFacts(one, other, linked),
    ];

    static CaseFacts Case(string own, Label label) => new(own, own, label, OpenedByItself: true, HoldsSubmitted: false);

    async Task<Made> Make(CaseLinkFacts it)
    {
        async Task<Guid> Open(CaseFacts facts) => (Guid)(await (await own.As(new Principal(facts.Originator, Post.Coordinator))).Post("cases",
            new JsonObject { ["title"] = "Case of the matrix", ["mode"] = "sea", ["marking"] = Filing.Marking(facts.Label) })).Is(201).Json["id"]!;
        var (one, other) = (await Open(it.One), await Open(it.Other));
        if (it.Linked)
            (await (await own.As(new Principal(it.One.Lead, Post.Coordinator))).Send(HttpMethod.Put, $"cases/{one}/links/{other}", Body, ("If-Match", "*"))).Is(200);
        return new Made(it, one, other);
    }

    static JsonObject Body => new() { ["reason"] = "As the matrix has it." };

    static HttpMethod Method(Linking act) => act switch { Linking.List => HttpMethod.Get, Linking.Unlink => HttpMethod.Delete, _ => HttpMethod.Put };

    static string Path(Linking act) => act is Linking.List ? "cases/{id}/links" : "cases/{id}/links/{other}";
}
