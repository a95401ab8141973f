using Interdiction.Documents.Drawing;

namespace Interdiction.Documents.Tests;

/// <summary>Whatever is composed of whatever text, a sound file comes out.</summary>
public class AnyContentTests
{
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Any_composition_of_any_text_is_rendered(int seed)
    {
        var rendered = Rendered.Page(page =>
        {
            var random = new Random(seed);
            page.DefaultTextStyle(new TextStyle { Size = 7 });
            page.Size(new PageSize(200 + random.Next(300), 200 + random.Next(400)));
            page.Margin(random.Next(40));
            if (random.Next(3) == 0) page.RightToLeft();
            page.Header(h => h.Text(AnyText(new Random(seed), 20)));
            page.Footer(f => f.Text(t => t.PageNumber()));
            page.Content(c => Fill(c, random, 0, length => AnyText(random, length)));
        });
        rendered.AssertSound();
        var (_, text) = rendered.Run("pdftotext", "{file}", "-");
        Assert.DoesNotContain("Syntax Error", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Any_text_is_shown_whole_in_any_width(int seed)
    {
        var random = new Random(seed);
        var text = string.Concat(Enumerable.Range(0, 400).Select(_ => "abc defg-hij/ 12,3 "[random.Next(19)]));
        var rendered = Rendered.Content(c => c.Width(1 + random.Next(300)).Text(text));
        Assert.Equal(Compact(text), Compact(rendered.PdfToText("-raw")));
    }

    [Fact]
    public void No_word_is_lost_or_told_twice()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var expected = 0;
            var told = new List<string>();
            var document = Document.Compose(Rendered.Info, page =>
            {
                expected = 0;
                var random = new Random(seed);
                page.Size(new PageSize(300 + random.Next(300), 200 + random.Next(400)));
                page.DefaultTextStyle(new TextStyle { Size = 5 });
                page.Content(c => Fill(c, random, 0, count => string.Join(' ', Enumerable.Range(0, count).Select(_ => $"w{expected++}"))));
            });
            document.LayOut(new PageCounter(() => { }, text => told.AddRange(text.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
            told.RemoveAll(word => word is "head" or "figure");
            // Narrow columns break words, so characters are counted.
            var words = string.Concat(Enumerable.Range(0, expected).Select(i => $"w{i}"));
            Assert.True(words.Order().SequenceEqual(string.Concat(told).Order()), $"seed {seed}: {words.Length} characters in, {told.Sum(t => t.Length)} out");
        }
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    static string Compact(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    static void Fill(Container container, Random random, int depth, Func<int, string> text)
    {
        container = Decorate(container, random);
        switch (depth > 3 ? 0 : random.Next(7))
        {
            case 0 or 1:
                container.Text(text(random.Next(300))).Align((TextAlignment)random.Next(3)).FontSize(4 + random.Next(6));
                break;
            case 2:
                container.Heading(1 + random.Next(6), text(random.Next(30)));
                break;
            case 3:
                container.Figure(random.Next(900), "figure", figure => figure.Text("figure", new(5, 5)));
                break;
            case 4:
                container.Row(row =>
                {
                    row.Spacing(random.Next(12));
                    Fill(row.Relative(1 + random.Next(3)), random, depth + 1, text);
                    Fill(row.Fixed(60 + random.Next(60)), random, depth + 1, text);
                    Fill(row.Auto(), random, depth + 2, text);
                });
                break;
            case 5:
                container.Table(table =>
                {
                    table.Columns(columns =>
                    {
                        columns.Relative();
                        columns.Fixed(50 + random.Next(40));
                    });
                    table.Header(header => header.Cell(2).Text("head"));
                    for (var i = random.Next(12); i >= 0; i--)
                        table.Row(row =>
                        {
                            Fill(row.Cell(), random, depth + 2, text);
                            Fill(row.Cell(), random, depth + 2, text);
                        });
                });
                break;
            default:
                container.Column(column =>
                {
                    column.Spacing(random.Next(12));
                    for (var i = random.Next(8); i >= 0; i--)
                    {
                        Fill(column.Item(), random, depth + 1, text);
                        if (random.Next(9) == 0) column.PageBreak();
                    }
                });
                break;
        }
    }

    static Container Decorate(Container container, Random random) => random.Next(12) switch
    {
        0 => container.Padding(random.Next(30)),
        1 => container.KeepTogether(),
        2 => container.KeepWithNext(),
        3 => container.Border(new Stroke(Color.Navy)).MinHeight(random.Next(600)),
        4 => container.AlignCenter().AlignMiddle(),
        5 => container.AlignEnd().Width(60 + random.Next(200)),
        _ => container,
    };

    static string AnyText(Random random, int length)
    {
        var blocks = new[] { (0x20, 0x7F), (0x20, 0x7F), (0x0, 0xFF), (0x590, 0x6FF), (0xE00, 0xE7F), (0x3000, 0x30FF), (0xAC00, 0xAD00), (0x2000, 0x206F), (0xD800, 0xDFFF), (0x300, 0x36F), (0, 0xFFFF) };
        var text = new char[length];
        for (var i = 0; i < length;)
        {
            var (first, last) = blocks[random.Next(blocks.Length)];
            for (var end = Math.Min(length, i + 1 + random.Next(12)); i < end; i++) text[i] = (char)random.Next(first, last + 1);
        }

        return new string(text);
    }
}
