using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Interdiction.Tests.Access;

/// <summary>Act x role x relation x case x marking x addressee x state x If-Match: what one partner tells or asks another, asked for by everybody.</summary>
sealed class DispatchCells(OwnServer own)
{
    const int GateDispatches = 32;

    sealed record Sent(DispatchFacts Facts, Guid CaseId, Guid Id)
    {
        public string RelationOf(Principal who) => who.Partner == Facts.Addressee ? "addressee" : who.Partner == Facts.Originator ? "originator" : "other";
    }

    sealed record Cell(Sent It, Principal Who, Sending Act, Precondition Precondition);

    public static string Operation(Sending act) => $"{Method(act)} {Server.Base}/{Path(act)}";

    public static string? To(Sending act) => act switch
    {
        Sending.Answer => "answered",
        Sending.Decline => "declined",
        Sending.Withdraw => "withdrawn",
        Sending.SendAgain => "sent",
        _ => null,
    };

    /// <returns>What was looked at.</returns>
    public async Task<string> Compare(int seed, int gateCells)
    {
        var (random, begun) = (new Random(seed), TimeProvider.System.GetTimestamp());
        var staff = await Staff.Of(own);
        var matrix = All();
        var chosen = Cells.Full ? matrix : matrix.Pick(x => (x.Stands, x.Label.Level, x.Label.IsForAll), GateDispatches, random);
        var made = new ConcurrentBag<Sent>();
        await Cells.InParallel(chosen, async x => made.Add(await Make(x, staff)));

        var wrong = new ConcurrentQueue<string>();
        await Cells.InParallel(Principal.All, async who =>
        {
            var (found, total) = await Cells.Walk(await own.As(who), "dispatches?limit=200");
            foreach (var it in made.Where(x => found.Contains(x.Id) != Oracle.CanRead(who, x.Facts)))
                wrong.Enqueue($"{who} GET /dispatches: {(found.Contains(it.Id) ? "finds" : "does not find")} {it.Facts}");
            if (total != found.Count)
                wrong.Enqueue($"{who} GET /dispatches: total {total}, found {found.Count}");
        });
        await Cells.InParallel(from who in Principal.All from it in made.Take(8) select (who, it), async x =>
        {
            var (found, total) = await Cells.Walk(await own.As(x.who), $"dispatches?limit=200&caseId={x.it.CaseId}");
            var expected = Oracle.CanRead(x.who, x.it.Facts) && Oracle.ShowsCase(x.who, x.it.Facts);
            if (found.Contains(x.it.Id) != expected || total != (expected ? 1 : 0))
                wrong.Enqueue($"{x.who} GET /dispatches by case: {total}, expected {expected} of {x.it.Facts}");
        });
        List<Cell> cells =
        [
            .. from it in made
               from who in Principal.All
               from act in Enum.GetValues<Sending>()
               from precondition in Method(act) == HttpMethod.Get ? [Precondition.Star] : Enum.GetValues<Precondition>()
               select new Cell(it, who, act, precondition),
        ];
        var asked = cells.Pick(x => (x.Act, x.Who.Post, x.It.RelationOf(x.Who)), Cells.Full ? 20 * gateCells : gateCells, random);
        await Cells.InParallel(asked, x => Compare(x, staff, wrong));
        var sends = (from it in made.Take(12) from who in Principal.All from level in Enum.GetValues<Level>() select (it, who, level)).ToList();
        await Cells.InParallel(sends.Pick(x => (x.who.Post, x.level), gateCells / 4, random), async x => Cells.Note(wrong, Oracle.SendDispatch(x.who, x.level, x.it.Facts.Addressee, x.it.Facts.Case),
            await (await own.As(x.who)).Post("dispatches" + Operations.DryRun, Body(x.it.CaseId, x.it.Facts.Addressee, Filing.Marking(new Label(x.level, "ALL")))), $"{x.who} sends to {x.it.Facts.Addressee} about {x.it.Facts.Case}"));
        wrong.Agree($", seed {seed}");
        return $"Seed {seed}, {made.Count} of {matrix.Count} dispatches, {asked.Count} of {cells.Count} cells, {wrong.Count} disagreements. {TimeProvider.System.GetElapsedTime(begun).TotalSeconds:0} s.";
    }

