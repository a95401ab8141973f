using System.Text.Json.Nodes;

namespace Interdiction.Tests.Boardings;

/// <summary>The main job: filed, screened, reviewed by four eyes, read by whom it is released to and by nobody else.</summary>
public sealed class MainJobTests(Server server)
{
    [Fact]
    public async Task A_report_is_filed_screened_submitted_reviewed_and_accepted()
    {
        var officer = await server.As("aus-officer");
        var cell = await server.As("xcc-coordinator");

        var filed = (await officer.Post("boardings", Documents.Report())).Is(201);
        var match = Assert.Single(filed.Json["screening"]!["matches"]!.AsArray())!;
        Assert.Equal(("1314-80-3", "australiaGroup"), ((string)match["cas"]!, (string)match["list"]!));
        Assert.Empty(filed.Json["warnings"]!.AsArray());
        Assert.Matches("^INT-2003-AUS-[0-9A-HJKMNP-TV-Z]{5}$", (string)filed.Json["caseNumber"]!);
        var record = $"boardings/{filed.Json["id"]}";
        Assert.Equal($"{Server.Base}/{record}", filed.Headers.Location?.ToString());

        (await cell.Get(record)).Is(404);
        Assert.Equal("submitted", (string)(await officer.Move(record, "submitted")).Is(200).Json["state"]!);
        (await cell.Get(record)).Is(200);
        Assert.Equal("inReview", (string)(await cell.Move(record, "inReview")).Is(200).Json["state"]!);
        Assert.Equal("accepted", (string)(await cell.Move(record, "accepted")).Is(200).Json["state"]!);

        (await (await server.As("jpn-auditor")).Get(record)).Is(200);
        (await (await server.As("fra-coordinator")).Get(record)).Is(404);
        (await (await server.As("fra-coordinator")).Get($"cases/{filed.Json["caseId"]}")).Is(404);
    }

    [Fact]
    public async Task The_accepted_revision_stands_for_partners_while_it_is_amended()
    {
        var officer = await server.As("aus-officer");
        var lead = await server.As("aus-coordinator");
        var partner = await server.As("jpn-coordinator");
        var record = $"boardings/{(await officer.Post("boardings?submit=true", Documents.Report())).Is(201).Json["id"]}";
        (await lead.Move(record, "inReview")).Is(200);
        (await lead.Move(record, "accepted")).Is(200);

        Assert.Equal("draft", (string)(await officer.Move(record, "amended", new { reason = "A word was wrong." })).Is(200).Json["state"]!);
        var draft = (await officer.Get(record)).Is(200);
        var changed = (JsonObject)draft.Json;
        changed["title"] = "Unsubmitted canary";
        (await officer.Send(HttpMethod.Put, record, changed, ("If-Match", draft.ETag!))).Is(200);

        var seen = (await partner.Get(record)).Is(200);
        Assert.Equal((1, "accepted"), ((int)seen.Json["revision"]!, (string)seen.Json["state"]!));
        Assert.DoesNotContain("canary", (await partner.Get("cases?q=canary")).Is(200).Text, StringComparison.Ordinal);
        Assert.Single((await partner.Get($"{record}/revisions")).Is(200).Json["items"]!.AsArray());

        (await officer.Move(record, "submitted")).Is(200);
        Assert.Equal(1, (int)(await partner.Get(record)).Is(200).Json["revision"]!);
        (await lead.Move(record, "inReview")).Is(200);
        (await lead.Move(record, "accepted")).Is(200);
        Assert.Equal("Unsubmitted canary", (string)(await partner.Get(record)).Is(200).Json["title"]!);
        var revisions = (await partner.Get($"{record}/revisions")).Is(200).Json["items"]!.AsArray();
        Assert.Equal("/title", (string)Assert.Single(revisions[1]!["differences"]!.AsArray())!["pointer"]!);
    }
}
