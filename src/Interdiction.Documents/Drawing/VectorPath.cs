namespace Interdiction.Documents.Drawing;

/// <summary>What a step of a path does.</summary>
public enum PathVerb { MoveTo, LineTo, CurveTo, Close }

/// <summary>One step; the control points count for curves only.</summary>
public readonly record struct PathStep(PathVerb Verb, Point To = default, Point Control1 = default, Point Control2 = default);

/// <summary>An outline of lines and cubic Bézier curves, in points from the top left corner.</summary>
public sealed class VectorPath
{
    // Distance of the control points that makes four cubic curves a circle.
    const float Kappa = 0.5523f;

    readonly List<PathStep> steps = [];

    public IReadOnlyList<PathStep> Steps => steps;

    public VectorPath MoveTo(float x, float y) => Add(new PathStep(PathVerb.MoveTo, new Point(x, y)));

    public VectorPath LineTo(float x, float y) => Add(new PathStep(PathVerb.LineTo, new Point(x, y)));

    public VectorPath CurveTo(Point control1, Point control2, Point to) =>
        Add(new PathStep(PathVerb.CurveTo, to, control1, control2));

    public VectorPath Close() => Add(new PathStep(PathVerb.Close));

    /// <summary>A circle as four curves.</summary>
    public static VectorPath Circle(float x, float y, float radius)
    {
        var k = radius * Kappa;
        return new VectorPath().MoveTo(x + radius, y)
            .CurveTo(new(x + radius, y + k), new(x + k, y + radius), new(x, y + radius))
            .CurveTo(new(x - k, y + radius), new(x - radius, y + k), new(x - radius, y))
            .CurveTo(new(x - radius, y - k), new(x - k, y - radius), new(x, y - radius))
            .CurveTo(new(x + k, y - radius), new(x + radius, y - k), new(x + radius, y))
            .Close();
    }

    /// <summary>The same outline, moved.</summary>
    public VectorPath Moved(float x, float y)
    {
        Point Move(Point p) => new(p.X + x, p.Y + y);
        var moved = new VectorPath();
        foreach (var s in steps) moved.Add(new PathStep(s.Verb, Move(s.To), Move(s.Control1), Move(s.Control2)));
        return moved;
    }

    VectorPath Add(PathStep step)
    {
        steps.Add(step);
        return this;
    }
}
