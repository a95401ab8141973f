namespace Interdiction.Tests.Proposals;

/// <summary>A record is opened to more readers by two people of its originator, and by nobody else.</summary>
public sealed class WideningTests(Server server)
{
    [Fact]
    public async Task A_second_coordinator_releases_what_an_officer_proposed()
    {
        var record = await Acts.Case(server, null, "JPN");
        var (officer, second, france) = (await server.As("aus-officer"), await server.As("aus-coordinator"), await server.As("fra-coordinator"));
        (await france.Get($"cases/{record}")).Is(404);
        var proposal = (await officer.Propose("widenMarking", record, Acts.To("FRA"))).Is(201);
        Assert.Equal(("open", "AUS", "FRA", ""), ((string)proposal.Json["state"]!, (string)proposal.Json["partner"]!, proposal.Json["gains"].List(), proposal.Json["loses"].List()));
        (await france.Get($"cases/{record}")).Is(404);

        var done = (await second.Decide(proposal, "approved")).Is(200);
        Assert.Equal(("approved", "FRA"), ((string)done.Json["state"]!, done.Json["gains"].List()));
        Assert.Equal("AUS FRA JPN", (await france.Get($"cases/{record}")).Is(200).Json["marking"]!["releasableTo"].List());
        (await second.Decide(proposal, "approved")).Is(409);
    }

    [Fact]
    public async Task Who_proposed_it_does_not_approve_it()
    {
        var record = await Acts.Case(server, null, "JPN");
        var coordinator = await server.As("aus-coordinator");
        var proposal = (await coordinator.Propose("widenMarking", record, Acts.To("FRA"))).Is(201);
        Assert.Contains("Four eyes", (await coordinator.Decide(proposal, "approved")).Is(403).Json["reasons"].List(), StringComparison.Ordinal);
        (await (await server.As("aus-coordinator2")).Decide(proposal, "approved")).Is(200);
    }

    [Fact]
    public async Task An_officer_or_auditor_or_another_partner_does_not_approve_it()
    {
        var record = await Acts.Case(server, null, "JPN", "XCC");
        var proposal = (await (await server.As("aus-officer")).Propose("widenMarking", record, Acts.To("FRA"))).Is(201);
        foreach (var who in new[] { "aus-officer2", "aus-auditor" })
            (await (await server.As(who)).Decide(proposal, "approved")).Is(403);
        foreach (var who in new[] { "jpn-coordinator", "xcc-coordinator", "fra-coordinator", "aus-administrator", "pan-liaison" })
        {
            (await (await server.As(who)).Decide(proposal, "approved")).Is(404);
            (await (await server.As(who)).Get($"proposals/{proposal.Json["id"]}")).Is(404);
            Assert.Empty((await (await server.As(who)).Get($"proposals?resource={record}")).Is(200).Json["items"]!.AsArray());
        }
        (await (await server.As("fra-coordinator")).Get($"cases/{record}")).Is(404);
    }

    [Fact]
    public async Task Nobody_proposes_it_for_a_record_of_another_partner()
    {
        var record = await Acts.Case(server, null, "JPN");
        var arguments = Acts.To("FRA");
        Assert.NotEmpty((await (await server.As("jpn-coordinator")).Propose("widenMarking", record, arguments)).Is(403).Json["reasons"]!.AsArray());
        Assert.Equal([("/resource", "unknownReference")], (await (await server.As("fra-coordinator")).Propose("widenMarking", record, arguments)).Is(422).Faults);
        Assert.Equal([("/resource", "unknownReference")], (await (await server.As("aus-officer")).Propose("widenMarking", Guid.CreateVersion7().ToString(), arguments)).Is(422).Faults);
        (await (await server.As("aus-auditor")).Propose("widenMarking", record, arguments)).Is(403);
    }

    [Fact]
    public async Task Nobody_releases_the_report_that_they_filed()
    {
        var officer = await server.As("aus-officer");
        var report = (string)(await officer.Post("boardings?submit=true", Documents.Report())).Is(201).Json["id"]!;
        var proposal = (await (await server.As("aus-coordinator")).Propose("widenMarking", report, Acts.To("ALL"))).Is(201);
        (await officer.Decide(proposal, "approved")).Is(403);
        var (france, before) = (await server.As("fra-officer"), (await (await server.As("jpn-officer")).Get($"boardings/{report}")).Is(200).ETag);
        (await france.Get($"boardings/{report}")).Is(404);
        (await (await server.As("aus-coordinator2")).Decide(proposal, "approved")).Is(200);
        Assert.NotEqual(before, (await (await server.As("jpn-officer")).Get($"boardings/{report}")).Is(200).ETag);
        // Its case is not released to France: nor is the report, whatever its own marking.
        (await france.Get($"boardings/{report}")).Is(404);
    }

