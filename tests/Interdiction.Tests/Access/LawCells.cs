using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Interdiction.Tests.Access;

/// <summary>Act x account x row x If-Match: signatures of the law are read, given and withdrawn in dry runs, by everybody.</summary>
sealed class LawCells(OwnServer own)
{
    static readonly LawFacts[] Rows =
    [
        new("boarding-agreements", "PSI-PA", "USA", ["USA"]), new("boarding-agreements", "PSI-MH", "USA", []), new("boarding-agreements", "PSI-XX", null, [], Exists: false),
        new("legal-bases", "SUA_8BIS_E", null, ["AUS", "FRA"]), new("legal-bases", "OWN_FLAG", null, []), new("legal-bases", "PSI-PA", null, [], Exists: false),
        new("sua-notifications", "LBR-e", null, ["JPN"]), new("sua-notifications", "PAN-e", null, []), new("sua-notifications", "LBR-f", null, [], Exists: false),
        new("sua-notifications", "XCC-d", null, [], Exists: false), new("units", "KGM", null, [], Exists: false), new("no-such-set", "PSI-PA", null, [], Exists: false),
    ];

    public static string Operation(Verifying act) => $"{Method(act)} {Server.Base}/reference/{{set}}/{{row}}/signature";

    /// <returns>What was looked at.</returns>
    public async Task<string> Compare()
    {
        foreach (var it in Rows)
            foreach (var partner in it.SignedBy)
                (await (await own.As(new Principal(partner, Post.Coordinator))).Send(HttpMethod.Put, Path(it), Body(it), ("If-Match", "*"))).Is(200);
        var cells = (from it in Rows
                     from who in Principal.All
                     from act in Enum.GetValues<Verifying>()
                     from precondition in act is Verifying.Read ? [Precondition.Star] : Enum.GetValues<Precondition>()
                     select (it, who, act, precondition)).ToList();
        var wrong = new ConcurrentQueue<string>();
        await Cells.InParallel(cells, async x =>
        {
            var client = await own.As(x.who);
            var answer = x.act is Verifying.Read ? await client.Get(Path(x.it))
                : await client.Send(Method(x.act), Path(x.it) + Operations.DryRun, x.act is Verifying.Sign ? Body(x.it) : null, Operations.Headers(x.precondition));
            Cells.Note(wrong, Oracle.Expect(x.who, x.act, x.it, x.precondition), answer, $"{x.who} {x.act} {x.it.Set}/{x.it.Row}, If-Match {x.precondition}");
        });
        wrong.Agree("");
        return $"{cells.Count} cells, {wrong.Count} disagreements.";
    }

    static HttpMethod Method(Verifying act) => act switch { Verifying.Read => HttpMethod.Get, Verifying.Sign => HttpMethod.Put, Verifying.Withdraw => HttpMethod.Delete };

    static string Path(LawFacts it) => $"reference/{it.Set}/{it.Row}/signature";

    static JsonObject Body(LawFacts it) => it.Set switch
    {
        "boarding-agreements" => new() { ["silence"] = "none", ["source"] = "As the matrix has it." },
        "sua-notifications" => new() { ["notified"] = "2010-07-28", ["source"] = "As the matrix has it." },
        _ => new() { ["source"] = "As the matrix has it." },
    };
}
