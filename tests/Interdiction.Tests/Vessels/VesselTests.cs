using System.Text.Json.Nodes;

namespace Interdiction.Tests.Vessels;

/// <summary>What ships claimed to be, found and compared as far as the reader reads their boardings.</summary>
public sealed class VesselTests(Server server)
{
    static readonly string[] Shared = ["JPN", "XCC"];

    [Fact]
    public async Task Claims_are_dated_and_say_who_claimed_them_to_whom()
    {
        var officer = await server.As("aus-officer");
        var (name, imo) = (Fleet.Name(), Fleet.Imo());
        var ship = Fleet.Vessel(null, new
        {
            names = new[] { new { name, source = "hull" }, new { name = "DARK MOON", source = "papers" } },
            imo = $"IMO {imo}", mmsi = "477553000", callSign = "V7AB2", flagClaimed = "BLZ", flagConfirmed = "PRK", type = "tanker", grossTonnage = 6500,
        });
        var id = await officer.Board(ship, Shared);
        var answer = (await (await server.As("jpn-auditor")).Get($"vessels/{id}")).Is(200);
        Assert.StartsWith("\"", answer.ETag, StringComparison.Ordinal);
        var shown = answer.Json;
        Assert.Equal((name, "BLZ", $"IMO {imo}", 6500), ((string)shown["name"]!, (string)shown["flag"]!, (string)shown["imo"]!, (int)shown["grossTonnage"]!));
        Assert.Equal([(name, "hull", "AUS", "2003-08-07T02:00:00Z"), ("DARK MOON", "papers", "AUS", "2003-08-07T02:00:00Z")],
            shown["claims"]!.AsArray().Select(x => ((string)x!["name"]!, (string)x["source"]!, (string)x["partner"]!, (string)x["at"]!)));
        Assert.Equal("flagMismatch flagMismatch flagNotConfirmed otherName", shown["contradictions"]!.Codes());
        Assert.Equal(id, (string)Assert.Single(shown["boardings"]!.AsArray())!["id"]!);
        Assert.Empty(shown["links"]!.AsArray());
    }

    [Fact]
    public async Task Ships_are_found_by_what_they_claimed_in_any_script_and_dress()
    {
        var officer = await server.As("aus-officer");
        var (imo, mmsi, sign) = (Fleet.Imo(), $"477{Random.Shared.Next(100_000, 1_000_000)}", $"VR{Random.Shared.Next(1_000, 10_000)}");
        var id = await officer.Board(Fleet.Vessel("Ёлка Ладога", new { imo, mmsi, callSign = sign, flagClaimed = "HKG" }), Shared);
        var other = await officer.Board(Fleet.Vessel("Ladoga", new { imo = Fleet.Imo(), flagClaimed = "PAN" }), Shared);
        var reader = await server.As("jpn-officer");
        foreach (var query in new[] { $"imo=IMO%20{imo}", $"imo={imo}", $"mmsi={mmsi}", $"callSign={sign}", $"q=elka%20lad&imo={imo}", $"q=ладога&mmsi={mmsi}", $"q={imo}", $"flag=HKG&imo={imo}" })
            Assert.Equal((query, id), (query, Assert.Single(await reader.Listed(query))));
        foreach (var query in new[] { $"flag=PAN&imo={imo}", $"q=elka&callSign={sign}x", "imo=0000000", "imo=unknown", $"caseId={Guid.CreateVersion7()}" })
            Assert.Empty(await reader.Listed(query));
        var found = await reader.Listed("q=ladoga&limit=200");
        Assert.True(found.IndexOf(other) < found.IndexOf(id) && found.Contains(other), "Last filed comes first.");
        foreach (var query in new[] { "caseId=x", "name=x", "limit=0", "cursor=x" })
            (await reader.Get($"vessels?{query}")).Is(400);
    }

    [Fact]
    public async Task Likely_same_ships_are_told_with_reasons_the_likeliest_first()
    {
        var officer = await server.As("aus-officer");
        var (imo, name) = (Fleet.Imo(), Fleet.Name());
        var id = await officer.Board(Fleet.Vessel(name, new { imo, callSign = "V7AB2", flagClaimed = "PRK", grossTonnage = 6500 }), Shared);
        var byImo = await officer.Board(Fleet.Vessel(Fleet.Name(), new { imo = $"IMO{imo}", grossTonnage = 6450 }), Shared);
        var byName = await officer.Board(Fleet.Vessel($"M/V {name}", new { imo = Fleet.Imo() }), Shared);
        var none = await officer.Board(Fleet.Vessel(null, new { flagClaimed = "PRK", grossTonnage = 6500 }), Shared);
        var likely = (await (await server.As("xcc-auditor")).Likely(id)).ToDictionary(x => (string)x!["vessel"]!["id"]!, x => x!);
        Assert.Equal("imo grossTonnage", likely[byImo]["reasons"]!.Codes());
        Assert.Equal("name imo", likely[byName]["reasons"]!.Codes());
        Assert.Equal([false, true], likely[byName]["reasons"]!.AsArray().Select(x => (bool)x!["against"]!));
        Assert.True((double)likely[byImo]["score"]! > 0.9 && (double)likely[byName]["score"]! < 0.3, "An IMO number weighs most.");
        Assert.Equal(byImo, likely.Keys.First());
        Assert.DoesNotContain(none, likely.Keys);
        Assert.DoesNotContain(id, likely.Keys);
    }