    [Fact]
    public async Task A_proposal_is_refused_withdrawn_and_decided_once()
    {
        var record = await Acts.Case(server, null, "JPN");
        var (officer, coordinator) = (await server.As("aus-officer"), await server.As("aus-coordinator"));
        var refused = (await officer.Propose("widenMarking", record, Acts.To("FRA"))).Is(201);
        Assert.Equal("approved refused", (await coordinator.Get($"proposals/{refused.Json["id"]}/transitions")).Is(200).Json["allowed"].List());
        Assert.Equal("withdrawn", (await officer.Get($"proposals/{refused.Json["id"]}/transitions")).Is(200).Json["allowed"].List());
        Assert.Equal("refused", (string)(await coordinator.Decide(refused, "refused")).Is(200).Json["state"]!);
        (await coordinator.Decide(refused, "approved")).Is(409);

        var withdrawn = (await officer.Propose("widenMarking", record, Acts.To("FRA"))).Is(201);
        (await coordinator.Decide(withdrawn, "withdrawn")).Is(403);
        (await officer.Decide(withdrawn, "withdrawn")).Is(200);
        (await coordinator.Decide(withdrawn, "approved")).Is(409);
        Assert.Equal(2, (await officer.Get($"proposals?resource={record}")).Is(200).Json["items"]!.AsArray().Count);
        Assert.Single((await officer.Get($"proposals?resource={record}&state=withdrawn")).Is(200).Json["items"]!.AsArray());
        (await (await server.As("fra-officer")).Get($"cases/{record}")).Is(404);
    }

    [Theory]
    [InlineData("""{"act":"widenMarking","arguments":{"releasableTo":["JPN"]}}""", "/arguments", "nothingWider")]
    [InlineData("""{"act":"widenMarking","arguments":{"releasableTo":["XYZ"]}}""", "/arguments/releasableTo/2", "unknownCode")]
    [InlineData("""{"act":"widenMarking","arguments":{}}""", "/arguments", "required")]
    [InlineData("""{"act":"widenMarking","arguments":{"releasableTo":["FRA"],"disposition":"forfeited"}}""", "/arguments/disposition", "notHere")]
    [InlineData("""{"act":"closeCase","arguments":{}}""", "/arguments/disposition", "required")]
    [InlineData("""{"act":"moveLead","arguments":{}}""", "/arguments/partner", "required")]
    [InlineData("""{"act":"moveLead","arguments":{"partner":"FRA"}}""", "/arguments/partner", "notReleased")]
    [InlineData("""{"act":"sinkShip","arguments":{}}""", "/act", "unknownCode")]
    public async Task A_proposal_is_tried_when_it_is_made(string body, string pointer, string code)
    {
        var record = await Acts.Case(server, null, "JPN");
        var asked = Documents.With(System.Text.Json.Nodes.JsonNode.Parse(body)!.AsObject(), new { id = Guid.CreateVersion7(), resource = record, reason = "Because." });
        var coordinator = await server.As("aus-coordinator");
        Assert.Contains((pointer, code), (await coordinator.Post("proposals", asked)).Is(422).Faults);
        Assert.Empty((await coordinator.Get($"proposals?resource={record}")).Is(200).Json["items"]!.AsArray());
    }

    [Fact]
    public async Task A_dry_run_says_who_would_gain_it_and_does_nothing()
    {
        var record = await Acts.Case(server, null, "JPN");
        var officer = await server.As("aus-officer");
        var tried = (await officer.Propose("widenMarking", record, Acts.To("FRA", "SGP"), "?validateOnly=true")).Is(200);
        Assert.Equal("FRA SGP", tried.Json["gains"].List());
        Assert.Empty((await officer.Get($"proposals?resource={record}")).Is(200).Json["items"]!.AsArray());
        var made = (await officer.Propose("widenMarking", record, Acts.To("FRA"))).Is(201);
        Assert.Equal("FRA", (await (await server.As("aus-coordinator")).Decide(made, "approved", "?validateOnly=true")).Is(200).Json["gains"].List());
        (await (await server.As("fra-officer")).Get($"cases/{record}")).Is(404);
        Assert.Equal("open", (string)(await officer.Get($"proposals/{made.Json["id"]}")).Is(200).Json["state"]!);
    }

    [Fact]
    public async Task Of_two_approvals_at_once_one_is_done()
    {
        var record = await Acts.Case(server, null, "JPN");
        var proposal = (await (await server.As("aus-officer")).Propose("widenMarking", record, Acts.To("FRA"))).Is(201);
        var (first, second) = (await server.As("aus-coordinator"), await server.As("aus-coordinator2"));
        var answers = await Task.WhenAll(first.Decide(proposal, "approved"), second.Decide(proposal, "approved"));
        Assert.Single(answers, x => x.Status == 200);
        Assert.Single(answers, x => x.Status is 409 or 412);
    }
}
