using Interdiction.Documents;
using Interdiction.Documents.Drawing;

namespace Interdiction.Reporting;

/// <summary>A part of a document that is being written, with the blocks that reports are built of. Headings, labels and heads of columns are given in English.</summary>
sealed class Leaf(ColumnDescriptor column, Wording words)
{
    public Wording Words => words;

    /// <summary>What no block is for.</summary>
    public ColumnDescriptor Column => column;

    /// <summary>A section with its heading.</summary>
    public void Section(string heading, Action<Leaf> content, int level = 3) =>
        column.Item().PaddingTop(level < 3 ? 14 : 9).Section().Column(inner =>
        {
            inner.Spacing(4);
            inner.Item().Heading(level, words[heading]);
            content(new Leaf(inner, words));
        });

    /// <summary>Labels and values in two columns of pairs, over a quiet background.</summary>
    public void Grid(params IEnumerable<(string Label, string Value)> pairs) => Grid(column.Item(), pairs);

    /// <summary>Labels and values beside something of a fixed width.</summary>
    public void GridBeside(float width, Action<Container> beside, params IEnumerable<(string Label, string Value)> pairs) =>
        column.Item().Row(row =>
        {
            row.Spacing(12);
            Grid(row.Relative(), pairs);
            beside(row.Fixed(width));
        });

    /// <summary>A table with a header on each page; where there is no row it says so.</summary>
    public void Table<T>(string empty, (string Head, float Share)[] columns, IReadOnlyCollection<T> rows, Func<T, string[]> cells) =>
        column.Item().Table(table =>
        {
            table.Columns(x => Array.ForEach(columns, c => x.Relative(c.Share)));
            table.Header(x => Array.ForEach(columns, c => x.Cell().Text(words[c.Head])));
            table.Empty(empty.Length == 0 ? "" : words[empty]);
            table.Rows(rows, (row, item) =>
            {
                foreach (var cell in cells(item))
                    row.Cell().Text(cell).Style(new TextStyle { Size = 8.5f });
            });
        });

    public void Text(string text) => column.Item().Text(text);

    /// <summary>Something that explains what stands beside it.</summary>
    public void Remark(string text) => column.Item().PaddingTop(4).Text(text).Style(TextStyle.Caption);

    /// <summary>Something that the reader must not miss.</summary>
    public void Notice(string text) =>
        column.Item().PaddingBottom(5).BorderStart(new Stroke(Color.Signal, 2)).PaddingStart(8).PaddingVertical(2).Text(text);

    /// <summary>Something that may hurt who handles the goods.</summary>
    public void Danger(string text) =>
        column.Item().PaddingBottom(8).Border(new Stroke(Color.Signal, 1.5f)).PaddingHorizontal(8).PaddingVertical(5).Text(text).Bold();

    /// <summary>A QR code of an id, with what it is the id of.</summary>
    public static void Square(Container place, Guid id, float side, string caption, string alternativeText) => place.Column(x =>
    {
        x.Item().Figure(side, alternativeText, figure => SquareCode.Draw(figure, $"urn:uuid:{id}"));
        x.Item().Text(caption).Style(TextStyle.Caption with { Size = 7 }).AlignCenter();
    });

    void Grid(Container place, IEnumerable<(string Label, string Value)> pairs) =>
        place.Background(Color.Paper).Padding(8).Column(rows =>
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

    void Pair(Container place, (string Label, string Value) pair) => place.Column(x =>
    {
        x.Item().Text(words[pair.Label]).Style(TextStyle.Caption with { Size = 7.5f });
        x.Item().Text(pair.Value);
    });
}
