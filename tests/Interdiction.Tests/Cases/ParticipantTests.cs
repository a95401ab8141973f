using Interdiction.Tests.Proposals;

namespace Interdiction.Tests.Cases;

/// <summary>The lead brings partners in and takes them out; the originator corrects the head.</summary>
public sealed class ParticipantTests(Server server)
{
    [Fact]
    public async Task The_lead_brings_a_partner_in_and_is_warned_that_it_cannot_read()
    {
        var record = await Acts.Case(server, null, "JPN");
        var lead = await server.As("aus-coordinator");
        var (before, japan) = ((await lead.Get($"cases/{record}/participants")).Is(200), (await lead.Put($"cases/{record}/participants/JPN", new { part = "support" })).Is(200));
        Assert.NotEqual(before.ETag, japan.ETag);
        Assert.Empty(japan.Json["warnings"]!.AsArray());
        var france = (await lead.Put($"cases/{record}/participants/FRA", new { part = "transit" }, japan.ETag!)).Is(200).Json;
        Assert.Equal("AUS lead FRA transit JPN support", Parts(france["items"]!));
        Assert.Equal("/items/1/partner notReleased", $"{france["warnings"]![0]!["pointer"]} {france["warnings"]![0]!["code"]}");
        (await (await server.As("fra-officer")).Get($"cases/{record}")).Is(404);

        (await lead.Put($"cases/{record}/participants/JPN", new { part = "port" })).Is(200);
        (await lead.Send(HttpMethod.Delete, $"cases/{record}/participants/FRA", null, ("If-Match", "*"))).Is(204);
        (await lead.Send(HttpMethod.Delete, $"cases/{record}/participants/FRA", null, ("If-Match", "*"))).Is(404);
        Assert.Equal("AUS lead JPN port", Parts((await lead.Get($"cases/{record}")).Is(200).Json["participants"]!));
    }

    [Fact]
    public async Task Only_coordinators_of_the_lead_choose_participants_and_the_lead_itself_stays()
    {
        var record = await Acts.Case(server, null, "JPN", "XCC");
        foreach (var who in new[] { "aus-officer", "jpn-coordinator", "xcc-coordinator", "aus-auditor" })
            (await (await server.As(who)).Put($"cases/{record}/participants/USA", new { part = "support" })).Is(403);
        var lead = await server.As("aus-coordinator");
        (await lead.Put($"cases/{record}/participants/AUS", new { part = "support" })).Is(422);
        (await lead.Put($"cases/{record}/participants/USA", new { part = "lead" })).Is(422);
        (await lead.Put($"cases/{record}/participants/XYZ", new { part = "support" })).Is(404);
        (await lead.Send(HttpMethod.Delete, $"cases/{record}/participants/AUS", null, ("If-Match", "*"))).Is(409);
        (await lead.Send(HttpMethod.Put, $"cases/{record}/participants/USA", new { part = "support" })).Is(428);
    }

    [Fact]
    public async Task The_originator_corrects_title_and_mode()
    {
        var record = await Acts.Case(server, null, "JPN");
        var officer = await server.As("aus-officer");
        var changed = (await officer.Send(HttpMethod.Patch, $"cases/{record}", new { title = "Zirconium consignment", mode = "port" }, ("If-Match", "*"))).Is(200);
        Assert.Equal(("Zirconium consignment", "port"), ((string)changed.Json["title"]!, (string)changed.Json["mode"]!));
        Assert.Contains(record, (await (await server.As("jpn-officer")).Get("cases?q=zirconium")).Is(200).Text, StringComparison.Ordinal);
        (await officer.Send(HttpMethod.Patch, $"cases/{record}", new { }, ("If-Match", "*"))).Is(422);
        (await officer.Send(HttpMethod.Patch, $"cases/{record}", new { title = " " }, ("If-Match", "*"))).Is(422);
        (await officer.Send(HttpMethod.Patch, $"cases/{record}", new { status = "closed" }, ("If-Match", "*"))).Is(400);
        (await (await server.As("jpn-coordinator")).Send(HttpMethod.Patch, $"cases/{record}", new { title = "Ours" }, ("If-Match", "*"))).Is(403);
        (await (await server.As("fra-coordinator")).Send(HttpMethod.Patch, $"cases/{record}", new { title = "Ours" }, ("If-Match", "*"))).Is(404);
    }

    static string Parts(System.Text.Json.Nodes.JsonNode items) => string.Join(' ', items.AsArray().Select(x => $"{x!["partner"]} {x["part"]}"));
}
