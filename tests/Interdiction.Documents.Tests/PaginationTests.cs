using Interdiction.Documents.Drawing;

namespace Interdiction.Documents.Tests;

public class PaginationTests
{
    static string Words(int count) => string.Join(' ', Enumerable.Range(1, count).Select(i => $"w{i}"));

    [Fact]
    public void An_empty_document_is_one_page()
    {
        var rendered = Rendered.Page(_ => { });
        rendered.AssertSound();
        Assert.Equal(1, rendered.Result.PageCount);
    }

    [Fact]
    public void A_long_paragraph_flows_over_pages()
    {
        var rendered = Rendered.Content(c => c.Text(Words(5_000)));
        rendered.AssertSound();
        Assert.True(rendered.Result.PageCount > 2);
        Assert.Equal(Words(5_000), string.Join(' ', rendered.PdfToText().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public void Header_and_footer_tell_the_page_and_how_many_there_are()
    {
        var rendered = Rendered.Page(page =>
        {
            page.Header(h => h.PaddingBottom(10).Text("SENSITIVE"));
            page.Footer(f => f.Text(t =>
            {
                t.Span("Page ");
                t.PageNumber();
                t.Span(" of ");
                t.PageCount();
            }).AlignEnd());
            page.Content(c => c.Text(Words(3_000)));
        });
        rendered.AssertSound();
        Assert.All(rendered.Pages.Index(), page =>
        {
            Assert.Contains("SENSITIVE", page.Item, StringComparison.Ordinal);
            Assert.Contains($"Page {page.Index + 1} of {rendered.Result.PageCount}", page.Item, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Page_numbers_in_the_body_are_refused() =>
        Assert.Throws<InvalidOperationException>(() => Rendered.Content(c => c.Text(t => t.PageNumber())));

    [Theory]
    [InlineData(595.28, 841.89)]
    [InlineData(612, 792)]
    [InlineData(841.89, 595.28)]
    public void The_sheet_has_the_size_asked_for(double width, double height)
    {
        var size = new PageSize((float)width, (float)height);
        using var document = UglyToad.PdfPig.PdfDocument.Open(Rendered.Page(page => page.Size(size)).Bytes);
        Assert.Equal(width, document.GetPage(1).Width, 2);
        Assert.Equal(height, document.GetPage(1).Height, 2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_heading_is_never_the_last_on_its_page(int headings)
    {
        for (var filler = 30f; filler < 120; filler += 7)
        {
            var room = PageSize.A4.Height - 90 - filler;
            var rendered = Rendered.Column(column =>
            {
                column.Item().Figure(room, "filler", _ => { });
                for (var level = 1; level <= headings; level++) column.Item().Heading(level, $"Heading{level}");
                column.Item().Text("Body text follows. " + Words(200));
            });
            var page = Assert.Single(rendered.Pages.Index(), p => p.Item.Contains("Heading1", StringComparison.Ordinal));
            Assert.Contains("Body text", page.Item, StringComparison.Ordinal);
            Assert.Contains($"Heading{headings}", page.Item, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_is_kept_together_goes_to_the_next_page()
    {
        var rendered = Rendered.Column(column =>
        {
            column.Item().Figure(600, "filler", _ => { });
            column.Item().KeepTogether().Text(Words(800));
        });
        Assert.Equal(2, rendered.Result.PageCount);
        Assert.DoesNotContain("w1 ", rendered.Pages[0], StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_page_can_hold_is_split_or_made_smaller()
    {
        var height = 0f;
        var rendered = Rendered.Column(column =>
        {
            column.Item().KeepTogether().Text(Words(5_000));
            column.Item().Figure(5_000, "too tall", figure => height = figure.Height);
        });
        rendered.AssertSound();
        Assert.Equal(PageSize.A4.Height - 90, height, 0.1);
        Assert.Equal(5_000, rendered.PdfToText().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void A_page_break_ends_the_page()
    {
        var rendered = Rendered.Column(column =>
        {
            column.Item().Text("first");
            column.PageBreak();
            column.Item().Text("second");
        });
        Assert.Equal(["first", "second"], rendered.Pages);
    }

    [Fact]
    public void No_line_is_left_alone_on_a_page()
    {
        for (var filler = 690f; filler < 752; filler += 5)
        {
            var rendered = Rendered.Column(column =>
            {
                column.Item().Figure(filler, "filler", _ => { });
                column.Item().Text("l1\nl2\nl3\nl4");
            });
            var first = rendered.Pages[0].Length;
            Assert.True(first is 0 or 4 or 8, $"{first / 2} lines");
        }
    }

    [Fact]
    public void Margins_that_leave_no_room_are_refused() =>
        Assert.Throws<DocumentLayoutException>(() => Rendered.Page(page => page.Margin(500)));

    [Fact]
    public void Columns_of_a_row_go_on_by_themselves()
    {
        var rendered = Rendered.Content(c => c.Row(row =>
        {
            row.Spacing(20);
            row.Relative(2).Text(Words(1_500));
            row.Fixed(100).Background(Color.Paper).Text("aside");
            row.Auto().Text("auto");
        }));
        rendered.AssertSound();
        Assert.True(rendered.Result.PageCount > 1);
        Assert.Single(rendered.Pages, page => page.Contains("aside", StringComparison.Ordinal));
        Assert.Contains("w1500", rendered.Pages[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_container_holds_one_element() =>
        Assert.Throws<InvalidOperationException>(() => Rendered.Content(c =>
        {
            c.Text("one");
            c.Text("two");
        }));
}
