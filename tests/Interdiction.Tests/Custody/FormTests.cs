using Interdiction.Tests.Access;

namespace Interdiction.Tests.Custody;

/// <summary>The chain of custody on paper.</summary>
public sealed class FormTests(Server server)
{
    /// <summary>The words of the form, without blanks.</summary>
    static async Task<string> Form(HttpClient who, string exhibit, string query = "") =>
        Visible.OfPdf((await who.Get($"exhibits/{exhibit}/custody.pdf{query}")).Is(200).Bytes);

    static void Says(string form, string words) => Assert.Contains(words.Replace(" ", "", StringComparison.Ordinal), form, StringComparison.Ordinal);

    [Fact]
    public async Task Every_event_stands_on_it_with_both_parties_the_balance_and_the_danger()
    {
        var (giver, taker, id) = (await server.As("aus-officer"), await server.As("jpn-officer"), await Exhibits.Fresh(server));
        (await giver.Record(id, Exhibits.Event("sampled", new { quantity = Exhibits.HalfAKilo, remarks = "Laboratory 7" }))).Is(201);
        (await taker.End((await giver.Record(id, Exhibits.Transfer("JPN", new { at = "2003-08-13T08:00:00Z" }))).Is(201), "accepted")).Is(200);
        var (form, before) = (await Form(taker, id), await Form(await server.As("usa-auditor"), id, "?paper=letter"));
        foreach (var it in new[] { form, before })
            foreach (var words in new[] { "Chain-of-custody form KHH-001", "Seized by", "Customs", "Sampled", "0.500 kg", "Laboratory 7", "12 Aug 2003, 08:00", "Transferred", "JPN, Evidence store", "Accepted by", "12.000 kg", "AB100 applied", "Signed by hand" })
                Says(it, words);
        // By its name alone, as the control lists know it.
        Says(form, "keep it dry");
        Says(form, "confirm the substance");
    }

    [Fact]
    public async Task A_part_has_a_form_of_its_own_with_the_danger_of_the_whole()
    {
        var (officer, id) = (await server.As("aus-officer"), await Exhibits.Fresh(server));
        var split = (await officer.Record(id, Exhibits.Event("split", new { quantity = Exhibits.HalfAKilo }))).Is(201).Json;
        Says(await Form(officer, id), "a part was split off");
        var part = await Form(officer, (string)split["part"]!);
        Says(part, "KHH-001/1");
        Says(part, "a part of a larger exhibit");
        Says(part, "keep it dry");
        var again = (await officer.Record((string)split["part"]!, Exhibits.Event("split", new { quantity = Exhibits.Amount("0.100", "KGM") }))).Is(201).Json;
        Assert.True((bool)(await officer.Exhibit((string)again["part"]!))["hazard"]!["isWaterReactive"]!);
    }

    [Fact]
    public async Task Whoever_does_not_read_the_report_has_no_form_of_it()
    {
        var id = await Exhibits.Fresh(server);
        (await (await server.As("fra-officer")).Get($"exhibits/{id}/custody.pdf")).Is(404);
        (await (await server.As("aus-officer")).Get($"exhibits/{Guid.CreateVersion7()}/custody.pdf")).Is(404);
        (await (await server.As("pan-liaison")).Get($"exhibits/{id}/custody.pdf")).Is(404);
        (await (await server.As("aus-officer")).Get($"exhibits/{id}/custody.pdf?paper=a3")).Is(400);
    }
}
