using UglyToad.PdfPig;

namespace Interdiction.Tests.Reporting;

/// <summary>A report with a position has a map of it, wherever that is.</summary>
public sealed class MapTests(Server server)
{
    [Theory]
    [InlineData(22.6, 120.3, "22°")]
    [InlineData(90, 0, "90°N")]
    [InlineData(-90, 180, "90°S")]
    [InlineData(0, -180, "180°")]
    [InlineData(-16.5, 179.9, "175°W")]
    public async Task It_is_drawn_wherever_the_place_is(double north, double east, string label)
    {
        var officer = await server.As("aus-officer");
        var filed = (await officer.Post("boardings", Documents.Report(new { place = new { latitude = north, longitude = east, zone = "highSeas" } }))).Is(201).Json;
        using var document = PdfDocument.Open((await officer.Get($"boardings/{filed["id"]}/report.pdf")).Is(200).Bytes);
        var text = string.Concat(document.GetPages().Select(x => x.Text));
        Assert.Contains("100 NM", text, StringComparison.Ordinal);
        Assert.Contains(label, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_position_there_is_none()
    {
        var officer = await server.As("aus-officer");
        var filed = (await officer.Post("boardings", Documents.Report(new { place = new { unlocode = "TWKHH", zone = "internalWaters" } }))).Is(201).Json;
        using var document = PdfDocument.Open((await officer.Get($"boardings/{filed["id"]}/report.pdf")).Is(200).Bytes);
        Assert.DoesNotContain("100 NM", string.Concat(document.GetPages().Select(x => x.Text)), StringComparison.Ordinal);
    }
}
