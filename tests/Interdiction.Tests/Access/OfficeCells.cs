using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Interdiction.Tests.Access;

/// <summary>Deed x role x partner x owner x If-Match: the offices of a nation, another one, a flag State and the cell, asked by everybody.</summary>
sealed class OfficeCells(OwnServer own)
{
    static readonly string[] Owners = ["AUS", "FRA", "PAN", Principal.Cell];

    readonly ConcurrentDictionary<(string Owner, Kind Kind), Guid> records = [];

    sealed record Cell(string Owner, Principal Who, Deed Deed, Precondition Precondition);

    public static string Operation(Deed deed) => $"{Method(deed.Verb)} {Server.Base}/{Path(deed)}";

    public static string? To(Deed deed) => deed.Verb switch { Verb.Suspend => "suspended", Verb.Restore => "active", _ => null };

    /// <returns>What was looked at.</returns>
    public async Task<string> Compare(int seed, int gateCells)
    {
        var (random, begun) = (new Random(seed), TimeProvider.System.GetTimestamp());
        foreach (var owner in Owners)
            await Furnish(owner);
        List<Cell> cells =
        [
            .. from owner in Owners
               from who in Principal.All
               from deed in Deed.All
               from precondition in deed.NeedsIfMatch ? Enum.GetValues<Precondition>() : [Precondition.Star]
               select new Cell(owner, who, deed, precondition),
        ];
        var asked = Cells.Full ? cells : cells.Pick(x => (x.Deed, x.Who.Post, x.Who.Partner == x.Owner), gateCells, random);
        var wrong = new ConcurrentQueue<string>();
        await Cells.InParallel(asked, x => Compare(x, wrong));
        await Cells.InParallel(Principal.All, async who =>
        {
            var client = await own.As(who);
            if (Cells.Note(wrong, Oracle.ChooseTeam(who), await client.Get("teams"), $"{who} GET /teams") && Oracle.ChooseTeam(who).Status == 200)
                foreach (var owner in Owners)
                    Shows(wrong, (await client.Get("teams")).Text, owner, Kind.Teams, who.Partner == owner, $"{who} GET /teams");
            foreach (var path in Coverage.OfEverybody)
                Cells.Note(wrong, 200, path == "screenings" ? await client.Post(path, new { text = "steel pipes" }) : await client.Get(path), $"{who} {path}");
            foreach (var path in Coverage.OfPeople)
                Cells.Note(wrong, 404, await client.Send(HttpMethod.Delete, $"{path}/{Guid.CreateVersion7()}"), $"{who} DELETE {path}");
        });
        wrong.Agree($", seed {seed}");
        return $"Seed {seed}, {asked.Count} of {cells.Count} cells, {wrong.Count} disagreements. {TimeProvider.System.GetElapsedTime(begun).TotalSeconds:0} s.";
    }

    async Task Compare(Cell it, ConcurrentQueue<string> wrong)
    {
        var path = Path(it.Deed).Replace("{id}", records[(it.Owner, it.Deed.Kind)].ToString(), StringComparison.Ordinal);
        var client = await own.As(it.Who);
        var answer = it.Deed.Verb is Verb.List or Verb.Read
            ? await client.Get(path + (it.Deed.Verb is Verb.List ? "?limit=200" : ""))
            : await client.Send(Method(it.Deed.Verb), path + Operations.DryRun, Body(it), [("Idempotency-Key", Guid.CreateVersion7().ToString()), .. Operations.Headers(it.Precondition)]);
        var name = $"{it.Who} {it.Deed} of {it.Owner}, If-Match {it.Precondition}";
        if (Cells.Note(wrong, Oracle.Expect(it.Who, it.Deed, it.Precondition, it.Owner), answer, name) && it.Deed.Verb is Verb.List && answer.Status == 200)
            Shows(wrong, answer.Text, it.Owner, it.Deed.Kind, it.Who.Partner == it.Owner, name);
    }

    void Shows(ConcurrentQueue<string> wrong, string text, string owner, Kind kind, bool should, string name)
    {
        if (text.Contains(records[(owner, kind)].ToString(), StringComparison.Ordinal) != should)
            wrong.Enqueue($"{name}: {(should ? "does not show" : "shows")} what is {owner}'s");
    }

    JsonObject? Body(Cell it) => (it.Deed.Verb, it.Deed.Kind) switch
    {
        (Verb.Make, var kind) => New(kind, it.Who.Partner, records[(it.Owner, Kind.Users)]),
        (Verb.Change, Kind.Deputies) => new() { ["acts"] = new JsonArray("moveLead") },
        (Verb.Change, _) => new() { ["name"] = $"Renamed {Guid.CreateVersion7():N}" },
        (Verb.End, _) => null,
        _ => new() { ["to"] = To(it.Deed) },
    };

    // Its deputies are for an act that no other cell proposes.
    static JsonObject New(Kind kind, string partner, Guid user) => kind switch
    {
        Kind.Users => Administration.Office.NewUser(),
        Kind.Clients => new() { ["name"] = "System of the matrix", ["roles"] = new JsonArray("officer"), ["clearance"] = "secret" },
        Kind.Invitations => new() { ["user"] = user.ToString() },
        Kind.Teams => new() { ["name"] = $"Team {Guid.CreateVersion7():N}" },
        Kind.Deputies => new() { ["partner"] = partner == Principal.Cell ? "AUS" : Principal.Cell, ["acts"] = new JsonArray("setHold") },
    };

    /// <summary>One of each kind, made by the partner's administrator.</summary>
    async Task Furnish(string owner)
    {
        var administrator = await own.As(new Principal(owner, Post.Administrator));
        foreach (var kind in Enum.GetValues<Kind>())
            records[(owner, kind)] = (Guid)(await administrator.Post(Path(new Deed(kind, Verb.Make)), New(kind, owner, records.GetValueOrDefault((owner, Kind.Users))))).Is(201).Json["id"]!;
    }

    static HttpMethod Method(Verb verb) => verb switch
    {
        Verb.List or Verb.Read => HttpMethod.Get,
        Verb.Change => HttpMethod.Patch,
        Verb.End => HttpMethod.Delete,
        _ => HttpMethod.Post,
    };

#pragma warning disable CA1308 // Paths are in lower case.
    static string Path(Deed deed) =>
        $"admin/{deed.Kind.ToString().ToLowerInvariant()}{(deed.IsAboutOne ? "/{id}" : "")}{(deed.Verb is Verb.Suspend or Verb.Restore ? "/transitions" : "")}";
#pragma warning restore CA1308
}
