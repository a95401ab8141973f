using Interdiction.Documents.Layout;

namespace Interdiction.Documents;

/// <summary>Describes a table.</summary>
public sealed class TableDescriptor
{
    readonly TextStyle text;
    readonly TableColumnsDescriptor columns = new();
    IEnumerable<TableRow> rows = [];
    Action<TableRowDescriptor>? header;
    TableStyle style = TableStyle.Default;
    string? empty;

    internal TableDescriptor(TextStyle text) => this.text = text;

    /// <summary>Gives the columns and their widths, from the start of the line.</summary>
    public void Columns(Action<TableColumnsDescriptor> compose) => compose(columns);

    /// <summary>Cells that stand over the rows on each page.</summary>
    public void Header(Action<TableRowDescriptor> compose) => header = compose;

    /// <summary>How the table looks; said before its rows.</summary>
    public void Style(TableStyle style) => this.style = style;

    /// <summary>Adds one row. Columns and style are given before.</summary>
    public void Row(Action<TableRowDescriptor> compose) => rows = rows.Append(ComposeRow(compose, inHeader: false));

    /// <summary>Adds a row for each item. Items are read while pages are drawn and not held.</summary>
    public void Rows<T>(IEnumerable<T> items, Action<TableRowDescriptor, T> compose) =>
        rows = rows.Concat(items.Select(item => ComposeRow(row => compose(row, item), inHeader: false)));

    /// <summary>What is said across all columns when there is no row.</summary>
    public void Empty(string text) => empty = text;

    internal Table Build()
    {
        if (columns.Tracks.Count == 0) throw new InvalidOperationException("A table needs columns.");
        return new Table(columns.Tracks, header is null ? null : () => ComposeRow(header, inHeader: true), ComposeRows());
    }

    IEnumerable<TableRow> ComposeRows()
    {
        var count = 0;
        foreach (var row in rows)
        {
            if (count++ % 2 == 1) row.Fill ??= style.Stripe;
            yield return row;
        }

        if (count > 0 || empty is null) yield break;
        yield return ComposeRow(row => row.Cell(columns.Tracks.Count).Text(empty).Style(TextStyle.Caption), inHeader: false);
    }

    TableRow ComposeRow(Action<TableRowDescriptor> compose, bool inHeader)
    {
        var row = new TableRow(style, columns.Tracks.Count, inHeader) { Fill = inHeader ? style.HeaderFill : null };
        compose(new TableRowDescriptor(row, inHeader ? style.HeaderText.Over(text) : text, inHeader));
        return row;
    }
}
