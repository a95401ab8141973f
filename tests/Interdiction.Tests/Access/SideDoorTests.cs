using System.Text.Json.Nodes;
using Interdiction.Tests.Proposals;

namespace Interdiction.Tests.Access;

/// <summary>Faults that were found and mended: what a draft or a hidden report must not show, and an amendment that had no way back.</summary>
public sealed class SideDoorTests(Server server)
{
    [Fact]
    public async Task The_participants_of_a_case_do_not_tell_of_a_report_that_the_reader_cannot_read()
    {
        var lead = await server.As("usa-coordinator");
        var opened = (await lead.Post("cases", new { title = "Shared case", mode = "sea", marking = Filing.Marking(new Label(Level.Restricted, "ALL")) })).Is(201);
        var path = $"cases/{opened.Json["id"]}";
        var outsider = await server.As("jpn-officer");
        var before = (await outsider.Get(path)).Is(200).Text;

        var hidden = Documents.Report(new JsonObject { ["caseId"] = (string)opened.Json["id"]!, ["marking"] = Filing.Marking(new Label(Level.Restricted, "FRA")) });
        var filed = (await (await server.As("fra-officer")).Post("boardings?submit=true", hidden)).Is(201);
        (await outsider.Get($"boardings/{filed.Json["id"]}")).Is(404);
        Assert.Equal(before, (await outsider.Get(path)).Is(200).Text);
    }

    [Fact]
    public async Task The_title_of_a_report_that_was_never_submitted_is_not_shown_as_its_cases_title()
    {
        var officer = await server.As("fra-officer");
        var marking = Filing.Marking(new Label(Level.Restricted, "ALL"));
        var draft = (await officer.Post("boardings", Documents.Report(new JsonObject { ["title"] = "Words of a draft", ["marking"] = marking }))).Is(201);
        var second = Documents.Report(new JsonObject { ["title"] = "Second report", ["caseId"] = (string)draft.Json["caseId"]!, ["marking"] = marking.DeepClone() });
        (await officer.Post("boardings?submit=true", second)).Is(201);

        var outsider = await server.As("jpn-officer");
        (await outsider.Get($"boardings/{draft.Json["id"]}")).Is(404);
        Assert.DoesNotContain("Words of a draft", (await outsider.Get($"cases/{draft.Json["caseId"]}")).Is(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_accepted_report_can_be_amended_again_after_an_amendment_was_withdrawn()
    {
        var officer = await server.As("aus-officer");
        var lead = await server.As("aus-coordinator");
        var record = $"boardings/{(await officer.Post("boardings?submit=true", Documents.Report())).Is(201).Json["id"]}";
        (await lead.Move(record, "inReview")).Is(200);
        (await lead.Move(record, "accepted")).Is(200);
        (await officer.Move(record, "amended", new { reason = "A word was wrong." })).Is(200);
        (await officer.Move(record, "withdrawn", new { reason = "It was right." })).Is(200);
        Assert.Equal("accepted", (string)(await (await server.As("jpn-officer")).Get(record)).Is(200).Json["state"]!);
        (await officer.Move(record, "amended", new { reason = "It was wrong after all." })).Is(200);
    }

    [Fact]
    public async Task A_deputy_of_the_lead_that_was_does_not_decide_for_the_lead_that_is()
    {
        var administrator = await server.As("usa-administrator");
        var deputy = $"admin/deputies/{(await administrator.Post("admin/deputies", new { partner = "FRA", acts = Administration.Office.Codes("closeCase") })).Is(201).Json["id"]}";
        var (first, second, france) = (await server.As("usa-coordinator"), await server.As("usa-coordinator2"), await server.As("fra-coordinator"));
        var opened = (await first.Post("cases", new { title = "Handed on", mode = "sea", marking = Filing.Marking(new Label(Level.Restricted, "ALL")) })).Is(201);
        var record = (string)opened.Json["id"]!;
        var closing = (await first.Propose("closeCase", record, new { disposition = "noViolation" })).Is(201);
        (await france.Decide(closing, "approved", "?validateOnly=true")).Is(200);

        (await second.Decide((await first.Propose("moveLead", record, new { partner = "JPN" })).Is(201), "approved")).Is(200);
        foreach (var to in new[] { "approved", "refused" })
            Assert.NotEmpty((await france.Decide(closing, to)).Is(403).Json["reasons"]!.AsArray());
        Assert.Empty((await france.Get($"proposals/{closing.Json["id"]}/transitions")).Is(200).Json["allowed"]!.AsArray());
        Assert.Equal("open", (string)(await france.Get($"cases/{record}")).Is(200).Json["status"]!);
        (await administrator.Send(HttpMethod.Delete, deputy, null, Administration.Office.Anyhow)).Is(204);
    }
}
