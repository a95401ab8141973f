using System.Text.Json.Nodes;
using Interdiction.Tests.Proposals;

namespace Interdiction.Tests.Custody;

/// <summary>What a report may still say of an exhibit whose chain went on, and who is shown the chain.</summary>
public sealed class ReportTests(Server server)
{
    [Fact]
    public async Task A_report_never_touches_an_exhibit_whose_chain_went_on()
    {
        var officer = await server.As("aus-officer");
        var draft = await Exhibits.File(server, Exhibits.Amount("12.500", "KGM"), "");
        var (id, path) = (Exhibits.Of(draft), $"boardings/{draft["id"]}");
        var part = (string)(await officer.Record(id, Exhibits.Event("split", new { quantity = Exhibits.HalfAKilo }))).Is(201).Json["part"]!;
        foreach (var (change, pointer) in new (Action<JsonNode>, string)[]
        {
            (x => x["seizures"]![0]!["exhibits"]![0]!["quantity"]!["value"] = "11", "/seizures/0/exhibits/0"),
            (x => x["seizures"]![0]!["authority"] = "Coast guard", "/seizures/0/exhibits/0"),
            (x => x["seizures"]![0]!["exhibits"]![0]!["seals"] = new JsonArray(), "/seizures/0/exhibits/0"),
            (x => x["seizures"]![0]!["exhibits"]![0]!["number"] = "KHH-002", "/seizures/0/exhibits/0"),
            (x => x["seizures"] = new JsonArray(), "/seizures"),
        })
        {
            var written = draft.DeepClone();
            change(written);
            Assert.Equal([(pointer, "inCustody")], (await officer.Put(path, written)).Is(422).Faults);
        }
        var second = draft.DeepClone();
        second["seizures"]![0]!["exhibits"]!.AsArray().Add(new JsonObject { ["id"] = part, ["number"] = "KHH-003" });
        (await officer.Put(path, second)).Is(409);
        Assert.Equal("seized 12.5 held 12 split 0.5", Exhibits.Balance(await officer.Exhibit(id)));

        var other = draft.DeepClone();
        other["title"] = "Another title";
        other["endedAt"] = "2003-08-11T09:00:00Z";
        (await officer.Put(path, other)).Is(200);
        Assert.Equal("2003-08-11T08:00:00Z", (string)(await officer.Exhibit(id))["custodyEvents"]![0]!["at"]!);
        (await officer.Move(path, "submitted")).Is(200);
    }

    [Fact]
    public async Task What_stands_on_a_draft_is_its_originators_alone()
    {
        var (officer, jpn) = (await server.As("aus-officer"), await server.As("jpn-officer"));
        var draft = await Exhibits.File(server, Exhibits.Amount("12.500", "KGM"), "");
        var id = Exhibits.Of(draft);
        var sealing = (await officer.Record(id, Exhibits.Event("sealed"))).Is(201);
        Assert.Equal([("/to/partner", "notReleased")], (await officer.Record(id, Exhibits.Transfer("JPN"))).Is(422).Faults);
        foreach (var path in new[] { $"exhibits/{id}", $"exhibits/{id}/custody-events", $"custody-events/{sealing.Json["id"]}", $"custody-events/{sealing.Json["id"]}/transitions" })
            (await jpn.Get(path)).Is(404);
        (await officer.Move($"boardings/{draft["id"]}", "submitted")).Is(200);
        Assert.Equal("seized sealed", await jpn.Chain(id));
    }

    [Fact]
    public async Task Who_is_shown_an_earlier_revision_is_shown_the_exhibit_as_that_has_it()
    {
        var (officer, reviewer, jpn) = (await server.As("aus-officer"), await server.As("aus-coordinator"), await server.As("jpn-officer"));
        var filed = await Exhibits.File(server, Exhibits.Amount("12.500", "KGM"));
        var (id, path) = (Exhibits.Of(filed), $"boardings/{filed["id"]}");
        foreach (var to in new[] { "inReview", "accepted" })
            (await reviewer.Move(path, to)).Is(200);
        (await officer.Move(path, "amended")).Is(200);
        var written = (await officer.Get(path)).Is(200).Json;
        written["seizures"]![0]!["exhibits"]![0]!["quantity"]!["value"] = "11";
        (await officer.Put(path, written)).Is(200);
        (await officer.Record(id, Exhibits.Event("sealed", new { remarks = "Stands on the amendment." }))).Is(201);
        Assert.Equal("seized", await jpn.Chain(id));
        Assert.Equal("seized 12.5 held 12.5", Exhibits.Balance(await jpn.Exhibit(id)));
        Assert.DoesNotContain("KHH-001, event", (await jpn.Get($"cases/{filed["caseId"]}/timeline")).Is(200).Text, StringComparison.Ordinal);
        (await officer.Move(path, "submitted")).Is(200);
        foreach (var to in new[] { "inReview", "accepted" })
            (await reviewer.Move(path, to)).Is(200);
        Assert.Equal("seized 11 held 11", Exhibits.Balance(await jpn.Exhibit(id)));
        Assert.Equal("seized sealed", await jpn.Chain(id));
    }

    [Fact]
    public async Task An_amendment_that_leaves_the_exhibit_as_it_is_hides_no_event()
    {
        var (officer, reviewer, jpn) = (await server.As("aus-officer"), await server.As("aus-coordinator"), await server.As("jpn-officer"));
        var filed = await Exhibits.File(server, Exhibits.Amount("12.500", "KGM"));
        var (id, path) = (Exhibits.Of(filed), $"boardings/{filed["id"]}");
        foreach (var to in new[] { "inReview", "accepted" })
            (await reviewer.Move(path, to)).Is(200);
        (await officer.Move(path, "amended")).Is(200);
        var transfer = (await officer.Record(id, Exhibits.Transfer("JPN"))).Is(201);
        (await jpn.End(transfer, "accepted")).Is(200);
        Assert.Equal("seized transferred", await jpn.Chain(id));
    }
}