    [Fact]
    public async Task A_ship_without_any_usable_mark_is_there_and_is_like_none()
    {
        var officer = await server.As("aus-officer");
        var id = await officer.Board(Fleet.Vessel("UNKNOWN", new { imo = "0000000", mmsi = "000000000" }), Shared);
        await officer.Board(Fleet.Vessel("Unknown", new { imo = "0000000", mmsi = "000000000" }), Shared);
        Assert.Equal("imoNumber mmsi", (await officer.Ship(id))["contradictions"]!.Codes());
        Assert.Empty(await officer.Likely(id));
    }

    // Similar-case suggestions that list other tenants' titles: the leak that this is the test for.
    [Fact]
    public async Task Nothing_of_a_ship_is_told_beyond_its_readable_boardings()
    {
        var (australia, japan) = (await server.As("aus-officer"), await server.As("jpn-officer"));
        var (imo, name) = (Fleet.Imo(), Fleet.Name());
        var secret = await australia.Board(Fleet.Vessel(name, new { imo, flagClaimed = "PRK" }), []);
        var draft = await australia.Board(Fleet.Vessel(name, new { imo }), Shared, query: "");
        var open = await australia.Board(Fleet.Vessel(name, new { imo, flagClaimed = "MLT" }), Shared);
        var own = await japan.Board(Fleet.Vessel(name, new { imo }), ["AUS"]);
        Assert.Equal([own, open], await japan.Listed($"imo={imo}"));
        Assert.Equal(2, (int)(await japan.Get($"vessels?imo={imo}&count=exact")).Json["total"]!);
        Assert.Equal(open, (string)Assert.Single(await japan.Likely(own))!["vessel"]!["id"]!);
        Assert.Equal(4, (await australia.Listed($"imo={imo}")).Count);
        foreach (var path in new[] { $"vessels/{secret}", $"vessels/{secret}/likely-same", $"vessels/{draft}", $"vessels/{draft}/likely-same" })
            (await japan.Get(path)).Is(404);
        foreach (var who in new[] { "fra-coordinator", "aus-administrator", "pan-liaison" })
            Assert.Empty(await (await server.As(who)).Listed($"imo={imo}"));
    }

    [Fact]
    public async Task A_reader_is_shown_the_claims_of_the_revision_that_it_is_shown()
    {
        var (officer, reviewer) = (await server.As("aus-officer"), await server.As("xcc-coordinator"));
        var (before, after) = (Fleet.Name(), Fleet.Name());
        var id = await officer.Board(Fleet.Vessel(before), Shared);
        foreach (var to in new[] { "inReview", "accepted" })
            (await reviewer.Move($"boardings/{id}", to)).Is(200);
        (await officer.Move($"boardings/{id}", "amended")).Is(200);
        (await officer.Send(HttpMethod.Put, $"boardings/{id}", Documents.Report(new { id = (string?)null, marking = (string?)null, conveyance = Fleet.Vessel(after) }), ("If-Match", "*"))).Is(200);
        var reader = await server.As("jpn-officer");
        Assert.Equal((before, after), ((string)(await reader.Ship(id))["name"]!, (string)(await officer.Ship(id))["name"]!));
        Assert.Empty(await reader.Listed($"q={after}"));
        Assert.Equal(id, Assert.Single(await reader.Listed($"q={before}")));
        Assert.Empty(await officer.Listed($"q={before}"));
        // It was a container after all.
        (await officer.Send(HttpMethod.Put, $"boardings/{id}", Documents.Report(new { id = (string?)null, marking = (string?)null, conveyance = new { kind = "shipment" } }), ("If-Match", "*"))).Is(200);
        (await officer.Get($"vessels/{id}")).Is(404);
        Assert.Equal(before, (string)(await reader.Ship(id))["name"]!);
    }

    [Fact]
    public async Task Pages_of_the_list_meet_without_gap_or_overlap()
    {
        var officer = await server.As("aus-officer");
        var word = Fleet.Name();
        var made = new List<string>();
        for (var i = 0; i < 5; i++)
            made.Add(await officer.Board(Fleet.Vessel($"{word} {i}"), Shared));
        var (found, total) = await Access.Cells.Walk(officer, $"vessels?limit=2&q={word}");
        Assert.Equal((5, 5), (found.Count, total));
        Assert.Equal(made.Select(Guid.Parse).ToHashSet(), found);
    }

    [Fact]
    public async Task The_pages_and_the_sheet_of_a_report_tell_of_the_ship()
    {
        var officer = await server.As("aus-officer");
        var (imo, other) = (Fleet.Imo(), Fleet.Name());
        await officer.Board(Fleet.Vessel(other, new { imo }), Shared);
        var filed = (await officer.Post("boardings?submit=true", Documents.Report(new { conveyance = Fleet.Vessel(Fleet.Name(), new { imo, flagClaimed = "PRK", flagConfirmed = "PAN" }) }))).Is(201).Json;
        foreach (var path in new[] { $"/boardings/{filed["id"]}", $"/cases/{filed["caseId"]}" })
        {
            var page = (await officer.Get(path)).Is(200).Text;
            Assert.Contains(other, page, StringComparison.Ordinal);
            Assert.Contains($"Both claimed IMO number {imo}.", page, StringComparison.Ordinal);
            Assert.Contains("PAN was confirmed.", page, StringComparison.Ordinal);
        }
        (await officer.Get($"boardings/{filed["id"]}/report.pdf")).Is(200);
        (await officer.Get($"cases/{filed["caseId"]}/report.pdf")).Is(200);
    }
}
