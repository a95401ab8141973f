using System.IO.Compression;
using System.Reflection;
using System.Text.Json;

namespace Interdiction.Reporting;

/// <summary>A point in degrees, WGS 84; the longitude may run past 180 where a map does.</summary>
readonly record struct Degrees(double East, double North);

/// <summary>A rectangle in degrees.</summary>
readonly record struct Window(double West, double South, double East, double North);

/// <summary>The land of the world (Natural Earth, 1:50 million), for locator maps: it is no chart.</summary>
static class Land
{
    /// <summary>A closed ring with its bounds.</summary>
    sealed record Ring(IReadOnlyList<Degrees> Points, Window Bounds);

    static readonly Lazy<IReadOnlyList<Ring>> all = new(Read);

    /// <summary>The rings of land in a window, cut at its edges; what lies across the antimeridian too.</summary>
    public static IEnumerable<IReadOnlyList<Degrees>> In(Window window) =>
        from ring in all.Value
        from turn in new[] { -360d, 0, 360 }
        where ring.Bounds.West + turn < window.East && ring.Bounds.East + turn > window.West && ring.Bounds.South < window.North && ring.Bounds.North > window.South
        let cut = Cut([.. ring.Points.Select(x => x with { East = x.East + turn })], window)
        where cut.Count > 2
        select cut;

    /// <summary>What of a ring lies in a window (Sutherland and Hodgman, 1974).</summary>
    internal static IReadOnlyList<Degrees> Cut(IReadOnlyList<Degrees> ring, Window window)
    {
        ring = Cut(ring, x => x.East - window.West);
        ring = Cut(ring, x => window.East - x.East);
        ring = Cut(ring, x => x.North - window.South);
        return Cut(ring, x => window.North - x.North);
    }

    /// <param name="inside">How far a point is within the edge; negative beyond it.</param>
    static List<Degrees> Cut(IReadOnlyList<Degrees> ring, Func<Degrees, double> inside)
    {
        var kept = new List<Degrees>(ring.Count);
        for (var i = 0; i < ring.Count; i++)
        {
            var (from, to) = (ring[i == 0 ? ^1 : i - 1], ring[i]);
            var (a, b) = (inside(from), inside(to));
            if (a < 0 != b < 0)
                kept.Add(new Degrees(from.East + (to.East - from.East) * a / (a - b), from.North + (to.North - from.North) * a / (a - b)));
            if (b >= 0)
                kept.Add(to);
        }
        return kept;
    }

    static IReadOnlyList<Ring> Read()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("land-50m.geojson.gz")!;
        using var unpacked = new GZipStream(file, CompressionMode.Decompress);
        using var document = JsonDocument.Parse(unpacked);
        return
        [
            .. from feature in document.RootElement.GetProperty("features").EnumerateArray()
               let geometry = feature.GetProperty("geometry")
               from polygon in geometry.GetProperty("type").ValueEquals("Polygon") ? [geometry.GetProperty("coordinates")] : geometry.GetProperty("coordinates").EnumerateArray().ToArray()
               from ring in polygon.EnumerateArray()
               let points = ring.EnumerateArray().Select(x => new Degrees(x[0].GetDouble(), x[1].GetDouble())).ToList()
               select new Ring(points, new Window(points.Min(x => x.East), points.Min(x => x.North), points.Max(x => x.East), points.Max(x => x.North))),
        ];
    }
}
