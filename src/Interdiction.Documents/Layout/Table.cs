using Interdiction.Documents.Drawing;

namespace Interdiction.Documents.Layout;

/// <summary>
/// Rows under a header that repeats on each page. Rows come from an iterator and are held only while they are
/// on the page at hand, so a table may be longer than memory.
/// </summary>
sealed class Table : Element
{
    readonly IReadOnlyList<TrackWidth> columns;
    readonly Func<TableRow>? composeHeader;
    readonly RowReader rows;
    StructureNode? node, body;

    /// <param name="columns">Widths of the columns; none is automatic.</param>
    /// <param name="composeHeader">Makes the header anew for each page, or null for none.</param>
    /// <param name="rows">The rows, read once.</param>
    internal Table(IReadOnlyList<TrackWidth> columns, Func<TableRow>? composeHeader, IEnumerable<TableRow> rows)
    {
        this.columns = columns;
        this.composeHeader = composeHeader;
        this.rows = new RowReader(rows);
    }

    internal override Plan Measure(RenderContext context, Room room)
    {
        var widths = Widths(room);
        var header = HeaderHeight(context, widths);
        var used = header;
        for (var i = 0; rows.Peek(i) is { } row; i++)
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
        composeHeader?.Invoke().Draw(context, at, room with { Height = header }, widths, head);

        var used = header;
        while (rows.Peek(0) is { } row)
        {
            var plan = PlanOf(context, row, room, used, header, widths);
            if (plan.Fit == Fit.Wrap) return;
            row.Draw(context, at with { Y = at.Y + used }, room with { Height = plan.Height }, widths, body!);
            used += plan.Height;
            if (plan.Fit == Fit.Partial) return;
            rows.Take();
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
        composeHeader?.Invoke().Measure(context, new Room(0, float.PositiveInfinity), widths).Height ?? 0;

    float[] Widths(Room room) => TrackWidth.Resolve(columns, room.Width, _ => 0);

    // The header is told once; its repetitions on later pages are decoration.
    void BeginStructure(RenderContext context, out StructureNode? head)
    {
        head = null;
        if (node is not null) return;
        node = context.Parent.Add(new StructureNode("Table"));
        if (composeHeader is not null) head = node.Add(new StructureNode("THead"));
        body = node.Add(new StructureNode("TBody"));
    }

    /// <summary>Rows looked at but not yet drawn.</summary>
    sealed class RowReader(IEnumerable<TableRow> rows)
    {
        readonly List<TableRow> ahead = [];
        IEnumerator<TableRow>? source;
        bool ended;

        internal TableRow? Peek(int index)
        {
            source ??= rows.GetEnumerator();
            while (!ended && ahead.Count <= index)
            {
                if (source.MoveNext()) ahead.Add(source.Current);
                else
                {
                    source.Dispose();
                    ended = true;
                }
            }

            return index < ahead.Count ? ahead[index] : null;
        }

        internal void Take() => ahead.RemoveAt(0);
    }
}
