using System.Text.Json.Nodes;

namespace Interdiction.Tests.Boardings;

/// <summary>A report that is not well formed is refused with the place, and nothing of it is stored.</summary>
public sealed class BadInputTests(Server server)
{
    static readonly object JapanOnly = new { classification = "restricted", releasableTo = new[] { "JPN" } };

    public static TheoryData<string, string, int> Wrong() => Table(BadInput.Malformed, BadInput.UnknownCodes, BadInput.BrokenRules);

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_field_that_is_wrong_is_named(string place, string value, int status)
    {
        var report = BadInput.Put(Documents.Report(), place, value);
        var officer = await server.As("aus-officer");
        var answer = (await officer.Post("boardings", report.ToJsonString())).Is(status);
        Assert.Contains(BadInput.Pointer(place), answer.Faults.Select(x => x.Pointer));
        Assert.Equal(status == 400 ? "malformed" : "invalid", (string)answer.Json["code"]!);
        (await officer.Get($"boardings/{report["id"]}")).Is(404);

        // As a draft is written anew, the same holds, but for what stays as it is there; and the draft stays as it was.
        if (place is "id" or "marking")
            return;
        var draft = (await officer.Post("boardings", Documents.Report())).Is(201);
        var path = $"boardings/{draft.Json["id"]}";
        report.Remove("id");
        var written = (await officer.Send(HttpMethod.Put, path, report.ToJsonString(), ("If-Match", "*"))).Is(status);
        Assert.Equal(answer.Faults, written.Faults);
        Assert.Equal(draft.ETag, (await officer.Get(path)).Is(200).ETag);
    }

    [Theory]
    [InlineData("submit=maybe")]
    [InlineData("submit=1")]
    [InlineData("validateOnly=maybe")]
    public async Task A_parameter_that_is_not_of_its_type_is_named(string parameter)
    {
        var report = Documents.Report();
        var answer = (await (await server.As("aus-officer")).Post($"boardings?{parameter}", report)).Is(400);
        Assert.Equal("badParameter", (string)answer.Json["code"]!);
        Assert.Contains($"'{parameter.Split('=')[0]}'", (string)answer.Json["detail"]!, StringComparison.Ordinal);
        (await (await server.As("aus-officer")).Get($"boardings/{report["id"]}")).Is(404);
    }

    [Fact]
    public async Task Every_fault_is_named_at_once()
    {
        var report = BadInput.Put(BadInput.Put(BadInput.Put(Documents.Report(), "title", "\"\""), "place/latitude", "91"), "conveyance/flagClaimed", "\"XXX\"");
        var answer = (await (await server.As("aus-officer")).Post("boardings", report)).Is(422);
        Assert.Equal(["/conveyance/flagClaimed", "/place/latitude", "/title"], answer.Faults.Select(x => x.Pointer).Order());
    }

    [Fact]
    public async Task The_longest_text_is_taken_in_any_script()
    {
        var title = string.Concat(Enumerable.Repeat("\U00020BB7", 200));
        var filed = (await (await server.As("aus-officer")).Post("boardings", Documents.Report(new { title, narrative = new string('海', 100_000) }))).Is(201);
        Assert.Equal(title, (string)filed.Json["title"]!);
        (await (await server.As("aus-officer")).Post("cases", Http.Samples.Case(new { title }))).Is(201);
    }

    [Fact]
    public async Task A_position_in_degrees_and_minutes_is_read_with_its_hemisphere()
    {
        var filed = (await (await server.As("aus-officer")).Post("boardings", BadInput.Put(BadInput.Put(Documents.Report(), "place/latitude", "\"22°37.002'S\""), "place/longitude", "\"120 16.002 W\""))).Is(201);
        Assert.Equal((-22.6167, -120.2667), ((double)filed.Json["place"]!["latitude"]!, (double)filed.Json["place"]!["longitude"]!));
    }

