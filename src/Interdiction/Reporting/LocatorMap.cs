using System.Globalization;
using Interdiction.Contracts;
using Interdiction.Documents;
using Interdiction.Documents.Drawing;

namespace Interdiction.Reporting;

/// <summary>Where it was: land, graticule, position and scale. A position that is rounded is shown as the area that it stands for.</summary>
static class LocatorMap
{
    const float Height = 150;

    /// <summary>Degrees of latitude from the lower edge to the upper one.</summary>
    const double Span = 8;

    /// <summary>Meridians come together at the poles; a map of the pole itself is stretched no further.</summary>
    const double LeastNarrowing = 0.12;

    static readonly int[] MeridianSteps = [2, 5, 10, 20, 30, 45];
    const float LabelRoom = 45;
    const int Bar = 100;
    const double MilesADegree = 60;
    static readonly Color Sea = Color.FromHex("#E8F0F7"), Ground = Color.FromHex("#DDD8CA"), Shore = Color.FromHex("#8C8672"), Grid = Color.FromHex("#B7C4D1");
    static readonly TextStyle Small = TextStyle.Caption with { Size = 6.5f };

    public static void Write(Leaf leaf, FiledReport report)
    {
        if (report.Place is not { Latitude: { } north, Longitude: { } east })
            return;
        var doubt = report.Masked.FirstOrDefault(x => x.Pointer == "/place/latitude")?.Rule switch { MaskRule.TenthOfDegree => 0.05, MaskRule.Degree => 0.5, _ => 0 };
        leaf.Column.Item().PaddingTop(6).Figure(Height, leaf.Words.With("Map of the surroundings of {0}", leaf.Words.Position(report)), figure => Draw(figure, new Degrees(east, north), doubt));
        leaf.Remark(leaf.Words["Land by Natural Earth, 1:50 million, for orientation alone: no chart, and no statement about boundaries."]);
    }

    static void Draw(FigureCanvas figure, Degrees at, double doubt)
    {
        var narrowing = Math.Max(Math.Cos(at.North * Math.PI / 180), LeastNarrowing);
        var (up, across) = (figure.Height / Span, figure.Height / Span * narrowing);
        var half = figure.Width / across / 2;
        var window = new Window(at.East - half, at.North - Span / 2, at.East + half, at.North + Span / 2);
        Point On(Degrees x) => new((float)((x.East - window.West) * across), (float)((window.North - x.North) * up));

        figure.Rectangle(new Area(0, 0, figure.Width, figure.Height), Sea);
        foreach (var ring in Land.In(window))
        {
            var path = new VectorPath();
            foreach (var (i, point) in ring.Select(On).Index())
                _ = i == 0 ? path.MoveTo(point.X, point.Y) : path.LineTo(point.X, point.Y);
            figure.Path(path.Close(), Ground, new Stroke(Shore, 0.4f));
        }
        Graticule(figure, window, On, across);
        var here = On(at);
        if (doubt > 0)
            figure.Rectangle(new Area((float)(here.X - doubt * across), (float)(here.Y - doubt * up), (float)(2 * doubt * across), (float)(2 * doubt * up)), Color.Signal.WithOpacity(0.25f), new Stroke(Color.Signal, 0.8f));
        else
            figure.Path(VectorPath.Circle(here.X, here.Y, 3.2f), Color.Signal, new Stroke(Color.White, 0.8f));
        Scale(figure, (float)(Bar / MilesADegree * up));
        figure.Rectangle(new Area(0, 0, figure.Width, figure.Height), null, new Stroke(Color.Slate, 0.6f));
    }

    static void Graticule(FigureCanvas figure, Window window, Func<Degrees, Point> on, double across)
    {
        foreach (var north in Steps(window.South, window.North, 2).Where(x => Math.Abs(x) <= 90))
        {
            var y = on(new Degrees(window.West, north)).Y;
            figure.Line(new Point(0, y), new Point(figure.Width, y), new Stroke(Grid, 0.4f));
            figure.Text(Say(north, "N", "S"), new Point(3, y - 2), Small);
        }
        var step = MeridianSteps.First(x => x * across > LabelRoom || x == MeridianSteps[^1]);
        foreach (var east in Steps(window.West, window.East, step))
        {
            var x = on(new Degrees(east, window.South)).X;
            figure.Line(new Point(x, 0), new Point(x, figure.Height), new Stroke(Grid, 0.4f));
            // Beyond the antimeridian the longitudes go on from the other side.
            figure.Text(Say(Math.IEEERemainder(east, 360), "E", "W"), new Point(x + 2, figure.Height - 3), Small);
        }
    }

    static void Scale(FigureCanvas figure, float length)
    {
        var (x, y) = (figure.Width - length - 12, figure.Height - 14);
        figure.Rectangle(new Area(x - 6, y - 12, length + 14, 20), Color.White.WithOpacity(0.8f));
        figure.Line(new Point(x, y), new Point(x + length, y), new Stroke(Color.Ink, 1));
        figure.Text($"{Bar} NM", new Point(x + length / 2, y - 3), Small, TextAlignment.Center);
    }

    static IEnumerable<double> Steps(double from, double to, int step)
    {
        for (var it = Math.Ceiling(from / step) * step; it <= to; it += step)
            yield return it;
    }

    static string Say(double degrees, string positive, string negative) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(degrees):0}°{(degrees is 0 or 180 or -180 ? "" : degrees > 0 ? positive : negative)}");
}
