using Interdiction.Documents.Drawing;
using Interdiction.Documents.Layout;
using Interdiction.Documents.Typography;

namespace Interdiction.Documents;

/// <summary>Draws a figure. Coordinates are points from the figure's own top left corner; what leaves it is cut off.</summary>
public sealed class FigureCanvas
{
    readonly RenderContext _context;
    readonly Area _area;

    internal FigureCanvas(RenderContext context, Area area) => (_context, _area) = (context, area);

    /// <summary>Width of the figure, in points.</summary>
    public float Width => _area.Width;

    /// <summary>Height of the figure, in points; less than asked for when a page cannot hold it.</summary>
    public float Height => _area.Height;

    internal bool IsRightToLeft => _context.IsRightToLeft;

    public void Line(Point from, Point to, Stroke stroke) => _context.Canvas.DrawLine(OnPage(from), OnPage(to), stroke);

    public void Rectangle(Area area, Color? fill, Stroke? stroke = null) =>
        _context.Canvas.DrawRectangle(area with { X = area.X + _area.X, Y = area.Y + _area.Y }, fill, stroke);

    public void Path(VectorPath path, Color? fill, Stroke? stroke = null) =>
        _context.Canvas.DrawPath(path.Moved(_area.X, _area.Y), fill, stroke);

    /// <summary>Draws an image over the whole area.</summary>
    public void Image(JpegImage image, Area area) =>
        _context.Canvas.DrawImage(image, area with { X = area.X + _area.X, Y = area.Y + _area.Y });

    /// <summary>Draws one line of text, without breaking it.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="at">Start, centre or end of its baseline.</param>
    /// <param name="style">Its style, over the caption style.</param>
    /// <param name="alignment">Which part of the text stands at the point.</param>
    public void Text(string text, Point at, TextStyle? style = null, TextAlignment alignment = TextAlignment.Start)
    {
        var whole = SpanStyle.Of((style ?? TextStyle.Inherited).Over(TextStyle.Caption));
        var readable = ReadableText.From(text, whole.Language, _context.Missing).Replace('\n', ' ');
        var line = new TextBlock([(readable, whole)], null, 0, _context.Shaper).Lines(float.MaxValue)[0];
        var x = alignment switch
        {
            TextAlignment.Center => at.X - line.Width / 2,
            TextAlignment.End => at.X - line.Width,
            _ => at.X,
        };
        foreach (var run in line.Runs)
            _context.Canvas.DrawText(run.Glyphs, _area.X + x + run.X, _area.Y + at.Y, run.Style.Color);
    }

    Point OnPage(Point p) => new(p.X + _area.X, p.Y + _area.Y);
}
