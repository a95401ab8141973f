using CsCheck;
using Xunit;

namespace Interdiction.Contracts.Tests;

public sealed class PositionTests
{
    [Theory]
    [InlineData("22°37.0'N", 22.6166667)]
    [InlineData("22 37.0 N", 22.6166667)]
    [InlineData("22-37.000N", 22.6166667)]
    [InlineData("22.6167N", 22.6167)]
    [InlineData(" 22°37.0′s ", -22.6166667)]
    [InlineData("90°00.0'S", -90)]
    [InlineData("00°30.0'S", -0.5)]
    public void Sailors_latitudes_are_read(string text, double degrees) => Assert.Equal(degrees, Position.Parse(text, latitude: true)!.Value, 7);

    [Theory]
    [InlineData("120°16.0'E", 120.2666667)]
    [InlineData("000°30.0'W", -0.5)]
    [InlineData("180 00 W", -180)]
    public void Sailors_longitudes_are_read(string text, double degrees) => Assert.Equal(degrees, Position.Parse(text, latitude: false)!.Value, 7);

    [Theory]
    [InlineData("22°37.0'")]
    [InlineData("22.6167")]
    [InlineData("22°37.0'E")]
    [InlineData("22°60.0'N")]
    [InlineData("90°00.1'N")]
    [InlineData("٢٢°37.0'N")]
    [InlineData("N")]
    [InlineData("")]
    public void Nothing_is_guessed(string text) => Assert.Null(Position.Parse(text, latitude: true));

    [Fact]
    public void What_is_written_can_be_read_again() => Gen.Select(Gen.Double[-1, 1], Gen.Bool).Sample((part, latitude) =>
    {
        var degrees = part * (latitude ? 90 : 180);
        return Position.Parse(Position.Format(degrees, latitude), latitude) is { } read && Math.Abs(read - degrees) <= 0.00001 + 0.005 / 60;
    });

    [Theory]
    [InlineData(22.6167, true, "22°37.00'N")]
    [InlineData(-0.5, false, "000°30.00'W")]
    [InlineData(89.99999999, true, "90°00.00'N")]
    [InlineData(-180, false, "180°00.00'W")]
    public void A_position_is_written_as_a_chart_has_it(double degrees, bool latitude, string text) => Assert.Equal(text, Position.Format(degrees, latitude));

    [Fact]
    public void No_text_makes_it_throw() => Gen.Select(Gen.String, Gen.Bool).Sample((text, latitude) => { _ = Position.Parse(text, latitude); });
}
