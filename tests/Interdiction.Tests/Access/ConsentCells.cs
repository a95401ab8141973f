using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Interdiction.Tests.Access;

/// <summary>Act x role x relation x case x marking x flag x state x If-Match: requests to flag States, asked for by everybody.</summary>
sealed class ConsentCells(OwnServer own)
{
    const int GateRequests = 40;

    sealed record Asked(ConsentFacts Facts, Guid CaseId, Guid Id)
    {
        public string RelationOf(Principal who) => who.Partner == Facts.Flag ? "flag" : who.Partner == Facts.Originator ? "originator" : who.Partner == Facts.Case.Originator ? "case" : "other";
    }

    sealed record Cell(Asked It, Principal Who, Asking Act, Precondition Precondition);

    public static string Operation(Asking act) => $"{Method(act)} {Server.Base}/{Path(act)}";

    public static string? To(Asking act) => act switch
    {
        Asking.Acknowledge => "acknowledged",
        Asking.Grant => "granted",
        Asking.Refuse => "refused",
        Asking.DirectToPort => "directedToPort",
        Asking.Withdraw => "withdrawn",
        Asking.Deem => "deemed",
        Asking.LeaveUnanswered => "unanswered",
        Asking.SendAgain => "sent",
        _ => null,
    };

    /// <returns>What was looked at.</returns>
    public async Task<string> Compare(int seed, int gateCells)
    {
        var (random, begun) = (new Random(seed), TimeProvider.System.GetTimestamp());
        var staff = await Staff.Of(own);
        var matrix = All();
        var chosen = Cells.Full ? matrix : matrix.Pick(x => (x.Stands, x.Flag, x.Case.Originator == x.Originator), GateRequests, random);
        var made = new ConcurrentBag<Asked>();
        await Cells.InParallel(chosen, async x => made.Add(await Make(x, staff)));

        var wrong = new ConcurrentQueue<string>();
        await Cells.InParallel(Principal.All, async who =>
        {
            var (found, total) = await Cells.Walk(await own.As(who), "consent-requests?limit=200");
            foreach (var it in made.Where(x => found.Contains(x.Id) != Oracle.CanRead(who, x.Facts)))
                wrong.Enqueue($"{who} GET /consent-requests: {(found.Contains(it.Id) ? "finds" : "does not find")} {it.Facts}");
            if (total != found.Count)
                wrong.Enqueue($"{who} GET /consent-requests: total {total}, found {found.Count}");
        });
        List<Cell> cells =
        [
            .. from it in made
               from who in Principal.All
               from act in Enum.GetValues<Asking>()
               from precondition in act is Asking.Read or Asking.ReadTransitions or Asking.ReadMarking ? [Precondition.Star] : Enum.GetValues<Precondition>()
               select new Cell(it, who, act, precondition),
        ];
        var asked = cells.Pick(x => (x.Act, x.Who.Post, x.It.RelationOf(x.Who)), Cells.Full ? 20 * gateCells : gateCells, random);
        await Cells.InParallel(asked, x => Compare(x, staff, wrong));
        var sends = (from it in made.Take(12) from who in Principal.All where who.Partner != it.Facts.Flag from level in Enum.GetValues<Level>() select (it, who, level)).ToList();
        await Cells.InParallel(sends.Pick(x => (x.who.Post, x.level), gateCells / 4, random), async x => Cells.Note(wrong, Oracle.SendRequest(x.who, x.level, x.it.Facts.Case),
            await (await own.As(x.who)).Post("consent-requests" + Operations.DryRun, Body(x.it.CaseId, x.it.Facts.Flag, Filing.Marking(new Label(x.level, "ALL")))), $"{x.who} asks in {x.it.Facts.Case}"));
        wrong.Agree($", seed {seed}");
        return $"Seed {seed}, {made.Count} of {matrix.Count} requests, {asked.Count} of {cells.Count} cells, {wrong.Count} disagreements. {TimeProvider.System.GetElapsedTime(begun).TotalSeconds:0} s.";
    }

