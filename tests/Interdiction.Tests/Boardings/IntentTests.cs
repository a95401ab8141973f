namespace Interdiction.Tests.Boardings;

/// <summary>A boarding is announced before it happens: whom, where and on what basis.</summary>
public sealed class IntentTests(Server server)
{
    static System.Text.Json.Nodes.JsonObject Announcement(object? changes = null) => Documents.With(
        Documents.Report(new { startedAt = (string?)null, endedAt = (string?)null, outcome = (string?)null, checks = (object?)null, manifest = (object?)null, seizures = (object?)null, consent = (object?)null }), changes);

    [Fact]
    public async Task An_intent_becomes_the_report_of_what_happened()
    {
        var (officer, jpn) = (await server.As("aus-officer"), await server.As("jpn-officer"));
        var report = Announcement();
        var announced = (await officer.Post("boardings?intent=true", report)).Is(201);
        Assert.Equal(("intent", 1), ((string)announced.Json["state"]!, (int)announced.Json["revision"]!));
        var record = $"boardings/{report["id"]}";
        (await jpn.Get(record)).Is(404);
        (await officer.Move(record, "submitted")).Is(409);
        (await officer.Send(HttpMethod.Put, record, Documents.With(Documents.Report(), new { id = (string)report["id"]! }), ("If-Match", "*"))).Is(200);
        Assert.Equal("intent", (string)(await officer.Get(record)).Is(200).Json["state"]!);
        (await officer.Move(record, "draft")).Is(200);
        (await officer.Move(record, "submitted")).Is(200);
        (await jpn.Get(record)).Is(200);
        Assert.Equal(["intentAnnounced", "reportBegun", "reportSubmitted"], (await officer.Get($"cases/{announced.Json["caseId"]}/timeline")).Is(200).Json["items"]!.AsArray()
            .Select(x => (string)x!["kind"]!).Where(x => x != "caseOpened"));
    }

    [Fact]
    public async Task A_boarding_that_does_not_come_about_is_withdrawn()
    {
        var officer = await server.As("aus-officer");
        var report = Announcement();
        (await officer.Post("boardings?intent=true", report)).Is(201);
        (await officer.Move($"boardings/{report["id"]}", "withdrawn")).Is(200);
        (await officer.Move($"boardings/{report["id"]}", "draft")).Is(409);
    }

    [Fact]
    public async Task An_intent_names_whom_where_and_on_what_basis()
    {
        var officer = await server.As("aus-officer");
        var report = Announcement(new { conveyance = (object?)null, place = (object?)null, legalBases = (object?)null });
        Assert.Equal(["/conveyance", "/legalBases", "/place"], (await officer.Post("boardings?intent=true", report)).Is(422).Faults.Select(x => x.Pointer).Order());
        (await officer.Get($"boardings/{report["id"]}")).Is(404);
        (await officer.Post("boardings?intent=true&submit=true", Announcement())).Is(400);
        Assert.Equal("draft", (string)(await officer.Post("boardings?intent=false", report)).Is(201).Json["state"]!);
    }
}
