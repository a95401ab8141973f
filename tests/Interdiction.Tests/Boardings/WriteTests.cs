using System.Text.Json.Nodes;

namespace Interdiction.Tests.Boardings;

/// <summary>An officer writes a draft or returned report anew; its id, case and marking stay.</summary>
public sealed class WriteTests(Server server)
{
    static Task<Answer> Put(HttpClient caller, string record, JsonNode body) => caller.Send(HttpMethod.Put, record, body, ("If-Match", "*"));

    async Task<string> Filed(string query = "") => $"boardings/{(await (await server.As("aus-officer")).Post($"boardings{query}", Documents.Report())).Is(201).Json["id"]}";

    async Task<string> Returned()
    {
        var record = await Filed("?submit=true");
        var lead = await server.As("aus-coordinator");
        (await lead.Move(record, "inReview")).Is(200);
        (await lead.Move(record, "returned", new { remarks = new[] { new { pointer = "/title", text = "Name the ship." } } })).Is(200);
        return record;
    }

    [Fact]
    public async Task What_was_read_may_be_sent_back_and_changes_nothing()
    {
        var officer = await server.As("aus-officer");
        foreach (var record in new[] { await Filed(), await Returned() })
        {
            var read = (await officer.Get(record)).Is(200);
            var written = (await Put(officer, record, read.Json)).Is(200);
            var revisions = (await officer.Get($"{record}/revisions")).Is(200).Json["items"]!.AsArray();
            Assert.All(revisions, x => Assert.Empty(x!["differences"]!.AsArray()));
            Assert.Equal(Without(read.Json, "revision", "submittedAt"), Without(written.Json, "revision", "submittedAt"));
        }
    }

    [Fact]
    public async Task Answered_fields_are_ignored_whatever_they_say()
    {
        var officer = await server.As("aus-officer");
        var record = await Filed();
        var read = (await officer.Get(record)).Is(200);
        var body = Documents.With(read.Json.AsObject(), new
        {
            state = "accepted", revision = 7, number = "BR-1", caseNumber = "INT-1", originator = "FRA", filedBy = "Somebody", filedAt = "2001-01-01T00:00:00Z", acceptedAt = "2001-01-01T00:00:00Z",
            warnings = Array.Empty<object>(),
        });
        Assert.Equal(read.Text, (await Put(officer, record, body)).Is(200).Text);
    }

    [Fact]
    public async Task Id_case_and_marking_stay_as_they_are()
    {
        var officer = await server.As("aus-officer");
        var record = await Filed();
        var read = (await officer.Get(record)).Is(200);
        foreach (var (pointer, changes) in new (string, object)[]
        {
            ("/id", new { id = Guid.CreateVersion7() }),
            ("/caseId", new { caseId = Guid.CreateVersion7() }),
            ("/marking", new { marking = new { classification = "secret", releasableTo = new[] { "AUS", "JPN", "USA", "XCC" } } }),
            ("/marking", new { marking = new { classification = "restricted", releasableTo = new[] { "AUS" } } }),
            ("/marking", new { marking = new { classification = "restricted", releasableTo = new[] { "AUS", "JPN", "USA", "XCC" }, caveats = new[] { "H2" } } }),
        })
            Assert.Equal([pointer], (await Put(officer, record, Documents.With(read.Json.AsObject(), changes))).Is(422).Faults.Select(x => x.Pointer));

        var left = Documents.With(read.Json.AsObject(), new { id = (string?)null, caseId = (string?)null, marking = (string?)null, title = "Renamed" });
        var written = (await Put(officer, record, left)).Is(200);
        Assert.Equal("Renamed", (string)written.Json["title"]!);
        foreach (var field in new[] { "id", "caseId", "marking", "number" })
            Assert.Equal(read.Json[field]!.ToJsonString(), written.Json[field]!.ToJsonString());
    }

    [Fact]
    public async Task Parts_keep_their_ids()
    {
        var officer = await server.As("aus-officer");
        var record = await Filed();
        var read = (await officer.Get(record)).Is(200).Json;
        var body = Documents.Report(new { id = (string?)null, title = "Without ids of parts" });
        body["seizures"]![0]!["exhibits"]!.AsArray().Insert(0, new JsonObject { ["number"] = "KHH-000" });
        var written = (await Put(officer, record, body)).Is(200).Json;
        Assert.Equal((string)read["manifest"]!["id"]!, (string)written["manifest"]!["id"]!);
        Assert.Equal((string)read["seizures"]![0]!["exhibits"]![0]!["id"]!, (string)written["seizures"]![0]!["exhibits"]![1]!["id"]!);
        Assert.Equal((string)read["caseNumber"]!, (string)written["caseNumber"]!);
    }

    [Fact]
    public async Task A_returned_report_is_written_as_the_next_revision()
    {
        var officer = await server.As("aus-officer");
        var record = await Returned();
        var read = (await officer.Get(record)).Is(200);
        var written = (await Put(officer, record, Documents.With(read.Json.AsObject(), new { title = "Be Gaehung in Kaohsiung" }))).Is(200);
        Assert.Equal((2, "returned"), ((int)written.Json["revision"]!, (string)written.Json["state"]!));
        Assert.Equal(2, (int)(await Put(officer, record, written.Json)).Is(200).Json["revision"]!);

        Assert.NotEqual("Be Gaehung in Kaohsiung", (string)(await (await server.As("jpn-officer")).Get(record)).Is(200).Json["title"]!);
        Assert.Equal((string)read.Json["title"]!, (string)(await officer.Get($"{record}/revisions/1")).Is(200).Json["title"]!);
        Assert.Equal("submitted", (string)(await officer.Move(record, "submitted")).Is(200).Json["state"]!);
        Assert.Equal("Be Gaehung in Kaohsiung", (string)(await (await server.As("jpn-officer")).Get(record)).Is(200).Json["title"]!);
        var difference = Assert.Single((await officer.Get($"{record}/revisions")).Is(200).Json["items"]![1]!["differences"]!.AsArray())!;
        Assert.Equal("/title", (string)difference["pointer"]!);
    }

    [Fact]
    public async Task What_was_submitted_is_not_written()
    {
        var officer = await server.As("aus-officer");
        var lead = await server.As("aus-coordinator");
        var record = await Filed("?submit=true");
        async Task Refused() => Assert.Equal("wrongState", (string)(await Put(officer, record, (await officer.Get(record)).Is(200).Json)).Is(409).Json["code"]!);

        await Refused();
        (await lead.Move(record, "inReview")).Is(200);
        await Refused();
        (await lead.Move(record, "accepted")).Is(200);
        await Refused();
        record = await Filed();
        (await officer.Move(record, "withdrawn")).Is(200);
        await Refused();
    }

    [Fact]
    public async Task Only_officers_of_the_originator_write()
    {
        var record = await Filed("?submit=true");
        var body = (await (await server.As("aus-officer")).Get(record)).Is(200).Json;
        foreach (var who in new[] { "jpn-officer", "aus-coordinator", "aus-auditor", "xcc-coordinator" })
            Assert.NotEmpty((await Put(await server.As(who), record, body)).Is(403).Json["reasons"]!.AsArray());
        foreach (var who in new[] { "fra-officer", "aus-administrator", "pan-liaison" })
            (await Put(await server.As(who), record, body)).Is(404);
    }

    static string Without(JsonNode json, params string[] fields)
    {
        var copy = json.DeepClone().AsObject();
        foreach (var field in fields)
            copy.Remove(field);
        return copy.ToJsonString();
    }
}