    [Theory]
    [InlineData("id")]
    [InlineData("manifest/id")]
    [InlineData("seizures/0/id")]
    [InlineData("seizures/0/exhibits/0/id")]
    public async Task An_id_that_is_taken_is_a_conflict(string place)
    {
        var officer = await server.As("aus-officer");
        var taken = (await officer.Post("boardings", Documents.Report())).Is(201).Json;
        foreach (var id in new[] { taken["id"], taken["manifest"]!["id"], taken["seizures"]![0]!["id"], taken["seizures"]![0]!["exhibits"]![0]!["id"] })
        {
            var report = BadInput.Put(Documents.Report(new { title = "Another report" }), place, id!.ToJsonString());
            Assert.Equal("idInUse", (string)(await officer.Post("boardings", report)).Is(409).Json["code"]!);
            if (place != "id")
                (await officer.Get($"boardings/{report["id"]}")).Is(404);
        }
    }

    [Theory]
    [InlineData("boardings")]
    [InlineData("cases")]
    public async Task The_nil_id_names_nothing(string path)
    {
        var body = path == "cases" ? Http.Samples.Case(new { id = Guid.Empty }) : Documents.Report(new { id = Guid.Empty });
        Assert.Equal([("/id", "form")], (await (await server.As("aus-officer")).Post(path, body)).Is(422).Faults);
    }

    [Fact]
    public async Task A_partner_that_does_not_take_part_is_unknown()
    {
        var report = BadInput.Put(Documents.Report(), "marking/releasableTo", """["AUS","DEU"]""");
        var answer = (await (await server.As("aus-officer")).Post("boardings", report)).Is(422);
        Assert.Equal([("/marking/releasableTo/1", "unknownCode")], answer.Faults);
        (await (await server.As("aus-officer")).Get($"boardings/{report["id"]}")).Is(404);
    }

    [Theory]
    [InlineData("boardings")]
    [InlineData("cases")]
    public async Task A_marking_above_ones_own_clearance_is_not_allowed(string path)
    {
        var marking = new { classification = "confidential", releasableTo = new[] { "AUS" } };
        var body = path == "cases" ? Http.Samples.Case(new { marking }) : Documents.Report(new { marking });
        var answer = (await (await server.As("aus-officer2")).Post(path, body)).Is(403);
        Assert.NotEmpty(answer.Json["reasons"]!.AsArray());
        (await (await server.As("aus-officer")).Get($"{path}/{body["id"]}")).Is(404);
    }

    [Fact]
    public async Task A_case_that_is_hidden_or_was_never_issued_is_unknown_and_nobody_can_tell_which()
    {
        var hidden = (await (await server.As("jpn-officer")).Post("cases", Http.Samples.Case(new { marking = JapanOnly }))).Is(201);
        var officer = await server.As("aus-officer");
        var seen = new List<string>();
        foreach (var id in new[] { (string)hidden.Json["id"]!, Guid.CreateVersion7().ToString() })
        {
            var report = Documents.Report(new { caseId = id });
            var answer = (await officer.Post("boardings", report)).Is(422);
            Assert.Equal(["/caseId"], answer.Faults.Select(x => x.Pointer));
            seen.Add(Documents.With(answer.Json.AsObject(), new { traceId = (string?)null }).ToJsonString());
            (await officer.Get($"boardings/{report["id"]}")).Is(404);
        }
        Assert.Single(seen.Distinct());
    }

    [Fact]
    public async Task A_report_goes_into_a_case_of_another_partner_that_is_readable()
    {
        var open = (await (await server.As("jpn-officer")).Post("cases", Http.Samples.Case())).Is(201);
        var filed = (await (await server.As("aus-officer")).Post("boardings?submit=true", Documents.Report(new { caseId = (string)open.Json["id"]! }))).Is(201);
        Assert.Equal((string)open.Json["number"]!, (string)filed.Json["caseNumber"]!);
        var contents = (await (await server.As("jpn-officer")).Get($"cases/{open.Json["id"]}/contents")).Is(200);
        Assert.Equal((string)filed.Json["id"]!, (string)Assert.Single(contents.Json["boardings"]!.AsArray())!["id"]!);
    }

    static TheoryData<string, string, int> Table(params IEnumerable<(string Place, string Value, int Status)>[] rows)
    {
        var table = new TheoryData<string, string, int>();
        foreach (var (place, value, status) in rows.SelectMany(x => x))
            table.Add(place, value, status);
        return table;
    }
}
