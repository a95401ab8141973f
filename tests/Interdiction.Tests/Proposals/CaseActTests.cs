using Interdiction.Tests.Administration;

namespace Interdiction.Tests.Proposals;

/// <summary>A case is closed, opened again and handed on by two coordinators of its lead.</summary>
public sealed class CaseActTests(Server server)
{
    [Fact]
    public async Task Two_coordinators_of_the_lead_close_a_case_and_open_it_again()
    {
        var record = await Acts.Case(server, null, "JPN");
        var (first, second) = (await server.As("aus-coordinator"), await server.As("aus-coordinator2"));
        await Done(first, second, "closeCase", record, new { disposition = "noViolation" });
        var closed = (await first.Get($"cases/{record}")).Is(200).Json;
        Assert.Equal(("closed", "noViolation"), ((string)closed["status"]!, (string)closed["disposition"]!));
        (await first.Propose("closeCase", record, new { disposition = "forfeited" })).Is(409);
        Assert.Equal([("/caseId", "wrongState")], (await (await server.As("aus-officer")).Post("boardings", Documents.Report(new { caseId = record }))).Is(422).Faults);

        await Done(first, second, "reopenCase", record, new { });
        Assert.Equal("open", (string)(await first.Get($"cases/{record}")).Is(200).Json["status"]!);
        (await (await server.As("aus-officer")).Post("boardings", Documents.Report(new { caseId = record }))).Is(201);
        var told = (await first.Get($"cases/{record}/timeline")).Is(200).Json["items"]!.AsArray().Select(x => (string)x!["text"]!).ToList();
        Assert.Contains(told, x => x.EndsWith("is closed.", StringComparison.Ordinal));
        Assert.Contains(told, x => x.EndsWith("is open again.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_the_lead_closes_a_case()
    {
        var record = await Acts.Case(server, null, "JPN", "XCC");
        foreach (var who in new[] { "jpn-coordinator", "xcc-coordinator", "aus-officer", "aus-auditor" })
            Assert.NotEmpty((await (await server.As(who)).Propose("closeCase", record, new { disposition = "noViolation" })).Is(403).Json["reasons"]!.AsArray());
    }

    [Fact]
    public async Task A_case_with_an_undecided_report_is_closed_only_for_want_of_a_legal_basis()
    {
        var filed = (await (await server.As("aus-officer")).Post("boardings?submit=true", Documents.Report())).Is(201).Json;
        var (first, second, record) = (await server.As("aus-coordinator"), await server.As("aus-coordinator2"), (string)filed["caseId"]!);
        Assert.Contains((string)filed["number"]!, (string)(await first.Propose("closeCase", record, new { disposition = "forfeited" })).Is(409).Json["detail"]!, StringComparison.Ordinal);
        await Done(first, second, "closeCase", record, new { disposition = "basisMissing" });
        (await first.Move($"boardings/{filed["id"]}", "inReview")).Is(409);
    }

    [Fact]
    public async Task The_lead_hands_a_case_to_a_partner_that_reads_it()
    {
        var record = await Acts.Case(server, null, "JPN");
        var (first, second) = (await server.As("aus-coordinator"), await server.As("aus-coordinator2"));
        await Done(first, second, "moveLead", record, new { partner = "JPN" });
        var head = (await first.Get($"cases/{record}")).Is(200).Json;
        Assert.Equal(("JPN", "AUS"), ((string)head["leadPartner"]!, (string)head["originator"]!));
        Assert.Equal("AUS support JPN lead", string.Join(' ', head["participants"]!.AsArray().Select(x => $"{x!["partner"]} {x["part"]}")));
        (await first.Propose("closeCase", record, new { disposition = "noViolation" })).Is(403);
        (await (await server.As("jpn-coordinator")).Propose("closeCase", record, new { disposition = "noViolation" })).Is(201);
    }

    [Fact]
    public async Task What_a_former_lead_proposed_the_new_one_does_not_approve_as_its_deputy()
    {
        var administrator = await server.As("aus-administrator");
        var deputy = (string)(await administrator.Post("admin/deputies", new { partner = "USA", acts = Office.Codes("closeCase") })).Is(201).Json["id"]!;
        var record = await Acts.Case(server, null, "USA");
        var (first, second, us) = (await server.As("aus-coordinator"), await server.As("aus-coordinator2"), await server.As("usa-coordinator"));
        var proposal = (await first.Propose("closeCase", record, new { disposition = "noViolation" })).Is(201);
        Assert.Equal("approved refused", (await us.Get($"proposals/{proposal.Json["id"]}/transitions")).Is(200).Json["allowed"].List());
        await Done(first, second, "moveLead", record, new { partner = "USA" });

        Assert.Contains("USA proposes it anew", (await us.Decide(proposal, "approved")).Is(403).Json["reasons"].List(), StringComparison.Ordinal);
        Assert.Contains("USA proposes it anew", (await second.Decide(proposal, "refused")).Is(403).Json["reasons"].List(), StringComparison.Ordinal);
        await Done(us, await server.As("usa-coordinator2"), "closeCase", record, new { disposition = "noViolation" });
        (await administrator.Send(HttpMethod.Delete, $"admin/deputies/{deputy}", null, ("If-Match", "*"))).Is(204);
    }

    [Fact]
    public async Task The_new_lead_reviews_what_was_submitted_as_an_amendment()
    {
        var filed = (await (await server.As("aus-officer")).Post("boardings?submit=true", Documents.Report())).Is(201).Json;
        var (record, officer, first, second, japan) = ($"boardings/{filed["id"]}", await server.As("aus-officer"), await server.As("aus-coordinator"), await server.As("aus-coordinator2"), await server.As("jpn-coordinator"));
        (await first.Move(record, "inReview")).Is(200);
        (await first.Move(record, "accepted")).Is(200);
        (await officer.Move(record, "amended")).Is(200);
        (await officer.Move(record, "submitted")).Is(200);
        Assert.Equal(1, (int)(await japan.Get(record)).Is(200).Json["revision"]!);
        var proposal = (await first.Propose("moveLead", (string)filed["caseId"]!, new { partner = "JPN" })).Is(201);
        (await second.Decide(proposal, "approved")).Is(200);
        Assert.Equal(2, (int)(await japan.Get(record)).Is(200).Json["revision"]!);
        (await japan.Move(record, "inReview")).Is(200);
    }

    static async Task Done(HttpClient first, HttpClient second, string act, string record, object arguments) =>
        (await second.Decide((await first.Propose(act, record, arguments)).Is(201), "approved")).Is(200);
}
