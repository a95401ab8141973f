using Interdiction.Documents.Layout;

namespace Interdiction.Documents;

/// <summary>Describes a table.</summary>
public sealed class TableDescriptor
{
    readonly TextStyle _text;
    readonly TableColumnsDescriptor _columns = new();
    IEnumerable<TableRow> _rows = [];
    Action<TableRowDescriptor>? _header;
    TableStyle _style = TableStyle.Default;
    string? _empty;

    internal TableDescriptor(TextStyle text) => _text = text;

    /// <summary>Gives the columns and their widths, from the start of the line.</summary>
    public void Columns(Action<TableColumnsDescriptor> compose) => compose(_columns);

    /// <summary>Cells that stand over the rows on each page.</summary>
    public void Header(Action<TableRowDescriptor> compose) => _header = compose;

    /// <summary>How the table looks; said before its rows.</summary>
    public void Style(TableStyle style) => _style = style;

    /// <summary>Adds one row. Columns and style are given before.</summary>
    public void Row(Action<TableRowDescriptor> compose) => _rows = _rows.Append(ComposeRow(compose, inHeader: false));

    /// <summary>Adds a row for each item. Items are read while pages are drawn and not held.</summary>
    public void Rows<T>(IEnumerable<T> items, Action<TableRowDescriptor, T> compose) =>
        _rows = _rows.Concat(items.Select(item => ComposeRow(row => compose(row, item), inHeader: false)));

    /// <summary>What is said across all columns when there is no row.</summary>
    public void Empty(string text) => _empty = text;

    internal Table Build()
    {
        if (_columns.Tracks.Count == 0) throw new InvalidOperationException("A table needs columns.");
        return new Table(_columns.Tracks, _header is null ? null : () => ComposeRow(_header, inHeader: true), ComposeRows());
    }

    IEnumerable<TableRow> ComposeRows()
    {
        var count = 0;
        foreach (var row in _rows)
        {
            if (count++ % 2 == 1) row.Fill ??= _style.Stripe;
            yield return row;
        }

        if (count > 0 || _empty is null) yield break;
        yield return ComposeRow(row => row.Cell(_columns.Tracks.Count).Text(_empty).Style(TextStyle.Caption), inHeader: false);
    }

    TableRow ComposeRow(Action<TableRowDescriptor> compose, bool inHeader)
    {
        var row = new TableRow(_style, _columns.Tracks.Count, inHeader) { Fill = inHeader ? _style.HeaderFill : null };
        compose(new TableRowDescriptor(row, inHeader ? _style.HeaderText.Over(_text) : _text, inHeader));
        return row;
    }
}
