using System.Text.Json.Nodes;
using Interdiction.Tests.Proposals;

namespace Interdiction.Tests.Custody;

/// <summary>An exhibit's chain: its first link, what is added, and what is refused with nothing stored.</summary>
public sealed class ChainTests(Server server)
{
    [Fact]
    public async Task An_exhibit_begins_with_its_seizure_as_the_report_tells_it()
    {
        var report = await Exhibits.File(server, Exhibits.Amount("12.500", "KGM"));
        var officer = await server.As("aus-officer");
        var it = await officer.Exhibit(Exhibits.Of(report));
        var seized = Assert.Single(it["custodyEvents"]!.AsArray())!;
        Assert.Equal(("seized", 1, "final", "2003-08-11T08:00:00Z", "AUS"), ((string)seized["type"]!, (int)seized["number"]!, (string)seized["state"]!, (string)seized["at"]!, (string)seized["partner"]!));
        Assert.Equal(("KHH-001", 1, "12.500", "AB100"), ((string)it["number"]!, (int)it["manifestLine"]!, (string)it["quantity"]!["value"]!, (string)it["seals"]![0]!["number"]!));
        Assert.Equal(("AUS", "Customs"), ((string)it["custodian"]!["partner"]!, (string)it["custodian"]!["agency"]!));
        Assert.Equal("seized 12.5 held 12.5", Exhibits.Balance(it));
        Assert.NotNull((string?)seized["etag"]);
        var seizure = (await officer.Get($"seizures/{it["seizure"]}")).Is(200).Json;
        Assert.Equal(("Customs", (string)it["id"]!), ((string)seizure["authority"]!, (string)seizure["exhibits"]![0]!["id"]!));
        (await officer.Get($"custody-events/{seized["id"]}")).Is(200);
    }

    [Fact]
    public async Task An_exhibit_without_a_quantity_has_no_balance_and_its_amounts_are_not_checked()
    {
        var officer = await server.As("aus-officer");
        var id = Exhibits.Of(await Exhibits.File(server, null));
        Assert.Null((await officer.Exhibit(id))["balance"]);
        (await officer.Record(id, Exhibits.Event("sampled", new { quantity = Exhibits.Amount("9000", "LTR") }))).Is(201);
        Assert.Null((await officer.Exhibit(id))["balance"]);
    }

    [Fact]
    public async Task A_draft_leaves_no_stale_seizure()
    {
        var officer = await server.As("aus-officer");
        var draft = await Exhibits.File(server, Exhibits.Amount("12.500", "KGM"), "");
        var id = Exhibits.Of(draft);
        var written = draft.DeepClone();
        written["seizures"]![0]!["exhibits"]![0]!["quantity"]!["value"] = "11";
        written["endedAt"] = "2003-08-11T06:00:00Z";
        (await officer.Put($"boardings/{draft["id"]}", written)).Is(200);
        var it = await officer.Exhibit(id);
        Assert.Equal(("2003-08-11T06:00:00Z", "11"), ((string)it["custodyEvents"]![0]!["at"]!, (string)it["balance"]!["seized"]!["value"]!));
        written["seizures"] = new JsonArray();
        (await officer.Put($"boardings/{draft["id"]}", written)).Is(200);
        foreach (var path in new[] { $"exhibits/{id}", $"exhibits/{id}/custody-events", $"custody-events/{id}", $"seizures/{draft["seizures"]![0]!["id"]}" })
            (await officer.Get(path)).Is(404);
    }

