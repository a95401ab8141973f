using System.Text.Json.Nodes;

namespace Interdiction.Tests.Access;

/// <summary>What the address names is authorised; the ids in the body name nothing else that could be changed by it.</summary>
public sealed class BodyIdTests(Server server)
{
    static readonly object ForOwnEyes = new { classification = "restricted", releasableTo = new[] { "FRA" } };
    static readonly object ForNobodyElse = new { classification = "restricted", releasableTo = new[] { "XCC" } };
    static readonly string[] Heads = ["id", "caseId"];

    [Fact]
    public async Task A_report_is_not_written_under_the_address_of_another()
    {
        var (officer, other) = (await server.As("aus-officer"), await server.As("fra-officer"));
        var (mine, second, foreign) = (await File(officer), await File(officer), await File(other, ForOwnEyes));
        foreach (var victim in new[] { (Owner: officer, Report: second), (Owner: other, Report: foreign) })
            foreach (var head in Heads)
            {
                var before = await State(victim.Owner, victim.Report);
                var body = Documents.With((JsonObject)mine.DeepClone(), new JsonObject { ["title"] = "Written over", [head] = (string)victim.Report[head]! });
                var answer = await officer.Send(HttpMethod.Put, Path(mine), body, ("If-Match", "*"));
                Assert.Equal([($"/{head}", "fixed")], answer.Is(422).Faults);
                Assert.Equal(before, await State(victim.Owner, victim.Report));
                Assert.DoesNotContain("Written over", await State(officer, mine), StringComparison.Ordinal);
            }
    }

    [Fact]
    public async Task A_part_of_another_report_is_not_taken_over()
    {
        var (officer, other) = (await server.As("aus-officer"), await server.As("fra-officer"));
        var mine = await File(officer);
        foreach (var (owner, victim) in new[] { (officer, await File(officer)), (other, await File(other, ForOwnEyes)) })
            foreach (var part in Parts(victim))
                foreach (var place in Parts(mine))
                {
                    var before = await State(owner, victim);
                    var written = (JsonObject)mine.DeepClone();
                    Put(written, place.Pointer, part.Id);
                    var put = await officer.Send(HttpMethod.Put, Path(mine), written, ("If-Match", "*"));
                    Assert.Equal("idInUse", (string)put.Is(409).Json["code"]!);
                    var filed = Documents.Report();
                    Put(filed, place.Pointer, part.Id);
                    Assert.Equal("idInUse", (string)(await officer.Post("boardings", filed)).Is(409).Json["code"]!);
                    (await officer.Get($"boardings/{filed["id"]}")).Is(404);
                    Assert.Equal(before, await State(owner, victim));
                }
    }

    [Fact]
    public async Task Nothing_is_made_under_an_id_that_is_in_use()
    {
        var (officer, other) = (await server.As("aus-officer"), await server.As("fra-officer"));
        var foreign = await File(other, ForOwnEyes);
        var before = await State(other, foreign);
        foreach (var id in Parts(foreign).Select(x => x.Id).Concat(Heads.Select(x => (string)foreign[x]!)))
        {
            Assert.Equal("idInUse", (string)(await officer.Post("boardings", Documents.Report(new { id }))).Is(409).Json["code"]!);
            Assert.Equal("idInUse", (string)(await officer.Post("cases", Http.Samples.Case(new { id }))).Is(409).Json["code"]!);
        }
        Assert.Equal(before, await State(other, foreign));
    }

    [Fact]
    public async Task A_hidden_case_takes_no_report_and_is_answered_as_one_never_issued()
    {
        var officer = await server.As("aus-officer");
        var foreign = await File(await server.As("fra-officer"), ForOwnEyes);
        var answers = new List<string>();
        foreach (var caseId in new[] { (string)foreign["caseId"]!, Guid.CreateVersion7().ToString() })
        {
            var answer = (await officer.Post("boardings", Documents.Report(new { caseId }))).Is(422);
            answers.Add(Documents.With(answer.Json.AsObject(), new { traceId = (string?)null }).ToJsonString());
        }
        Assert.Equal(answers[1], answers[0]);
    }

    [Fact]
    public async Task A_transition_moves_the_record_of_its_address_and_names_no_other()
    {
        var officer = await server.As("aus-officer");
        var (mine, second) = (await File(officer), await File(officer));
        var before = await State(officer, second);
        foreach (var name in new[] { "id", "boardingId", "caseId", "resource" })
        {
            var answer = await officer.Move(Path(mine), "submitted", new JsonObject { [name] = (string)second["id"]! });
            Assert.Equal([($"/{name}", "form")], answer.Is(400).Faults);
        }
        (await officer.Post($"{Path(mine)}/transitions?id={second["id"]}", new { to = "submitted" }, ("If-Match", "*"))).Is(400);
        Assert.Equal(before, await State(officer, second));
        Assert.Equal("draft", (string)(await officer.Get(Path(mine))).Is(200).Json["state"]!);
    }

    [Fact]
    public async Task The_key_of_somebody_else_is_a_fresh_key()
    {
        var (officer, other) = (await server.As("aus-officer"), await server.As("fra-officer"));
        var key = ("Idempotency-Key", Guid.CreateVersion7().ToString());
        var body = Documents.Report(new { id = (string?)null, marking = ForNobodyElse });
        var first = (await officer.Send(HttpMethod.Post, "boardings", body, key)).Is(201);
        var second = (await other.Send(HttpMethod.Post, "boardings", body, key)).Is(201);
        Assert.False(second.Headers.Contains("Idempotency-Replayed"));
        Assert.NotEqual((string)first.Json["id"]!, (string)second.Json["id"]!);
        (await other.Get(Path(first.Json))).Is(404);
    }

    static async Task<JsonObject> File(HttpClient officer, object? marking = null) =>
        (await officer.Post("boardings", Documents.Report(marking is null ? null : new { marking }))).Is(201).Json.AsObject();

    static string Path(JsonNode report) => $"boardings/{report["id"]}";

    /// <summary>All that can be read of a report, its history included.</summary>
    static async Task<string> State(HttpClient owner, JsonNode report) => string.Concat(
        (await owner.Get(Path(report))).Is(200).Text, (await owner.Get($"{Path(report)}/revisions")).Is(200).Text, (await owner.Get($"{Path(report)}/transitions")).Is(200).Text);

    static IEnumerable<(string[] Pointer, string Id)> Parts(JsonNode report)
    {
        string[][] pointers = [["manifest"], ["seizures", "0"], ["seizures", "0", "exhibits", "0"]];
        return pointers.Select(x => (x, (string)At(report, x)["id"]!));
    }

    static void Put(JsonObject report, string[] pointer, string id) => At(report, pointer)["id"] = id;

    static JsonNode At(JsonNode report, string[] pointer) =>
        pointer.Aggregate(report, (node, name) => node is JsonArray list ? list[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)]! : node[name]!);
}
