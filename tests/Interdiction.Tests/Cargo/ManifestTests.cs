using System.Text.Json.Nodes;

namespace Interdiction.Tests.Cargo;

/// <summary>A manifest shows declared, found and seized beside each other, to whom its report is shown.</summary>
public sealed class ManifestTests(Server server)
{
    [Fact]
    public async Task Kaohsiung_was_declared_as_something_else()
    {
        var (report, manifest) = await File(null);
        Assert.Equal(((string)report["id"]!, (string)report["caseId"]!), ((string)manifest["boarding"]!, (string)manifest["caseId"]!));
        Assert.Equal("1314-80-3", (string)manifest["screening"]!["matches"]![0]!["cas"]!);
        Assert.Equal((string)report["screening"]!["listVersion"]!, (string)manifest["screening"]!["listVersion"]!);
        Assert.Null(manifest["rescreening"]);
        var line = manifest["reconciliation"]!["lines"]![0]!;
        Assert.Equal("description", Kinds(line));
        Assert.Equal(158, (int)line["seized"]!["packages"]![0]!["count"]!);
        Assert.Equal("""["KHH-001"]""", line["exhibits"]!.ToJsonString());
        Assert.Null(line["reason"]);
        Assert.Equal(1, (int)manifest["reconciliation"]!["unexplained"]!);
    }

    [Theory]
    [InlineData("""{"quantity":{"value":"1","unit":"TNE"}}""", """{"quantity":{"value":"1000.0","unit":"KGM"}}""", "")]
    [InlineData("""{"quantity":{"value":"1","unit":"TNE"}}""", """{"quantity":{"value":"998","unit":"KGM"}}""", "quantity")]
    [InlineData("""{"netMass":{"value":"1","unit":"TNE"}}""", """{"quantity":{"value":"998","unit":"KGM"}}""", "quantity")]
    [InlineData("""{"quantity":{"value":"1","unit":"KGM"}}""", """{"quantity":{"value":"1","unit":"LTR"}}""", "quantity")]
    [InlineData("""{"quantity":{"value":"1","unit":"KGM"}}""", """{"description":"steel"}""", "")]
    [InlineData("""{"grossMass":{"value":"2","unit":"KGM"}}""", """{"grossMass":{"value":"3","unit":"KGM"}}""", "grossMass")]
    [InlineData("""{"packages":{"count":158,"type":"BA"}}""", """{"packages":{"count":158,"type":"DR"}}""", "packages seizedBeyondFound")]
    [InlineData("""{"packages":{"count":158,"type":"BA"}}""", """{"packages":{"count":2,"type":"DR"}}""", "packages seizedBeyondFound")]
    [InlineData("""{"packages":{"count":158,"type":"DR"}}""", null, "onlyDeclared")]
    [InlineData(null, """{"packages":{"count":158,"type":"DR"}}""", "onlyFound")]
    [InlineData("""{"un":"UN 1340"}""", """{"un":"1340"}""", "")]
    [InlineData("""{"cas":"1314-80-3","un":"1340"}""", """{"cas":"10025-87-3","un":"1810"}""", "substance substance")]
    [InlineData("""{"description":"Sodium"}""", """{"description":"SODIUM "}""", "")]
    [InlineData("""{"container":"CSQU3054383","seal":"A1"}""", """{"container":"TCNU1234565","seal":"A2"}""", "container seal")]
    public async Task What_differs_is_named(string? declared, string? found, string kinds)
    {
        var (_, manifest) = await File(x => (x["declared"], x["found"]) = (declared is null ? null : JsonNode.Parse(declared), found is null ? null : JsonNode.Parse(found)),
            kinds.Contains("seized", StringComparison.Ordinal) ? """{"count":200,"type":"DR"}""" : null);
        var line = manifest["reconciliation"]!["lines"]![0]!;
        Assert.Equal(kinds, Kinds(line));
        Assert.All(line["discrepancies"]!.AsArray(), x => Assert.NotEmpty((string)x!["detail"]!));
    }

    [Fact]
    public async Task A_reason_explains_and_a_mass_is_added_up_over_exhibits()
    {
        var (_, manifest) = await File(x => (x["declared"], x["found"], x["differenceReason"]) = (null, JsonNode.Parse("""{"quantity":{"value":"1","unit":"TNE"}}"""), "The master did not know of it."), null, report =>
        {
            var exhibits = report["seizures"]![0]!["exhibits"]!.AsArray();
            exhibits.Clear();
            foreach (var (number, line, quantity) in new[] { ("A", 1, """{"value":"600","unit":"KGM"}"""), ("B", 1, """{"value":"0.5","unit":"TNE"}"""), ("C", 0, """{"value":"1","unit":"LTR"}""") })
                exhibits.Add(new JsonObject { ["number"] = number, ["manifestLine"] = line == 0 ? null : line, ["quantity"] = JsonNode.Parse(quantity) });
        });
        var (reconciliation, line) = (manifest["reconciliation"]!, manifest["reconciliation"]!["lines"]![0]!);
        Assert.Equal("onlyFound seizedBeyondFound", Kinds(line));
        Assert.Equal(("1100", "KGM"), (((string)line["seized"]!["quantities"]![0]!["value"]!).Split('.')[0], (string)line["seized"]!["quantities"]![0]!["unit"]!));
        Assert.Equal("The master did not know of it.", (string)line["reason"]!);
        Assert.Equal(0, (int)reconciliation["unexplained"]!);
        Assert.Equal("""["C"]""", reconciliation["withoutLine"]!.ToJsonString());
    }

    [Fact]
    public async Task A_draft_has_its_manifest_for_its_originator_alone_and_an_unknown_one_is_not_there()
    {
        var officer = await server.As("aus-officer");
        var draft = (await officer.Post("boardings", Documents.Report())).Is(201).Json;
        var path = $"manifests/{draft["manifest"]!["id"]}";
        (await officer.Get(path)).Is(200);
        (await (await server.As("jpn-officer")).Get(path)).Is(404);
        (await officer.Get($"manifests/{draft["id"]}")).Is(404);
        (await officer.Get($"manifests/{Guid.CreateVersion7()}")).Is(404);
        (await officer.Move($"boardings/{draft["id"]}", "submitted")).Is(200);
        (await (await server.As("jpn-officer")).Get(path)).Is(200);
        (await (await server.As("pan-liaison")).Get(path)).Is(404);
    }

    async Task<(JsonNode Report, JsonNode Manifest)> File(Action<JsonNode>? line, string? seized = null, Action<JsonNode>? more = null)
    {
        var report = Documents.Report();
        if (line is not null)
        {
            line(report["manifest"]!["lines"]![0]!);
            report["seizures"]![0]!["exhibits"]![0]!["packages"] = seized is null ? null : JsonNode.Parse(seized);
        }
        more?.Invoke(report);
        var officer = await server.As("aus-officer");
        var filed = (await officer.Post("boardings?submit=true", report)).Is(201).Json;
        return (filed, (await officer.Get($"manifests/{filed["manifest"]!["id"]}")).Is(200).Json);
    }

    static string Kinds(JsonNode line) => string.Join(' ', line["discrepancies"]!.AsArray().Select(x => (string)x!["kind"]!));
}
