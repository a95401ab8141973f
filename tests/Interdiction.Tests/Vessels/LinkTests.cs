using Interdiction.Tests.Proposals;

namespace Interdiction.Tests.Vessels;

/// <summary>Two vessels are one ship because two people say so; who reads both is told, and nobody else.</summary>
public sealed class LinkTests(Server server)
{
    static readonly string[] Shared = ["JPN", "XCC"];

    async Task<(HttpClient Officer, HttpClient First, HttpClient Second)> People() => (await server.As("aus-officer"), await server.As("aus-coordinator"), await server.As("jpn-coordinator"));

    static async Task<List<string>> Vessels(HttpClient reader, string id) => (await reader.Ship(id))["vessels"]!.AsArray().Select(x => (string)x!).ToList();

    [Fact]
    public async Task A_link_joins_what_is_known_and_is_undone_and_made_again()
    {
        var (officer, first, second) = await People();
        var (imo, name) = (Fleet.Imo(), Fleet.Name());
        var one = await officer.Board(Fleet.Vessel(name, new { imo, flagClaimed = "PRK" }), Shared);
        var other = await officer.Board(Fleet.Vessel(Fleet.Name(), new { imo, flagClaimed = "MLT" }), Shared, new { startedAt = "2004-01-01T00:00:00Z", endedAt = "2004-01-02T00:00:00Z" });

        // Proposed by one partner and approved by another: it is every reader's right.
        var proposal = (await first.Propose("linkVessels", one, new { with = other })).Is(201);
        Assert.Equal([one], await Vessels(second, one));
        Assert.Equal("approved refused", (await second.Get($"proposals/{proposal.Json["id"]}/transitions")).Is(200).Json["allowed"].List());
        (await second.Decide(proposal, "approved")).Is(200);
        foreach (var id in new[] { one, other })
        {
            var ship = await second.Ship(id);
            Assert.Equal(id, (string)ship["id"]!);
            Assert.Equal([other, one], ship["vessels"]!.AsArray().Select(x => (string)x!));
            Assert.Equal([other, one], ship["boardings"]!.AsArray().Select(x => (string)x!["id"]!));
            Assert.Equal(2, ship["claims"]!.AsArray().Count);
            Assert.Equal("otherName otherFlag", ship["contradictions"]!.Codes());
            Assert.Equal(("JPN", "It is needed."), ((string)ship["links"]![0]!["partner"]!, (string)ship["links"]![0]!["reason"]!));
            Assert.Empty(await second.Likely(id));
        }
        Assert.Equal([other], await second.Listed($"imo={imo}"));
        Assert.Equal([one], await second.Listed($"imo={imo}&flag=PRK"));
        Assert.Equal(1, (int)(await second.Get($"vessels?imo={imo}&count=exact")).Json["total"]!);
        Assert.Equal("wrongState", (string)(await first.Propose("linkVessels", other, new { with = one })).Is(409).Json["code"]!);

        // Linked with one alone, that one is meant; and the proposal says which.
        var undone = (await second.Propose("unlinkVessels", other, new { })).Is(201);
        Assert.Equal(one, (string)undone.Json["arguments"]!["with"]!);
        (await first.Decide(undone, "approved")).Is(200);
        Assert.Equal([one], await Vessels(second, one));
        Assert.Equal([other, one], await second.Listed($"imo={imo}"));
        Assert.Equal("AUS", (string)(await second.Ship(one))["links"]![0]!["endedPartner"]!);
        Assert.Equal("wrongState", (string)(await first.Propose("unlinkVessels", one, new { with = other })).Is(409).Json["code"]!);

        await Fleet.Done(first, second, "linkVessels", other, new { with = one });
        Assert.Equal([other, one], await Vessels(officer, one));
        Assert.Equal(2, (await officer.Ship(one))["links"]!.AsArray().Count);
    }

