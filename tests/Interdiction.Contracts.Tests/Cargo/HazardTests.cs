namespace Interdiction.Contracts.Tests.Cargo;

/// <summary>What is dangerous about goods, and from what it is known.</summary>
public sealed class HazardTests
{
    static ManifestLine Line(Goods? declared = null, Goods? found = null) => new() { Number = 1, Declared = declared, Found = found };

    [Fact]
    public void That_goods_react_with_water_comes_first()
    {
        var it = Hazard.Of(Line(found: new Goods { Un = "UN 1340", HazardClass = "4.1 (4.3)", PackingGroup = PackingGroup.II }), null)!;
        Assert.Equal(("1340", "4.1 (4.3)", PackingGroup.II, true, HazardBasis.Found), (it.Un, it.Class, it.PackingGroup, it.IsWaterReactive, it.Basis));
        Assert.Equal(["Reacts with water and emits flammable gases (4.3): keep it dry, and put no water on a fire.", "Flammable solid (4.1)."], it.Warnings);
    }

    [Fact]
    public void What_was_found_goes_before_what_was_declared_and_both_before_the_lists()
    {
        Goods flammable = new() { HazardClass = "3" }, wet = new() { Un = "1340" }, named = new() { Cas = "1314-80-3" };
        Assert.Equal(HazardBasis.Found, Hazard.Of(Line(wet, flammable), null)!.Basis);
        Assert.Equal(HazardBasis.Declared, Hazard.Of(Line(flammable, named), null)!.Basis);
        Assert.Equal(("1340", "4.3 (4.1)", HazardBasis.CasNumber), Hazard.Of(Line(found: named), null) is { } it ? (it.Un, it.Class, it.Basis) : default);
        // The number alone says the class too.
        Assert.True(Hazard.Of(Line(wet), null)!.IsWaterReactive);
    }

    [Fact]
    public void A_name_that_the_lists_know_warns_too()
    {
        var screening = new Interdiction.Contracts.Screening("2026-01-01",
        [
            new ScreeningMatch(1, ControlList.Cwc, "3B(5)", "7719-09-7", "Thionyl chloride", "name", 0.7),
            new ScreeningMatch(1, ControlList.AustraliaGroup, "38", "1314-80-3", "Phosphorus pentasulfide", "name", 0.9),
            new ScreeningMatch(2, ControlList.Cwc, "3B(14)", "7719-09-7", "Thionyl chloride", "name", 1),
        ]);
        Assert.Equal(("1340", HazardBasis.Screening), Hazard.Of(Line(new Goods { Description = "pentasulphide" }), screening) is { } it ? (it.Un, it.Basis) : default);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("none")]
    [InlineData("14.3")]
    [InlineData("4.31")]
    public void What_is_no_class_warns_of_nothing(string? text)
    {
        Assert.Empty(Hazard.Of(Line(new Goods { HazardClass = text }), null)?.Warnings ?? []);
        Assert.Null(Hazard.Of(Line(), null));
    }

    [Theory]
    [InlineData("1.4S", "Explosive (1.4).")]
    [InlineData("8", "Corrosive (8).")]
    [InlineData("class 6.1", "Toxic (6.1).")]
    public void Each_class_is_said_in_words(string text, string warning) =>
        Assert.Equal([warning], Hazard.Of(Line(new Goods { HazardClass = text }), null)!.Warnings);

    [Fact]
    public void An_exhibit_is_as_dangerous_as_the_line_that_it_was_taken_from()
    {
        var report = new BoardingReport { Manifest = new Manifest { Lines = [Line(found: new Goods { Un = "1340" })] } };
        Assert.Equal("1340", Hazard.Of(report, new Exhibit { ManifestLine = 1 }, null)!.Un);
        Assert.Null(Hazard.Of(report, new Exhibit { ManifestLine = 2 }, null));
        Assert.Null(Hazard.Of(report, new Exhibit(), null));
    }
}
