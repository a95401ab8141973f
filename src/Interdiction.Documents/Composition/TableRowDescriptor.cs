using Interdiction.Documents.Drawing;
using Interdiction.Documents.Layout;

namespace Interdiction.Documents;

/// <summary>Describes a row of a table, cell by cell from the start of the line.</summary>
public sealed class TableRowDescriptor
{
    readonly TableRow row;
    readonly TextStyle style;
    readonly bool inHeader;

    internal TableRowDescriptor(TableRow row, TextStyle style, bool inHeader) =>
        (this.row, this.style, this.inHeader) = (row, style, inHeader);

    /// <summary>The next cell; in a header it heads its column.</summary>
    /// <param name="columnSpan">Columns it spans.</param>
    public Container Cell(int columnSpan = 1) => Add(columnSpan, inHeader);

    /// <summary>The next cell, which heads its row.</summary>
    public Container HeaderCell(int columnSpan = 1) => Add(columnSpan, isHeader: true);

    /// <summary>Colour behind the row.</summary>
    public void Background(Color color) => row.Fill = color;

    /// <summary>A line above the row, as over a total.</summary>
    public void RuleAbove(Stroke stroke) => row.RuleAbove = stroke;

    Container Add(int columnSpan, bool isHeader)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columnSpan, 1);
        var slot = new Slot();
        row.Add(slot, columnSpan, isHeader);
        return new Container(slot, style);
    }
}