    [Fact]
    public async Task What_is_linked_by_way_of_a_hidden_vessel_is_not_one()
    {
        var (officer, first, second) = await People();
        var imo = Fleet.Imo();
        var (one, other) = (await officer.Board(Fleet.Vessel(Fleet.Name(), new { imo }), Shared), await officer.Board(Fleet.Vessel(Fleet.Name(), new { imo }), Shared));
        var hidden = await officer.Board(Fleet.Vessel(Fleet.Name(), new { imo }), []);
        var colleague = await server.As("aus-coordinator2");
        await Fleet.Done(first, colleague, "linkVessels", one, new { with = hidden });
        await Fleet.Done(first, colleague, "linkVessels", hidden, new { with = other });
        Assert.Equal(3, (await Vessels(officer, one)).Count);
        Assert.Equal(1, (int)(await officer.Get($"vessels?imo={imo}&count=exact")).Json["total"]!);
        Assert.Equal([hidden], await officer.Listed($"imo={imo}"));

        // To Japan they are two, and no word, number or link tells of the third.
        Assert.Equal([one], await Vessels(second, one));
        Assert.Empty((await second.Ship(one))["links"]!.AsArray());
        Assert.Equal([other, one], await second.Listed($"imo={imo}"));
        Assert.Equal(other, (string)Assert.Single(await second.Likely(one))!["vessel"]!["id"]!);
        Assert.DoesNotContain(hidden, (await second.Get("proposals?limit=200")).Is(200).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("linkVessels", (await second.Get($"proposals?resource={one}")).Is(200).Text, StringComparison.Ordinal);

        // Of several it is said which; one by way of another is not linked with it.
        Assert.Equal([("/arguments/with", "required")], (await first.Propose("unlinkVessels", hidden, new { })).Is(422).Faults);
        (await first.Propose("unlinkVessels", one, new { with = other })).Is(409);
        await Fleet.Done(first, colleague, "unlinkVessels", hidden, new { with = other });
        Assert.Equal([other], await Vessels(officer, other));
        Assert.Equal(2, (await Vessels(officer, hidden)).Count);
    }

    [Fact]
    public async Task A_chain_of_links_is_one_ship_on_every_page_of_the_list()
    {
        var (officer, first, second) = await People();
        var word = Fleet.Name();
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
            ids.Add(await officer.Board(Fleet.Vessel($"{word} {i}"), Shared));
        // The middle one in time is the far end of two links: neither of its neighbours' neighbours is linked with the last.
        await Fleet.Done(first, second, "linkVessels", ids[4], new { with = ids[0] });
        await Fleet.Done(first, second, "linkVessels", ids[0], new { with = ids[2] });
        foreach (var limit in new[] { 1, 2, 3, 50 })
        {
            var (found, total) = await Access.Cells.Walk(officer, $"vessels?limit={limit}&q={word}");
            Assert.Equal((3, 3), (found.Count, total));
            Assert.Equal(new[] { ids[1], ids[3], ids[4] }.Select(Guid.Parse).ToHashSet(), found);
        }
    }

    [Fact]
    public async Task Linking_takes_two_coordinators_who_read_both_and_wrote_neither()
    {
        var (officer, first, second) = await People();
        var (one, other) = (await officer.Board(Fleet.Vessel(Fleet.Name()), Shared), await officer.Board(Fleet.Vessel(Fleet.Name()), Shared));
        var (own, aircraft) = (await officer.Board(Fleet.Vessel(Fleet.Name()), []), await officer.Board(Documents.With([], new { kind = "aircraft", registration = "VH-ABC" }), Shared));
        (await officer.Propose("linkVessels", one, new { with = other })).Is(403);
        (await (await server.As("jpn-auditor")).Propose("linkVessels", one, new { with = other })).Is(403);
        Assert.Equal([("/arguments/with", "required")], (await first.Propose("linkVessels", one, new { })).Is(422).Faults);
        Assert.Equal([("/arguments/with", "duplicate")], (await first.Propose("linkVessels", one, new { with = one })).Is(422).Faults);
        Assert.Equal([("/arguments/with", "notHere")], (await first.Propose("closeCase", one, new { with = one, disposition = "forfeited" })).Is(422).Faults);
        foreach (var (who, resource, with, pointer) in new[]
        {
            (second, one, own, "/arguments/with"), (second, own, one, "/resource"), (first, one, $"{Guid.CreateVersion7()}", "/arguments/with"),
            (first, aircraft, one, "/resource"), (first, one, aircraft, "/arguments/with"), (await server.As("fra-coordinator"), one, other, "/resource"),
        })
            foreach (var act in new[] { "linkVessels", "unlinkVessels" })
                Assert.Equal(pointer, Assert.Single((await who.Propose(act, resource, new { with })).Is(422).Faults).Pointer);

        var proposal = (await first.Propose("linkVessels", one, new { with = other })).Is(201);
        (await first.Decide(proposal, "approved")).Is(403);
        (await officer.Decide(proposal, "approved")).Is(403);
        (await (await server.As("fra-coordinator")).Decide(proposal, "approved")).Is(404);
        // A proposal about a vessel that the second person does not read does not exist for it.
        var hidden = (await first.Propose("linkVessels", one, new { with = own })).Is(201);
        (await second.Get($"proposals/{hidden.Json["id"]}")).Is(404);
        (await second.Decide(hidden, "approved")).Is(404);
        Assert.Equal([one], await Vessels(officer, one));
        Assert.Empty((await officer.Ship(one))["links"]!.AsArray());
        (await second.Decide(proposal, "refused")).Is(200);
        Assert.Equal([one], await Vessels(officer, one));
    }

    [Fact]
    public async Task A_narrowed_report_takes_its_links_with_it()
    {
        var (officer, first, second) = await People();
        var (one, other) = (await officer.Board(Fleet.Vessel(Fleet.Name()), Shared), await officer.Board(Fleet.Vessel(Fleet.Name()), Shared));
        await Fleet.Done(first, second, "linkVessels", one, new { with = other });
        var open = (await first.Propose("unlinkVessels", one, new { })).Is(201);
        Assert.Equal(2, (await Vessels(second, one)).Count);
        (await officer.Put($"boardings/{other}/marking", Acts.Marking("restricted"))).Is(200);
        Assert.Equal([one], await Vessels(second, one));
        Assert.Empty((await second.Ship(one))["links"]!.AsArray());
        (await second.Decide(open, "approved")).Is(404);
        Assert.Equal(2, (await Vessels(officer, one)).Count);
    }

    [Fact]
    public async Task Of_two_who_approve_the_same_link_at_once_one_is_done()
    {
        var (officer, first, second) = await People();
        var (one, other) = (await officer.Board(Fleet.Vessel(Fleet.Name()), Shared), await officer.Board(Fleet.Vessel(Fleet.Name()), Shared));
        var proposals = new[] { (await first.Propose("linkVessels", one, new { with = other })).Is(201), (await first.Propose("linkVessels", other, new { with = one })).Is(201) };
        var answers = await Task.WhenAll(proposals.Select(x => second.Decide(x, "approved")));
        Assert.Equal([200, 409], answers.Select(x => x.Status).Order());
        Assert.Single((await officer.Ship(one))["links"]!.AsArray());
    }
}
