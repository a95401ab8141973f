using CsCheck;
using Interdiction.Reporting;

namespace Interdiction.Tests.Reporting;

/// <summary>The land on locator maps.</summary>
public sealed class LandTests
{
    static Window Around(double east, double north, double span = 4) => new(east - span, north - span, east + span, north + span);

    /// <summary>Area in square degrees by the shoelace formula.</summary>
    static double Area(IReadOnlyList<Degrees> ring) =>
        Math.Abs(ring.Select((x, i) => (x, next: ring[(i + 1) % ring.Count])).Sum(p => p.x.East * p.next.North - p.next.East * p.x.North) / 2);

    static double Share(Window window) => Land.In(window).Sum(Area) / ((window.East - window.West) * (window.North - window.South));

    [Theory]
    [InlineData(120.27, 22.6, 0.05, 0.6)] // Taiwan and the Strait
    [InlineData(-100, 45, 0.99, 1.01)] // the middle of a continent
    [InlineData(-140, 0, 0, 0)] // the middle of an ocean
    public void There_is_land_where_there_is_land(double east, double north, double least, double most) => Assert.InRange(Share(Around(east, north)), least, most);

    [Fact]
    public void It_goes_on_across_the_antimeridian()
    {
        // Chukotka lies on both sides of it: both ways to name the place show the same.
        Assert.True(Share(Around(180, 67.5)) > 0.05);
        Assert.Equal(Share(Around(180, 67.5)), Share(Around(-180, 67.5)), 6);
    }

    [Fact]
    public void Nothing_that_is_cut_leaves_the_window_or_grows() =>
        (from points in Gen.Select(Gen.Double[-20, 20], Gen.Double[-20, 20], (x, y) => new Degrees(x, y)).Array[3, 12]
         from west in Gen.Double[-15, 5]
         from south in Gen.Double[-15, 5]
         from size in Gen.Double[0.1, 15]
         select (points, window: new Window(west, south, west + size, south + size))).Sample(it =>
         {
             var cut = Land.Cut(it.points, it.window);
             Assert.All(cut, x => Assert.True(x.East >= it.window.West - 1e-9 && x.East <= it.window.East + 1e-9 && x.North >= it.window.South - 1e-9 && x.North <= it.window.North + 1e-9));
             // What lies within stays.
             Assert.All(it.points.Where(x => x.East > it.window.West && x.East < it.window.East && x.North > it.window.South && x.North < it.window.North), x => Assert.Contains(x, cut));
         });
}
