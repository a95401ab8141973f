using Interdiction.Documents;
using Interdiction.Documents.Drawing;

namespace Interdiction.Reporting;

/// <summary>The blocks that reports are built of.</summary>
static class Blocks
{
    /// <summary>A section with its heading.</summary>
    public static void Section(this ColumnDescriptor column, string heading, Action<ColumnDescriptor> content, int level = 3) =>
        column.Item().PaddingTop(level < 3 ? 14 : 9).Section().Column(inner =>
        {
            inner.Spacing(4);
            inner.Item().Heading(level, heading);
            content(inner);
        });

    /// <summary>Labels and values in two columns of pairs, over a quiet background.</summary>
    public static void Grid(this ColumnDescriptor column, params IEnumerable<(string Label, string Value)> pairs) =>
        column.Item().Background(Color.Paper).Padding(8).Column(rows =>
        {
            rows.Spacing(5);
            foreach (var two in pairs.Chunk(2))
                rows.Item().KeepTogether().Row(row =>
                {
                    row.Spacing(16);
                    Pair(row.Relative(), two[0]);
                    if (two.Length > 1)
                        Pair(row.Relative(), two[1]);
                    else
                        row.Relative();
                });
        });

    /// <summary>A table with a header on each page; where there is no row it says so.</summary>
    public static void Table<T>(this ColumnDescriptor column, string empty, (string Head, float Share)[] columns, IReadOnlyCollection<T> rows, Func<T, string[]> cells) =>
        column.Item().Table(table =>
        {
            table.Columns(x => Array.ForEach(columns, c => x.Relative(c.Share)));
            table.Header(x => Array.ForEach(columns, c => x.Cell().Text(c.Head)));
            table.Empty(empty);
            table.Rows(rows, (row, item) =>
            {
                foreach (var cell in cells(item))
                    row.Cell().Text(cell).Style(new TextStyle { Size = 8.5f });
            });
        });

    /// <summary>Something that the reader must not miss.</summary>
    public static void Notice(this ColumnDescriptor column, string text) =>
        column.Item().BorderStart(new Stroke(Color.Signal, 2)).PaddingStart(8).PaddingVertical(2).Text(text);

    static void Pair(Container place, (string Label, string Value) pair) => place.Column(x =>
    {
        x.Item().Text(pair.Label).Style(TextStyle.Caption with { Size = 7.5f });
        x.Item().Text(pair.Value);
    });
}