    [Fact]
    public async Task Events_are_numbered_and_reckoned_in_the_unit_of_what_was_seized()
    {
        var (officer, id) = (await server.As("aus-officer"), await Exhibits.Fresh(server));
        var sampled = (await officer.Record(id, Exhibits.Event("sampled", new { quantity = Exhibits.Amount("500", "GRM"), remarks = "90 % full" }))).Is(201);
        Assert.Equal((2, "final", "sampled"), ((int)sampled.Json["number"]!, (string)sampled.Json["state"]!, (string)sampled.Json["type"]!));
        Assert.EndsWith($"/custody-events/{sampled.Json["id"]}", sampled.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(sampled.ETag, (string)(await officer.Exhibit(id))["custodyEvents"]![1]!["etag"]!);
        var split = (await officer.Record(id, Exhibits.Event("split", new { quantity = Exhibits.Amount("0.002", "TNE") }))).Is(201);
        var checkd = (await officer.Record(id, Exhibits.Event("sealChecked", new { seals = new[] { new { number = "AB100", state = "broken" }, new { number = "AB101", state = "applied" } } }))).Is(201);
        Assert.Equal(4, (int)checkd.Json["number"]!);
        var it = await officer.Exhibit(id);
        Assert.Equal("seized 12.5 held 10 sampled 0.5 split 2", Exhibits.Balance(it));
        Assert.Equal("AB100 H broken, AB101  applied", string.Join(", ", it["seals"]!.AsArray().Select(x => $"{x!["number"]} {x["class"]} {x["state"]}")));
        Assert.Equal("seized sampled split sealChecked", await officer.Chain(id));

        var part = await officer.Exhibit((string)split.Json["part"]!);
        Assert.Equal(("KHH-001/1", id, "seized 0.002 held 0.002"), ((string)part["number"]!, (string)part["parent"]!, Exhibits.Balance(part)));
        Assert.Equal((string)part["id"]!, (string)it["parts"]![0]!);
        (await officer.Record((string)part["id"]!, Exhibits.Event("sampled", new { quantity = Exhibits.Amount("1", "KGM") }))).Is(201);
        Assert.Equal("seized 0.002 held 0.001 sampled 0.001", Exhibits.Balance(await officer.Exhibit((string)part["id"]!)));
        var told = (await officer.Get($"cases/{it["caseId"]}/timeline")).Is(200).Json["items"]!.AsArray().Select(x => (string)x!["text"]!);
        Assert.Contains("Exhibit KHH-001, event 2, was sampled.", told);
    }

    [Fact]
    public async Task What_is_missing_when_it_is_weighed_is_a_finding_and_no_error()
    {
        var (officer, id) = (await server.As("aus-officer"), await Exhibits.Fresh(server));
        (await officer.Record(id, Exhibits.Event("sampled", new { quantity = Exhibits.HalfAKilo }))).Is(201);
        (await officer.Record(id, Exhibits.Event("inspected", new { quantity = Exhibits.Amount("11", "KGM") }))).Is(201);
        Assert.Equal("seized 12.5 held 11 sampled 0.5 unexplained 1", Exhibits.Balance(await officer.Exhibit(id)));
        (await officer.Record(id, Exhibits.Event("stored", new { quantity = Exhibits.Amount("12", "KGM") }))).Is(201);
        Assert.Equal("seized 12.5 held 12 sampled 0.5", Exhibits.Balance(await officer.Exhibit(id)));
    }

    [Fact]
    public async Task A_correction_names_what_it_corrects_and_puts_its_amount_right()
    {
        var (officer, id) = (await server.As("aus-officer"), await Exhibits.Fresh(server));
        var sampled = (await officer.Record(id, Exhibits.Event("sampled", new { quantity = Exhibits.Amount("5", "KGM") }))).Is(201);
        var corrects = (string)sampled.Json["id"]!;
        (await officer.Record(id, Exhibits.Event("correction", new { corrects, quantity = Exhibits.HalfAKilo }))).Is(201);
        Assert.Equal("seized 12.5 held 12 sampled 0.5", Exhibits.Balance(await officer.Exhibit(id)));
        Assert.Equal([("/corrects", "required")], (await officer.Record(id, Exhibits.Event("correction"))).Is(422).Faults);
        Assert.Equal([("/corrects", "unknownReference")], (await officer.Record(id, Exhibits.Event("correction", new { corrects = Guid.CreateVersion7() }))).Is(422).Faults);
        Assert.Equal([("/quantity", "outOfRange")], (await officer.Record(id, Exhibits.Event("correction", new { corrects, quantity = Exhibits.Amount("13", "KGM") }))).Is(422).Faults);
        Assert.Equal([("/quantity", "fixed")], (await officer.Record(id, Exhibits.Event("correction", new { corrects = id, quantity = Exhibits.HalfAKilo }))).Is(422).Faults);
        (await officer.Record(id, Exhibits.Event("correction", new { corrects = id, remarks = "It was weighed with its drum." }))).Is(201);
        Assert.Equal("seized sampled correction correction", await officer.Chain(id));
    }

    [Theory]
    [InlineData("""{"type":null}""", "/type", "required")]
    [InlineData("""{"type":"seized"}""", "/type", "notHere")]
    [InlineData("""{"at":null}""", "/at", "required")]
    [InlineData("""{"at":"2003-08-11T07:59:59Z"}""", "/at", "order")]
    [InlineData("""{"at":"2999-01-01T00:00:00Z"}""", "/at", "future")]
    [InlineData("""{"reason":null}""", "/reason", "required")]
    [InlineData("""{"type":"sampled"}""", "/quantity", "required")]
    [InlineData("""{"type":"split"}""", "/quantity", "required")]
    [InlineData("""{"type":"sampled","quantity":{"value":"12.501","unit":"KGM"}}""", "/quantity", "outOfRange")]
    [InlineData("""{"type":"sampled","quantity":{"value":"999999999999999","unit":"KTN"}}""", "/quantity", "outOfRange")]
    [InlineData("""{"type":"sampled","quantity":{"value":"0.0000001","unit":"MC"}}""", "/quantity", "outOfRange")]
    [InlineData("""{"type":"sampled","quantity":{"value":"1","unit":"LTR"}}""", "/quantity", "otherDimension")]
    [InlineData("""{"type":"inspected","quantity":{"value":"1","unit":"C62"}}""", "/quantity", "otherDimension")]
    [InlineData("""{"quantity":{"value":"1","unit":"NOPE"}}""", "/quantity/unit", "unknownCode")]
    [InlineData("""{"type":"transferred"}""", "/to", "required")]
    [InlineData("""{"type":"transferred","to":{"partner":"JPN"},"quantity":{"value":"1","unit":"KGM"}}""", "/quantity", "outOfRange")]
    [InlineData("""{"type":"transferred","to":{"partner":"ZZZ"}}""", "/to/partner", "unknownCode")]
    [InlineData("""{"type":"transferred","to":{"partner":"FRA"}}""", "/to/partner", "notReleased")]
    [InlineData("""{"type":"transferred","to":{"partner":"JPN","user":"01981f5e-7c00-7000-8000-000000000001"}}""", "/to/user", "unknownReference")]
    [InlineData("""{"type":"transferred","to":{"name":"Dr Lab"},"witness":"01981f5e-7c00-7000-8000-000000000001"}""", "/to/document", "required")]
    [InlineData("""{"type":"transferred","to":{"name":"Dr Lab","document":"L-7"}}""", "/witness", "required")]
    [InlineData("""{"type":"transferred","to":{"name":"Dr Lab","document":"L-7"},"witness":"01981f5e-7c00-7000-8000-000000000001"}""", "/witness", "unknownReference")]
    [InlineData("""{"to":{"partner":"JPN"}}""", "/to", "notHere")]
    [InlineData("""{"corrects":"01981f5e-7c00-7000-8000-000000000001"}""", "/corrects", "notHere")]
    public async Task What_breaks_a_rule_is_refused_with_its_place_and_nothing_is_stored(string changes, string pointer, string code)
    {
        var (officer, id) = (await server.As("aus-officer"), await Exhibits.Fresh(server));
        var body = Exhibits.Event("inspected");
        foreach (var (name, value) in JsonNode.Parse(changes)!.AsObject())
            body[name] = value?.DeepClone();
        Assert.Contains((pointer, code), (await officer.Record(id, body)).Is(422).Faults);
        Assert.Equal("seized", await officer.Chain(id));
    }

    [Fact]
    public async Task Only_the_partner_that_has_custody_adds_and_only_its_officers_and_coordinators()
    {
        var id = await Exhibits.Fresh(server);
        foreach (var who in new[] { "jpn-officer", "usa-coordinator", "xcc-coordinator", "aus-auditor" })
            Assert.NotEmpty((await (await server.As(who)).Record(id, Exhibits.Event("inspected"))).Is(403).Json["reasons"]!.AsArray());
        foreach (var who in new[] { "fra-officer", "pan-liaison", "aus-administrator" })
            (await (await server.As(who)).Record(id, Exhibits.Event("inspected"))).Is(404);
        (await (await server.As("aus-coordinator")).Record(id, Exhibits.Event("inspected"))).Is(201);
        Assert.Equal("seized inspected", await (await server.As("jpn-auditor")).Chain(id));
    }

    [Theory]
    [InlineData("returned")]
    [InlineData("released")]
    [InlineData("destroyed")]
    public async Task One_person_alone_disposes_of_nothing(string type)
    {
        var (coordinator, id) = (await server.As("aus-coordinator"), await Exhibits.Fresh(server));
        Assert.Contains("disposeExhibit", (await coordinator.Record(id, Exhibits.Event(type, new { quantity = Exhibits.HalfAKilo }))).Is(403).Json["reasons"].List(), StringComparison.Ordinal);
        Assert.Equal("seized", await coordinator.Chain(id));
    }

    [Fact]
    public async Task The_same_key_or_id_adds_one_link()
    {
        var (officer, id, body) = (await server.As("aus-officer"), await Exhibits.Fresh(server), Exhibits.Event("sealed"));
        var first = (await officer.Record(id, body)).Is(201);
        var again = (await officer.Record(id, body)).Is(200);
        Assert.Equal((string)first.Json["id"]!, (string)again.Json["id"]!);
        (await officer.Record(id, Documents.With((JsonObject)body.DeepClone(), new { reason = "Another." }))).Is(409);
        (await officer.Record(id, Exhibits.Event("sealed"), "?validateOnly=true")).Is(200);
        Assert.Equal("seized sealed", await officer.Chain(id));
    }

    [Fact]
    public async Task Many_at_once_neither_break_the_chain_nor_take_out_more_than_is_held()
    {
        var (officer, coordinator, id) = (await server.As("aus-officer"), await server.As("aus-coordinator"), await Exhibits.Fresh(server));
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => (i % 2 == 0 ? officer : coordinator).Record(id, Exhibits.Event("sampled", new { quantity = Exhibits.Amount("3", "KGM") }))));
        Assert.All(answers, x => Assert.True(x.Status is 201 or 409 or 422, x.Text));
        var added = answers.Count(x => x.Status == 201);
        Assert.InRange(added, 1, 4);
        var it = await officer.Exhibit(id);
        Assert.Equal(Enumerable.Range(1, added + 1), it["custodyEvents"]!.AsArray().Select(x => (int)x!["number"]!));
        Assert.Equal($"seized 12.5 held {(12.5m - 3 * added).ToString(System.Globalization.CultureInfo.InvariantCulture)} sampled {3 * added}", Exhibits.Balance(it));
    }
}
