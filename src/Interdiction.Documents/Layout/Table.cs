using Interdiction.Documents.Drawing;

namespace Interdiction.Documents.Layout;

/// <summary>
/// Rows under a header that repeats on each page. Rows come from an iterator and are held only while they are
/// on the page at hand, so a table may be longer than memory.
/// </summary>
sealed class Table : Element
{
    readonly IReadOnlyList<TrackWidth> _columns;
    readonly Func<TableRow>? _composeHeader;
    readonly RowReader _rows;
    StructureNode? _node, _body;

    /// <param name="columns">Widths of the columns; none is automatic.</param>
    /// <param name="composeHeader">Makes the header anew for each page, or null for none.</param>
    /// <param name="rows">The rows, read once.</param>
    internal Table(IReadOnlyList<TrackWidth> columns, Func<TableRow>? composeHeader, IEnumerable<TableRow> rows)
    {
        _columns = columns;
        _composeHeader = composeHeader;
        _rows = new RowReader(rows);
    }

    internal override Plan Measure(RenderContext context, Room room)
    {
        var widths = Widths(room);
        var header = HeaderHeight(context, widths);
        var used = header;
        for (var i = 0; _rows.Peek(i) is { } row; i++)
        {
            var plan = PlanOf(context, row, room, used, header, widths);
            if (plan.Fit == Fit.Wrap) return i == 0 ? Plan.Wrap : new Plan(Fit.Partial, room.Width, used);
            used += plan.Height;
            if (plan.Fit == Fit.Partial) return new Plan(Fit.Partial, room.Width, used);
        }

        return new Plan(Fit.Full, room.Width, used);
    }

    internal override void Draw(RenderContext context, Point at, Room room)
    {
        var widths = Widths(room);
        var header = HeaderHeight(context, widths);
        BeginStructure(context, out var head);
        _composeHeader?.Invoke().Draw(context, at, room with { Height = header }, widths, head);

        var used = header;
        while (_rows.Peek(0) is { } row)
        {
            var plan = PlanOf(context, row, room, used, header, widths);
            if (plan.Fit == Fit.Wrap) return;
            row.Draw(context, at with { Y = at.Y + used }, room with { Height = plan.Height }, widths, _body!);
            used += plan.Height;
            if (plan.Fit == Fit.Partial) return;
            _rows.Take();
        }
    }

    // A row is split only when no page could hold it whole.
    static Plan PlanOf(RenderContext context, TableRow row, Room room, float used, float header, float[] widths)
    {
        var first = used == header;
        var rest = new Room(room.Width, room.Height - used, room.Squeeze && first);
        var plan = row.Measure(context, rest, widths);
        if (plan.Fit != Fit.Partial || rest.Squeeze || row.IsStarted) return plan;
        var whole = row.Measure(context, rest with { Height = float.PositiveInfinity }, widths).Height;
        return header + whole > context.BodyHeight ? plan : Plan.Wrap;
    }

    float HeaderHeight(RenderContext context, float[] widths) =>
        _composeHeader?.Invoke().Measure(context, new Room(0, float.PositiveInfinity), widths).Height ?? 0;

    float[] Widths(Room room) => TrackWidth.Resolve(_columns, room.Width, _ => 0);

    // The header is told once; its repetitions on later pages are decoration.
    void BeginStructure(RenderContext context, out StructureNode? head)
    {
        head = null;
        if (_node is not null) return;
        _node = context.Parent.Add(new StructureNode("Table"));
        if (_composeHeader is not null) head = _node.Add(new StructureNode("THead"));
        _body = _node.Add(new StructureNode("TBody"));
    }

    /// <summary>Rows looked at but not yet drawn.</summary>
    sealed class RowReader(IEnumerable<TableRow> rows)
    {
        readonly List<TableRow> _ahead = [];
        IEnumerator<TableRow>? _source;
        bool _ended;

        internal TableRow? Peek(int index)
        {
            _source ??= rows.GetEnumerator();
            while (!_ended && _ahead.Count <= index)
            {
                if (_source.MoveNext()) _ahead.Add(_source.Current);
                else
                {
                    _source.Dispose();
                    _ended = true;
                }
            }

            return index < _ahead.Count ? _ahead[index] : null;
        }

        internal void Take() => _ahead.RemoveAt(0);
    }
}
