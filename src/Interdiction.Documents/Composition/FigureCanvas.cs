using Interdiction.Documents.Drawing;
using Interdiction.Documents.Layout;
using Interdiction.Documents.Typography;

namespace Interdiction.Documents;

/// <summary>Draws a figure. Coordinates are points from the figure's own top left corner; what leaves it is cut off.</summary>
public sealed class FigureCanvas
{
    readonly RenderContext context;
    readonly Area area;

    internal FigureCanvas(RenderContext context, Area area) => (this.context, this.area) = (context, area);

    /// <summary>Width of the figure, in points.</summary>
    public float Width => area.Width;

    /// <summary>Height of the figure, in points; less than asked for when a page cannot hold it.</summary>
    public float Height => area.Height;

    internal bool IsRightToLeft => context.IsRightToLeft;

    public void Line(Point from, Point to, Stroke stroke) => context.Canvas.DrawLine(OnPage(from), OnPage(to), stroke);

    public void Rectangle(Area area, Color? fill, Stroke? stroke = null) =>
        context.Canvas.DrawRectangle(area with { X = area.X + this.area.X, Y = area.Y + this.area.Y }, fill, stroke);

    public void Path(VectorPath path, Color? fill, Stroke? stroke = null) =>
        context.Canvas.DrawPath(path.Moved(area.X, area.Y), fill, stroke);

    /// <summary>Draws an image over the whole area.</summary>
    public void Image(JpegImage image, Area area) =>
        context.Canvas.DrawImage(image, area with { X = area.X + this.area.X, Y = area.Y + this.area.Y });

    /// <summary>Draws one line of text, without breaking it.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="at">Start, centre or end of its baseline.</param>
    /// <param name="style">Its style, over the caption style.</param>
    /// <param name="alignment">Which part of the text stands at the point.</param>
    public void Text(string text, Point at, TextStyle? style = null, TextAlignment alignment = TextAlignment.Start)
    {
        var whole = SpanStyle.Of((style ?? TextStyle.Inherited).Over(TextStyle.Caption));
        var readable = ReadableText.From(text, whole.Language, context.Missing).Replace('\n', ' ');
        var line = new TextBlock([(readable, whole)], null, 0, context.Shaper).Lines(float.MaxValue)[0];
        var x = alignment switch
        {
            TextAlignment.Center => at.X - line.Width / 2,
            TextAlignment.End => at.X - line.Width,
            _ => at.X,
        };
        foreach (var run in line.Runs)
            context.Canvas.DrawText(run.Glyphs, area.X + x + run.X, area.Y + at.Y, run.Style.Color);
    }

    Point OnPage(Point p) => new(p.X + area.X, p.Y + area.Y);
}