    async Task Compare(Cell it, Staff staff, ConcurrentQueue<string> wrong)
    {
        var (facts, client, path) = (it.It.Facts, await own.As(it.Who), Path(it.Act).Replace("{id}", $"{it.It.Id}", StringComparison.Ordinal));
        var answer = it.Act switch
        {
            Asking.Read or Asking.ReadTransitions or Asking.ReadMarking => await client.Get(path),
            Asking.Narrow or Asking.WidenAlone => await client.Send(HttpMethod.Put, path + Operations.DryRun,
                staff.Marking(facts.Label with { ReleasableTo = it.Act is Asking.Narrow ? [facts.Originator] : ["ALL"] }, facts.Originator), Operations.Headers(it.Precondition)),
            _ => await client.Post(path + Operations.DryRun, new JsonObject { ["to"] = To(it.Act), ["reason"] = "As the matrix has it." }, Operations.Headers(it.Precondition)),
        };
        var name = $"{it.Who} ({it.It.RelationOf(it.Who)}) {it.Act} If-Match {it.Precondition} on {facts}";
        if (!Cells.Note(wrong, Oracle.Expect(it.Who, it.Act, it.Precondition, facts), answer, name) || answer.Status != 200)
            return;
        if (it.Act is Asking.Read && (answer.Json["caseId"] is not null != Oracle.ShowsCase(it.Who, facts) || answer.Json["caseNumber"] is not null != Oracle.ShowsCase(it.Who, facts)))
            wrong.Enqueue($"{name}: shows the case {answer.Json["caseId"]} {answer.Json["caseNumber"]}");
        if (it.Act is Asking.Read or Asking.ReadMarking && (it.Act is Asking.Read ? answer.Json["marking"]! : answer.Json)["team"] is not null != Oracle.ShowsTeam(it.Who, facts.Originator, facts.Label))
            wrong.Enqueue($"{name}: shows the team {answer.Text}");
        if (it.Act is Asking.ReadTransitions && answer.Json["allowed"]!.AsArray().Select(x => (string)x!).Order().SequenceEqual(Oracle.Offered(it.Who, facts).Order()) is false)
            wrong.Enqueue($"{name}: offers {answer.Json["allowed"]!.ToJsonString()}");
    }

    /// <summary>Levels, releases, openings and need to know in turns over every state, flag and owner of the case.</summary>
    static List<ConsentFacts> All()
    {
        var all = new List<ConsentFacts>();
        foreach (var stands in Enum.GetValues<Answering>())
        foreach (var flag in Enumerable.Range(0, 3))
        foreach (var opening in Enum.GetValues<Opening>())
        foreach (var release in Enum.GetValues<Release>())
        foreach (var level in Enum.GetValues<Level>())
        {
            var number = all.Count;
            string At(int place) => Principal.Nations[(number + place) % Principal.Nations.Length];
            // A nation has no liaison: nobody answers for it.
            if (flag == 2 && stands is not (Answering.Sent or Answering.Withdrawn))
                continue;
            var (own, opener) = (At(0), opening is Opening.ByOther ? At(1) : At(0));
            string[] shared = [.. new[] { opener, own, At(2), Principal.Cell }.Distinct()];
            var caseLabel = new Label((Level)(number % 4), number % 3 == 0 ? ["ALL"] : shared) { Need = (Need)(number % 2 * (number % 3)) };
            var label = new Label(level, release switch { Release.Own => [own], Release.Some => shared, Release.All => ["ALL"] }) { Need = (Need)(number / 2 % 3) };
            all.Add(new ConsentFacts(new CaseFacts(opener, opener, caseLabel, OpenedByItself: opening is not Opening.ByFiling, HoldsSubmitted: false),
                own, label, flag == 2 ? At(3) : Principal.FlagStates[flag], stands));
        }
        return all;
    }

    async Task<Asked> Make(ConsentFacts it, Staff staff)
    {
        var officer = await own.As(new Principal(it.Originator, Post.Officer));
        var marking = staff.Marking(it.Case.Label, it.Case.Originator);
        // A case that a draft opened is its originator's alone, and so is what is asked in it, but for the flag State.
        var opened = it.Case.OpenedByItself
            ? (await (await own.As(new Principal(it.Case.Originator, Post.Officer))).Post("cases", new JsonObject { ["title"] = "Case of the matrix", ["mode"] = "sea", ["marking"] = marking })).Is(201).Json["id"]!
            : (await officer.Post("boardings", Documents.Report(new JsonObject { ["marking"] = marking }))).Is(201).Json["caseId"]!;
        var sent = (await officer.Post("consent-requests", Body((Guid)opened, it.Flag, staff.Marking(it.Label, it.Originator)))).Is(201).Json;
        var record = $"consent-requests/{sent["id"]}";
        if (it.Stands is Answering.Withdrawn)
            (await officer.Move(record, "withdrawn")).Is(200);
        else if (it.Stands is not Answering.Sent)
            (await (await own.As(new Principal(it.Flag, Post.Liaison))).Move(record, it.Stands switch
            {
                Answering.Acknowledged => "acknowledged", Answering.Granted => "granted", Answering.Refused => "refused", _ => "directedToPort",
            })).Is(200);
        return new Asked(it, (Guid)opened, (Guid)sent["id"]!);
    }

    static JsonObject Body(Guid @case, string flag, JsonObject marking) =>
        Http.Samples.ConsentRequest(new JsonObject { ["caseId"] = @case.ToString(), ["flag"] = flag, ["marking"] = marking });

    static HttpMethod Method(Asking act) => act switch
    {
        Asking.Read or Asking.ReadTransitions or Asking.ReadMarking => HttpMethod.Get,
        Asking.Narrow or Asking.WidenAlone => HttpMethod.Put,
        _ => HttpMethod.Post,
    };

    static string Path(Asking act) => "consent-requests/{id}" + act switch
    {
        Asking.Read => "",
        Asking.ReadMarking or Asking.Narrow or Asking.WidenAlone => "/marking",
        _ => "/transitions",
    };
}
