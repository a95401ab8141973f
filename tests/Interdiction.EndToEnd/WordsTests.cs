using Interdiction.Contracts;
using Interdiction.Pages;

namespace Interdiction.Tests.EndToEnd;

/// <summary>Codes and values in the words of people.</summary>
public sealed class WordsTests
{
    static readonly DateTimeOffset At = new(2003, 8, 7, 22, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("+08:00", "2003-08-08 06:30 ship’s time (UTC+08:00)")]
    [InlineData("-03:30", "2003-08-07 19:00 ship’s time (UTC-03:30)")]
    [InlineData("+00:00", "2003-08-07 22:30 ship’s time (UTC+00:00)")]
    [InlineData("8", null)]
    [InlineData(null, null)]
    public void The_ships_time_stands_beside_UTC_where_its_offset_is_known(string? offset, string? expected) =>
        Assert.Equal(expected, Words.ShipsTime(At, offset));

    [Fact]
    public void Codes_are_said_in_words()
    {
        Assert.Equal("Exclusive economic zone", Words.Of(Zone.ExclusiveEconomicZone));
        Assert.Equal("Ro-ro", Words.Of(VesselType.RoRo));
        Assert.Equal("Not applicable", Words.Of(CheckResult.NotApplicable));
        Assert.Equal("1988 Convention", Words.Of(ControlList.Un1988));
        Assert.Equal("Coordination cell (XCC)", Words.Country("XCC"));
        Assert.Equal("158 × barrel (BA)", Words.Packages(new Packages { Count = 158, Type = "BA" }));
        Assert.Equal("12.500 kg (KGM)", Words.Quantity(new Quantity { Value = 12.500m, Unit = "KGM" }));
        Assert.Equal("H3 ask first", Words.Caveat("H3: ask first"));
    }

    [Fact]
    public void Places_in_the_south_and_west_keep_their_hemispheres()
    {
        Assert.Equal("33°51.42'S 070°30.00'W", Words.Position(new Place { Latitude = -33.857, Longitude = -70.5 }));
        Assert.Equal("-33.8570, -70.5000", Words.Degrees(new Place { Latitude = -33.857, Longitude = -70.5 }));
    }
}
