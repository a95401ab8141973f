using Interdiction.Documents.Drawing;

namespace Interdiction.Documents.Layout;

/// <summary>A row of a table; one taller than a page goes on on the next.</summary>
sealed class TableRow
{
    readonly List<int> spans = [];
    readonly Lanes lanes = new();
    readonly TableStyle style;
    readonly int columns;
    readonly bool inHeader;
    StructureNode? node;

    internal TableRow(TableStyle style, int columns, bool inHeader) => (this.style, this.columns, this.inHeader) = (style, columns, inHeader);

    /// <summary>Whether the last drawing left something for the next page.</summary>
    internal bool IsStarted => node is not null;

    /// <summary>Colour behind the row, over the style's.</summary>
    internal Color? Fill { get; set; }

    /// <summary>Line above the row, over that of the row before.</summary>
    internal Stroke? RuleAbove { get; set; }

    internal void Add(Element content, int span, bool isHeader)
    {
        var (vertical, horizontal) = (style.PaddingVertical, style.PaddingHorizontal);
        // Heads stand on their rule, however many lines they have.
        var aligned = inHeader ? new Aligned(content, null, 1) : content;
        var first = spans.Count == 0;
        var last = spans.Sum() + span >= columns;
        var padded = new Padding(aligned, vertical, last ? style.EdgePadding : horizontal, vertical, first ? style.EdgePadding : horizontal);
        var scope = !isHeader ? null : inHeader ? "Column" : "Row";
        var tagged = new Tagged(padded, () => new StructureNode(isHeader ? "TH" : "TD") { Scope = scope, ColumnSpan = span });
        spans.Add(span);
        lanes.Add(tagged);
    }

    internal Plan Measure(RenderContext context, Room room, IReadOnlyList<float> columns) =>
        lanes.Measure(context, room, CellWidths(columns));

    /// <param name="context">The render.</param>
    /// <param name="at">Top left corner.</param>
    /// <param name="room">As wide as the table and as high as measured.</param>
    /// <param name="columns">Widths of the columns, in points.</param>
    /// <param name="parent">The table part the row belongs to, or null when it repeats one already told.</param>
    internal void Draw(RenderContext context, Point at, Room room, IReadOnlyList<float> columns, StructureNode? parent)
    {
        if (Fill is { } fill) context.Canvas.DrawRectangle(new Area(at.X, at.Y, room.Width, room.Height), fill);
        if (parent is null) context.AsDecoration(() => lanes.Draw(context, at, room, CellWidths(columns)));
        else context.Under(node ??= parent.Add(new StructureNode("TR")), () => lanes.Draw(context, at, room, CellWidths(columns)));
        DrawRule(context, at, room.Width, RuleAbove);
        DrawRule(context, at with { Y = at.Y + room.Height }, room.Width, inHeader ? style.HeaderRule : style.Rule);
    }

    static void DrawRule(RenderContext context, Point at, float width, Stroke? rule)
    {
        if (rule is { } stroke) context.Canvas.DrawLine(at, at with { X = at.X + width }, stroke);
    }

    float[] CellWidths(IReadOnlyList<float> columns)
    {
        var widths = new float[spans.Count];
        var column = 0;
        for (var i = 0; i < widths.Length; i++)
            for (var k = 0; k < spans[i] && column < columns.Count; k++)
                widths[i] += columns[column++];
        return widths;
    }
}
