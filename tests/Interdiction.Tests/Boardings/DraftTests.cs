using System.Text.Json.Nodes;

namespace Interdiction.Tests.Boardings;

/// <summary>What is missing stops no draft; what the law asks for is said early and stops the step that it must stop.</summary>
public sealed class DraftTests(Server server)
{
    static readonly string[] WhatASubmissionNeeds = ["/checks", "/consent", "/conveyance", "/endedAt", "/legalBases", "/outcome", "/place", "/startedAt"];

    static JsonObject Bare => JsonNode.Parse($$"""
        {
          "id": "{{Guid.CreateVersion7()}}", "title": "Ship stopped", "mode": "sea",
          "marking": { "classification": "restricted", "releasableTo": ["AUS", "JPN", "XCC"] }
        }
        """)!.AsObject();

    static JsonObject HighSeas(string basis, object consent) => BadInput.Put(
        Documents.Report(new { mode = "sea", consent, legalBases = new[] { new { code = basis, grounds = "Suspected precursor cargo" } } }), "place/zone", "\"highSeas\"");

    static (string Pointer, string Code)[] Warnings(Answer answer, string severity) =>
        [.. answer.Json["warnings"]!.AsArray().Where(x => (string)x!["severity"]! == severity).Select(x => ((string)x!["pointer"]!, (string)x["code"]!))];

    [Fact]
    public async Task A_draft_holds_little_and_says_what_is_missing()
    {
        var officer = await server.As("aus-officer");
        var report = Bare;
        var filed = (await officer.Post("boardings", report)).Is(201);
        Assert.Equal("draft", (string)filed.Json["state"]!);
        Assert.Equal(WhatASubmissionNeeds, Warnings(filed, "blocksSubmission").Select(x => x.Pointer).Order());
        Assert.All(Warnings(filed, "blocksSubmission"), x => Assert.Equal("missing", x.Code));

        var record = $"boardings/{report["id"]}";
        var blocked = (await officer.Move(record, "submitted")).Is(422);
        Assert.Equal(Warnings(filed, "blocksSubmission"), blocked.Faults);
        Assert.Equal((filed.ETag, filed.Text), ((await officer.Get(record)).ETag, (await officer.Get(record)).Text));
    }

    [Fact]
    public async Task A_report_that_cannot_be_submitted_is_not_filed_by_a_submission()
    {
        var officer = await server.As("aus-officer");
        var report = Bare;
        var refused = (await officer.Post("boardings?submit=true", report)).Is(422);
        Assert.Equal(WhatASubmissionNeeds, refused.Faults.Select(x => x.Pointer).Order());
        (await officer.Get($"boardings/{report["id"]}")).Is(404);
    }

    [Theory]
    [InlineData("PSI_PRINCIPLES")]
    [InlineData("UNSCR_1540")]
    public async Task A_political_commitment_alone_is_no_legal_basis(string basis)
    {
        var officer = await server.As("aus-officer");
        var filed = (await officer.Post("boardings", HighSeas(basis, new { flag = "granted", master = "given" }))).Is(201);
        Assert.Contains(("/legalBases", "soleBasis"), Warnings(filed, "blocksSubmission"));
        Assert.Contains(("/legalBases", "soleBasis"), (await officer.Move($"boardings/{filed.Json["id"]}", "submitted")).Is(422).Faults);

        var report = HighSeas(basis, new { flag = "granted", master = "given" });
        report["legalBases"]!.AsArray().Add(new JsonObject { ["code"] = "FLAG_AD_HOC", ["grounds"] = "The flag State agreed" });
        (await officer.Post("boardings?submit=true", report)).Is(201);
    }

    [Theory]
    [InlineData("refused")]
    [InlineData("requested")]
    [InlineData("unanswered")]
    [InlineData("notRequired")]
    [InlineData("deemed")]
    public async Task Without_the_flag_States_consent_a_report_is_submitted_and_returned_but_not_accepted(string flag)
    {
        var officer = await server.As("aus-officer");
        var cell = await server.As("xcc-coordinator");
        var filed = (await officer.Post("boardings?submit=true", HighSeas("FLAG_AD_HOC", new { flag, master = "given" }))).Is(201);
        Assert.Equal([("/consent/flag", "consentMissing")], Warnings(filed, "blocksAcceptance"));
        var record = $"boardings/{filed.Json["id"]}";
        (await cell.Move(record, "inReview")).Is(200);
        Assert.Equal([("/consent/flag", "consentMissing")], (await cell.Move(record, "accepted")).Is(422).Faults);
        Assert.Equal("inReview", (string)(await cell.Get(record)).Is(200).Json["state"]!);
        (await cell.Move(record, "returned", new { reason = "There was no consent." })).Is(200);
    }

    [Fact]
    public async Task With_the_flag_States_consent_it_is_accepted()
    {
        var officer = await server.As("aus-officer");
        var cell = await server.As("xcc-coordinator");
        var filed = (await officer.Post("boardings?submit=true", HighSeas("FLAG_AD_HOC", new { flag = "granted", master = "refused" }))).Is(201);
        Assert.Empty(Warnings(filed, "blocksAcceptance"));
        (await cell.Move($"boardings/{filed.Json["id"]}", "inReview")).Is(200);
        (await cell.Move($"boardings/{filed.Json["id"]}", "accepted")).Is(200);
    }

    [Fact]
    public async Task A_basis_in_another_zone_blocks_acceptance()
    {
        var filed = (await (await server.As("aus-officer")).Post("boardings?submit=true", HighSeas("INTERNAL_PORT", new { flag = "granted", master = "given" }))).Is(201);
        Assert.Contains(("/legalBases/0/code", "wrongZone"), Warnings(filed, "blocksAcceptance"));
    }

    [Fact]
    public async Task A_doubtful_identifier_is_noted_and_stops_nothing()
    {
        var report = BadInput.Put(BadInput.Put(Documents.Report(), "conveyance/imo", "\"IMO 9074720\""), "manifest/lines/0/found/cas", "\"1314-80-4\"");
        var filed = (await (await server.As("aus-officer")).Post("boardings?submit=true", report)).Is(201);
        Assert.Equal([("/conveyance/imo", "imoNumber"), ("/manifest/lines/0/found/cas", "casNumber")], Warnings(filed, "note").Order());
        Assert.Equal("IMO 9074720", (string)filed.Json["conveyance"]!["imo"]!);
    }
}