    async Task Compare(Cell it, Staff staff, ConcurrentQueue<string> wrong)
    {
        var (facts, client, path) = (it.It.Facts, await own.As(it.Who), Path(it.Act).Replace("{id}", $"{it.It.Id}", StringComparison.Ordinal));
        var answer = it.Act switch
        {
            Sending.Read or Sending.ReadTransitions or Sending.ReadMarking => await client.Get(path),
            Sending.Narrow or Sending.WidenAlone => await client.Send(HttpMethod.Put, path + Operations.DryRun,
                staff.Marking(facts.Label with { ReleasableTo = it.Act is Sending.Narrow ? [facts.Originator] : ["ALL"] }, facts.Originator), Operations.Headers(it.Precondition)),
            _ => await client.Post(path + Operations.DryRun, new JsonObject { ["to"] = To(it.Act), ["text"] = "As the matrix has it." }, Operations.Headers(it.Precondition)),
        };
        var name = $"{it.Who} ({it.It.RelationOf(it.Who)}) {it.Act} If-Match {it.Precondition} on {facts}";
        if (!Cells.Note(wrong, Oracle.Expect(it.Who, it.Act, it.Precondition, facts), answer, name) || answer.Status != 200)
            return;
        if (it.Act is Sending.Read && ((answer.Json["caseId"] is not null, answer.Json["caseNumber"] is not null) != (Oracle.ShowsCase(it.Who, facts), Oracle.ShowsCase(it.Who, facts))))
            wrong.Enqueue($"{name}: shows the case {answer.Json["caseId"]} {answer.Json["caseNumber"]}");
        if (it.Act is Sending.Read && (answer.Json["source"]!["name"] is not null, answer.Json["masked"]!.AsArray().Count == 0) != (Oracle.ShowsSource(it.Who, facts), Oracle.ShowsSource(it.Who, facts)))
            wrong.Enqueue($"{name}: shows the source {answer.Text}");
        if (it.Act is Sending.Read or Sending.ReadMarking && (it.Act is Sending.Read ? answer.Json["marking"]! : answer.Json)["team"] is not null != Oracle.ShowsTeam(it.Who, facts.Originator, facts.Label))
            wrong.Enqueue($"{name}: shows the team {answer.Text}");
        if (it.Act is Sending.ReadTransitions && answer.Json["allowed"]!.AsArray().Select(x => (string)x!).Order().SequenceEqual(Oracle.Offered(it.Who, facts).Order()) is false)
            wrong.Enqueue($"{name}: offers {answer.Json["allowed"]!.ToJsonString()}");
    }

    /// <summary>Addressees, need to know and who reads the case in turns over every state, release and level.</summary>
    static List<DispatchFacts> All()
    {
        var all = new List<DispatchFacts>();
        foreach (var stands in Enum.GetValues<Ending>())
        foreach (var release in Enum.GetValues<Release>())
        foreach (var level in Enum.GetValues<Level>())
        foreach (var turn in Enumerable.Range(0, 3))
        {
            var number = all.Count;
            string At(int place) => Principal.Nations[(number + place) % Principal.Nations.Length];
            var (own, to) = (At(0), turn == 0 ? Principal.Cell : At(1));
            var label = new Label(level, release switch { Release.Own => [own, to], Release.Some => [own, to, At(2)], Release.All => ["ALL"] }) { Need = (Need)turn };
            var caseLabel = new Label((Level)(number % 4), number % 3 == 0 ? ["ALL"] : number % 3 == 1 ? [own, to] : [own, At(3)]);
            all.Add(new DispatchFacts(new CaseFacts(own, own, caseLabel, OpenedByItself: true, HoldsSubmitted: false), own, label, to, stands));
        }
        return all;
    }

    async Task<Sent> Make(DispatchFacts it, Staff staff)
    {
        var officer = await own.As(new Principal(it.Originator, Post.Officer));
        var opened = (Guid)(await officer.Post("cases", new JsonObject { ["title"] = "Case of the matrix", ["mode"] = "sea", ["marking"] = staff.Marking(it.Case.Label, it.Originator) })).Is(201).Json["id"]!;
        var sent = (await officer.Post("dispatches", Body(opened, it.Addressee, staff.Marking(it.Label, it.Originator)))).Is(201).Json;
        if (it.Stands is not Ending.Sent)
            (await (it.Stands is Ending.Withdrawn ? officer : await own.As(new Principal(it.Addressee, Post.Coordinator)))
                .Move($"dispatches/{sent["id"]}", it.Stands switch { Ending.Answered => "answered", Ending.Declined => "declined", _ => "withdrawn" }, new { text = "As the matrix has it." })).Is(200);
        return new Sent(it, opened, (Guid)sent["id"]!);
    }

    static JsonObject Body(Guid @case, string to, JsonObject marking) =>
        Http.Samples.Dispatch(new JsonObject { ["caseId"] = @case.ToString(), ["to"] = to, ["marking"] = marking });

    static HttpMethod Method(Sending act) => act switch
    {
        Sending.Read or Sending.ReadTransitions or Sending.ReadMarking => HttpMethod.Get,
        Sending.Narrow or Sending.WidenAlone => HttpMethod.Put,
        _ => HttpMethod.Post,
    };

    static string Path(Sending act) => "dispatches/{id}" + act switch
    {
        Sending.Read => "",
        Sending.ReadMarking or Sending.Narrow or Sending.WidenAlone => "/marking",
        _ => "/transitions",
    };
}
