using Interdiction.Documents.Drawing;

namespace Interdiction.Documents.Layout;

/// <summary>A row of a table; one taller than a page goes on on the next.</summary>
sealed class TableRow
{
    readonly List<int> _spans = [];
    readonly Lanes _lanes = new();
    readonly TableStyle _style;
    readonly int _columns;
    readonly bool _inHeader;
    StructureNode? _node;

    internal TableRow(TableStyle style, int columns, bool inHeader) => (_style, _columns, _inHeader) = (style, columns, inHeader);

    /// <summary>Whether the last drawing left something for the next page.</summary>
    internal bool IsStarted => _node is not null;

    /// <summary>Colour behind the row, over the style's.</summary>
    internal Color? Fill { get; set; }

    /// <summary>Line above the row, over that of the row before.</summary>
    internal Stroke? RuleAbove { get; set; }

    internal void Add(Element content, int span, bool isHeader)
    {
        var (vertical, horizontal) = (_style.PaddingVertical, _style.PaddingHorizontal);
        // Heads stand on their rule, however many lines they have.
        var aligned = _inHeader ? new Aligned(content, null, 1) : content;
        var first = _spans.Count == 0;
        var last = _spans.Sum() + span >= _columns;
        var padded = new Padding(aligned, vertical, last ? _style.EdgePadding : horizontal, vertical, first ? _style.EdgePadding : horizontal);
        var scope = !isHeader ? null : _inHeader ? "Column" : "Row";
        var tagged = new Tagged(padded, () => new StructureNode(isHeader ? "TH" : "TD") { Scope = scope, ColumnSpan = span });
        _spans.Add(span);
        _lanes.Add(tagged);
    }

    internal Plan Measure(RenderContext context, Room room, IReadOnlyList<float> columns) =>
        _lanes.Measure(context, room, CellWidths(columns));

    /// <param name="context">The render.</param>
    /// <param name="at">Top left corner.</param>
    /// <param name="room">As wide as the table and as high as measured.</param>
    /// <param name="columns">Widths of the columns, in points.</param>
    /// <param name="parent">The table part the row belongs to, or null when it repeats one already told.</param>
    internal void Draw(RenderContext context, Point at, Room room, IReadOnlyList<float> columns, StructureNode? parent)
    {
        if (Fill is { } fill) context.Canvas.DrawRectangle(new Area(at.X, at.Y, room.Width, room.Height), fill);
        if (parent is null) context.AsDecoration(() => _lanes.Draw(context, at, room, CellWidths(columns)));
        else context.Under(_node ??= parent.Add(new StructureNode("TR")), () => _lanes.Draw(context, at, room, CellWidths(columns)));
        DrawRule(context, at, room.Width, RuleAbove);
        DrawRule(context, at with { Y = at.Y + room.Height }, room.Width, _inHeader ? _style.HeaderRule : _style.Rule);
    }

    static void DrawRule(RenderContext context, Point at, float width, Stroke? rule)
    {
        if (rule is { } stroke) context.Canvas.DrawLine(at, at with { X = at.X + width }, stroke);
    }

    float[] CellWidths(IReadOnlyList<float> columns)
    {
        var widths = new float[_spans.Count];
        var column = 0;
        for (var i = 0; i < widths.Length; i++)
            for (var k = 0; k < _spans[i] && column < columns.Count; k++)
                widths[i] += columns[column++];
        return widths;
    }
}
