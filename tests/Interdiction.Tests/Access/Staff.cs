using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Interdiction.Tests.Access;

/// <summary>The nations' teams and deputies, as their administrators set them up for a matrix.</summary>
sealed class Staff(OwnServer server)
{
    // The first officer and the first coordinator file and review in the matrix: they are in whatever a record names.
    public static readonly Post[] Members = [Post.Officer, Post.Coordinator];
    public static readonly Post[] Supervisors = [Post.Auditor];
    public static readonly Post[] Named = [Post.Officer, Post.Officer2, Post.Coordinator];

    readonly ConcurrentDictionary<Principal, Guid> accounts = [];
    readonly ConcurrentDictionary<string, string> teams = [];

    public static async Task<Staff> Of(OwnServer server)
    {
        var it = new Staff(server);
        foreach (var who in Principal.Nations.Append(Principal.Cell).SelectMany(Principal.Of))
            it.accounts[who] = (Guid)(await (await server.As(who)).Get("me")).Is(200).Json["id"]!;
        foreach (var nation in Principal.Nations)
            it.teams[nation] = (string)(await (await server.As(new Principal(nation, Post.Administrator))).Post("admin/teams",
                new { name = $"Team {Guid.CreateVersion7():N}", members = it.Ids(nation, Members), supervisors = it.Ids(nation, Supervisors) })).Is(201).Json["id"]!;
        return it;
    }

    /// <summary>Every nation names the one after the next for half of the acts and for holds, and one coordinator of the cell for the others.</summary>
    public async Task<IReadOnlyList<DeputyFacts>> NameDeputies()
    {
        var named = new List<DeputyFacts>();
        for (var nation = 0; nation < Principal.Nations.Length; nation++)
        {
            named.Add(new DeputyFacts(Principal.Nations[nation], Principal.Nations[(nation + 2) % Principal.Nations.Length], null,
                Act.ProposeWideningCase, Act.ProposeWideningReport, Act.ProposeClosing));
            named.Add(new DeputyFacts(Principal.Nations[nation], Principal.Cell, Post.Coordinator, Act.ProposeReopening, Act.ProposeMovingLead));
        }
        foreach (var it in named)
        {
            var acts = it.Acts.Select(ProposalCodes.Of).Distinct().Concat(it.Post is null ? ["setHold", "liftHold", "setRetention", "destroyCase"] : []);
            var body = new JsonObject { ["partner"] = it.Partner, ["acts"] = new JsonArray([.. acts.Select(x => (JsonNode)x)]) };
            if (it.Post is { } post)
                body["person"] = accounts[new Principal(it.Partner, post)].ToString();
            (await (await server.As(new Principal(it.For, Post.Administrator))).Post("admin/deputies", body)).Is(201);
        }
        return named;
    }

    /// <summary>A marking as it stands in a body of the originator's.</summary>
    public JsonObject Marking(Label label, string originator)
    {
        var marking = Filing.Marking(label);
        if (label.Precision is not Precision.Exact)
            marking["positionPrecision"] = label.Precision is Precision.Degree ? "degree" : "tenthOfDegree";
        if (label.Need is not Need.Everybody)
            marking["team"] = label.Need is Need.Team
                ? new JsonObject { ["unit"] = teams[originator] }
                : new JsonObject { ["people"] = new JsonArray([.. Ids(originator, Named).Select(x => (JsonNode)x.ToString())]) };
        return marking;
    }

    Guid[] Ids(string partner, Post[] posts) => [.. posts.Select(x => accounts[new Principal(partner, x)])];
}
