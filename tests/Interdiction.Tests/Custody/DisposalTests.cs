using System.Text.Json.Nodes;
using Interdiction.Tests.Proposals;

namespace Interdiction.Tests.Custody;

/// <summary>An exhibit leaves custody by two coordinators of the partner that has it.</summary>
public sealed class DisposalTests(Server server)
{
    [Fact]
    public async Task Two_coordinators_dispose_of_a_part_and_then_of_all_that_is_held()
    {
        var (first, second, id) = (await server.As("aus-coordinator"), await server.As("aus-coordinator2"), await Exhibits.Fresh(server));
        var part = (await first.Propose("disposeExhibit", id, new { type = "returned", quantity = Exhibits.Amount("2500", "GRM"), to = new { name = "Owner" } })).Is(201);
        Assert.Equal("seized", await first.Chain(id));
        (await first.Decide(part, "approved")).Is(403);
        (await second.Decide(part, "approved")).Is(200);
        Assert.Equal("seized 12.5 held 10 returned 2.5", Exhibits.Balance(await first.Exhibit(id)));

        var rest = (await first.Propose("disposeExhibit", id, new { type = "destroyed", at = "2003-09-01T00:00:00Z" })).Is(422);
        Assert.Equal([("/arguments/at", "order")], rest.Faults);
        (await second.Decide((await first.Propose("disposeExhibit", id, new { type = "destroyed" })).Is(201), "approved")).Is(200);
        var it = await first.Exhibit(id);
        Assert.Equal("seized 12.5 returned 2.5 destroyed 10", Exhibits.Balance(it));
        Assert.Null(it["custodian"]);
        Assert.Equal("seized returned destroyed", await first.Chain(id));
        Assert.Equal("It is needed.", (string)it["custodyEvents"]![2]!["reason"]!);
        (await first.Record(id, Exhibits.Event("sealed", new { at = (string)it["custodyEvents"]![2]!["at"]! }))).Is(409);
        (await first.Propose("disposeExhibit", id, new { type = "released" })).Is(409);
    }

    [Fact]
    public async Task Only_the_partner_that_has_custody_proposes_and_approves_by_the_rights_of_that_moment()
    {
        var (aus, aus2, jpn, jpn2, id) = (await server.As("aus-coordinator"), await server.As("aus-coordinator2"), await server.As("jpn-coordinator"), await server.As("jpn-coordinator2"), await Exhibits.Fresh(server));
        foreach (var who in new[] { "aus-officer", "jpn-coordinator", "xcc-coordinator" })
            (await (await server.As(who)).Propose("disposeExhibit", id, new { type = "destroyed" })).Is(403);
        Assert.Equal([("/resource", "unknownReference")], (await (await server.As("fra-coordinator")).Propose("disposeExhibit", id, new { type = "destroyed" })).Is(422).Faults);
        var proposal = (await aus.Propose("disposeExhibit", id, new { type = "destroyed" })).Is(201);
        (await jpn.Get($"proposals/{proposal.Json["id"]}")).Is(404);
        (await jpn.Get($"proposals?resource={id}")).Is(200);
        Assert.Single((await aus2.Get($"proposals?resource={id}")).Is(200).Json["items"]!.AsArray());

        (await jpn.End((await aus.Record(id, Exhibits.Transfer("JPN"))).Is(201), "accepted")).Is(200);
        Assert.Contains("JPN", (await aus2.Decide(proposal, "approved")).Is(403).Json["reasons"].List(), StringComparison.Ordinal);
        Assert.Equal("seized transferred", await aus.Chain(id));
        (await jpn2.Decide((await jpn.Propose("disposeExhibit", id, new { type = "released" })).Is(201), "approved")).Is(200);
        Assert.Equal("seized transferred released", await aus.Chain(id));
    }

    [Fact]
    public async Task What_was_taken_out_meanwhile_is_not_disposed_of_again()
    {
        var (first, second, id) = (await server.As("aus-coordinator"), await server.As("aus-coordinator2"), await Exhibits.Fresh(server));
        var proposal = (await first.Propose("disposeExhibit", id, new { type = "destroyed", quantity = Exhibits.Amount("10", "KGM") })).Is(201);
        (await first.Record(id, Exhibits.Event("split", new { quantity = Exhibits.Amount("3", "KGM") }))).Is(201);
        Assert.Equal([("/arguments/quantity", "outOfRange")], (await second.Decide(proposal, "approved")).Is(422).Faults);
        Assert.Equal("seized split", await first.Chain(id));
    }

    [Theory]
    [InlineData("""{}""", "/arguments/type", "required")]
    [InlineData("""{"type":"destroyed","partner":"JPN"}""", "/arguments/partner", "notHere")]
    [InlineData("""{"type":"destroyed","quantity":{"value":"13","unit":"KGM"}}""", "/arguments/quantity", "outOfRange")]
    [InlineData("""{"type":"destroyed","quantity":{"value":"1","unit":"LTR"}}""", "/arguments/quantity", "otherDimension")]
    [InlineData("""{"type":"destroyed","at":"2999-01-01T00:00:00Z"}""", "/arguments/at", "future")]
    public async Task What_cannot_be_is_refused_when_it_is_proposed(string arguments, string pointer, string code)
    {
        var (first, id) = (await server.As("aus-coordinator"), await Exhibits.Fresh(server));
        Assert.Contains((pointer, code), (await first.Propose("disposeExhibit", id, JsonNode.Parse(arguments)!)).Is(422).Faults);
        Assert.Empty((await first.Get($"proposals?resource={id}")).Is(200).Json["items"]!.AsArray());
    }

    [Fact]
    public async Task An_exhibit_that_was_never_weighed_is_disposed_of_whole()
    {
        var (first, second, id) = (await server.As("aus-coordinator"), await server.As("aus-coordinator2"), Exhibits.Of(await Exhibits.File(server, null)));
        (await second.Decide((await first.Propose("disposeExhibit", id, new { type = "destroyed" })).Is(201), "approved")).Is(200);
        Assert.Null((await first.Exhibit(id))["custodian"]);
    }

    // Found by a walk: what was gone was held again, by nobody.
    [Fact]
    public async Task What_a_correction_leaves_over_of_what_is_gone_is_missing_and_not_held_again()
    {
        var (officer, first, second, id) = (await server.As("aus-officer"), await server.As("aus-coordinator"), await server.As("aus-coordinator2"), await Exhibits.Fresh(server));
        var sampled = (await officer.Record(id, Exhibits.Event("sampled", new { quantity = Exhibits.HalfAKilo }))).Is(201);
        (await second.Decide((await first.Propose("disposeExhibit", id, new { type = "destroyed" })).Is(201), "approved")).Is(200);
        var at = (string)(await first.Exhibit(id))["custodyEvents"]![2]!["at"]!;
        (await officer.Record(id, Exhibits.Event("correction", new { at, corrects = (string)sampled.Json["id"]!, quantity = Exhibits.Amount("0.200", "KGM") }))).Is(201);
        var it = await first.Exhibit(id);
        Assert.Null(it["custodian"]);
        Assert.Equal("seized 12.5 sampled 0.2 destroyed 12 unexplained 0.3", Exhibits.Balance(it));
        (await officer.Record(id, Exhibits.Event("correction", new { at, corrects = (string)sampled.Json["id"]!, quantity = Exhibits.HalfAKilo }))).Is(201);
        Assert.Equal("seized 12.5 sampled 0.5 destroyed 12", Exhibits.Balance(await first.Exhibit(id)));
    }
}
