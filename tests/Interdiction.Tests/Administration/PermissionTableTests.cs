using System.Text.Json.Nodes;

namespace Interdiction.Tests.Administration;

/// <summary>Who may administer: every principal, every operation, records of the own partner, of another and of nobody.</summary>
public sealed class PermissionTableTests(Server server)
{
    sealed record Op(string Method, string Path, Func<JsonObject>? Body, bool IsAboutOne);

    static readonly string[] Principals =
    [
        "aus-officer", "aus-officer2", "aus-coordinator", "aus-coordinator2", "aus-auditor", "aus-administrator", "fra-officer", "fra-coordinator", "fra-auditor", "fra-administrator",
        "pan-liaison", "pan-administrator", "lbr-administrator", "xcc-coordinator", "xcc-coordinator2", "xcc-auditor", "xcc-administrator",
    ];

    static readonly Dictionary<string, (Func<JsonObject> New, Func<JsonObject>? Change, Func<JsonObject>? Move, bool CanEnd)> Kinds = new()
    {
        ["users"] = (() => Office.NewUser(), () => new() { ["name"] = "Renamed" }, () => new() { ["to"] = "suspended" }, false),
        ["clients"] = (() => new() { ["name"] = "System", ["roles"] = new JsonArray("officer"), ["clearance"] = "secret" }, () => new() { ["name"] = "Renamed" }, () => new() { ["to"] = "suspended" }, false),
        ["invitations"] = (() => new() { ["user"] = Guid.Empty.ToString() }, null, null, true),
        ["teams"] = (() => new() { ["name"] = Office.Fresh("Team") }, () => new() { ["name"] = Office.Fresh("Renamed") }, null, true),
        ["deputies"] = (() => new() { ["partner"] = "SGP", ["acts"] = new JsonArray("closeCase") }, () => new() { ["acts"] = new JsonArray("moveLead") }, null, true),
    };

    [Fact]
    public async Task Only_administrators_administer_and_only_their_own_partner()
    {
        var own = await Records("aus");
        var wrong = new List<string>();
        var asked = 0;
        foreach (var kind in Kinds.Keys)
            foreach (var op in Operations(kind, own["users"]))
                foreach (var who in Principals)
                {
                    var isAdministrator = who.EndsWith("administrator", StringComparison.Ordinal);
                    var (isOwn, absent) = (who.StartsWith("aus", StringComparison.Ordinal), Guid.CreateVersion7());
                    var there = await Ask(op, who, own[kind]);
                    var nothing = op.IsAboutOne ? await Ask(op, who, absent) : there;
                    // Inviting again names a person in the body: another partner's is unknown there.
                    int expected = !isAdministrator ? 403
                        : op.IsAboutOne ? isOwn ? op.Method == "DELETE" ? 204 : 200 : 404
                        : kind == "invitations" && op.Method == "POST" && !isOwn ? 422 : 200;
                    asked++;
                    if (there.Status != expected)
                        wrong.Add($"{who} {op.Method} {op.Path}: {there.Status}, expected {expected}: {there.Text}");
                    if (op.IsAboutOne && there.Status >= 400 && Office.Face(there) != Office.Face(nothing))
                        wrong.Add($"{who} {op.Method} {op.Path}: what is there is told from what is not: {there.Text} {nothing.Text}");
                    if (op.IsAboutOne && nothing.Status != (isAdministrator ? 404 : 403))
                        wrong.Add($"{who} {op.Method} {op.Path}: {nothing.Status} for an id never issued");
                    if (!isOwn && (there.Text.Contains(own[kind].ToString(), StringComparison.Ordinal) && !there.Text.Contains($"/{own[kind]}", StringComparison.Ordinal)))
                        wrong.Add($"{who} {op.Method} {op.Path}: shows what is another partner's");
                }
        Assert.True(asked > 300, $"Only {asked} cells were asked.");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Teams_are_shown_by_name_to_those_who_mark_and_to_nobody_else()
    {
        var team = await server.SetUpTeam("aus");
        foreach (var who in Principals)
        {
            var answer = await (await server.As(who)).Get("teams");
            if (who.Contains("administrator", StringComparison.Ordinal) || who.Contains("liaison", StringComparison.Ordinal))
                answer.Is(403);
            else
                Assert.Equal(who.StartsWith("aus", StringComparison.Ordinal), answer.Is(200).Text.Contains(team, StringComparison.Ordinal));
        }
    }

    static IEnumerable<Op> Operations(string kind, Guid user)
    {
        var (@new, change, move, canEnd) = Kinds[kind];
        var path = $"admin/{kind}";
        yield return new("GET", path, null, false);
        yield return new("POST", path, kind == "invitations" ? () => new() { ["user"] = user.ToString() } : @new, false);
        yield return new("GET", $"{path}/{{id}}", null, true);
        if (change is not null)
            yield return new("PATCH", $"{path}/{{id}}", change, true);
        if (move is not null)
            yield return new("POST", $"{path}/{{id}}/transitions", move, true);
        if (canEnd)
            yield return new("DELETE", $"{path}/{{id}}", null, true);
    }

    async Task<Answer> Ask(Op op, string who, Guid id) =>
        await (await server.As(who)).Send(HttpMethod.Parse(op.Method), op.Path.Replace("{id}", $"{id}", StringComparison.Ordinal) + (op.Method == "GET" ? op.IsAboutOne ? "" : "?limit=200" : "?validateOnly=true"),
            op.Body?.Invoke(), ("If-Match", "*"), ("Idempotency-Key", Guid.CreateVersion7().ToString()));

    async Task<Dictionary<string, Guid>> Records(string partner)
    {
        var administrator = await server.As($"{partner}-administrator");
        var user = await server.Invite(partner);
        using var machine = await server.Register(partner);
        return new()
        {
            ["users"] = (Guid)user["id"]!,
            ["clients"] = machine.Id,
            ["invitations"] = (Guid)user["invitation"]!["id"]!,
            ["teams"] = Guid.Parse(await server.SetUpTeam(partner)),
            ["deputies"] = (Guid)(await administrator.Post("admin/deputies", Kinds["deputies"].New())).Is(201).Json["id"]!,
        };
    }
}
