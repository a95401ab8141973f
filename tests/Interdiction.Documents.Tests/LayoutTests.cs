using Interdiction.Documents.Drawing;
using UglyToad.PdfPig;

namespace Interdiction.Documents.Tests;

public class LayoutTests
{
    const float Margin = 45;

    /// <summary>A small photograph: 24 by 12 pixels of blue fading to white.</summary>
    static readonly byte[] Photograph = Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+"
        + "gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAMABgDASIA"
        + "AhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAYE/8QAGRAAAQUAAAAAAAAAAAAAAAAAAAMUFVJi/8QAFgEBAQEAAAAAAAAAAAAAAAAAAAIE/8QA"
        + "FxEBAAMAAAAAAAAAAAAAAAAAAAERE//aAAwDAQACEQMRAD8AwQmRCZLtolUNEqmneU0hITILtolUDeSn/9k=");

    static (double Left, double Right) Edges(Rendered rendered, string word)
    {
        using var document = PdfDocument.Open(rendered.Bytes);
        var found = Assert.Single(document.GetPage(1).GetWords(), w => w.Text == word);
        return (found.BoundingBox.Left, found.BoundingBox.Right);
    }

    [Fact]
    public void Fixed_automatic_and_relative_items_share_the_width()
    {
        var rendered = Rendered.Content(c => c.Row(row =>
        {
            row.Spacing(12);
            row.Fixed(88).Text("fixed");
            row.Auto().Text("automatic");
            row.Relative().Text("first");
            row.Relative().Text("second");
        }));
        var automatic = Edges(rendered, "automatic");
        var (first, second) = (Edges(rendered, "first").Left, Edges(rendered, "second").Left);
        Assert.Equal(Margin + 100, automatic.Left, 1.5);
        Assert.Equal(automatic.Right + 12, first, 1.5);
        Assert.Equal((PageSize.A4.Width - Margin - first + 12) / 2, second - first, 1.5);
    }

    [Fact]
    public void Right_to_left_pages_mirror_rows_tables_and_padding()
    {
        var rendered = Rendered.Page(page =>
        {
            page.RightToLeft();
            page.Content(c => c.PaddingStart(20).Column(column =>
            {
                column.Item().Row(row =>
                {
                    row.Fixed(100).Text("first");
                    row.Relative().Text("rest").AlignEnd();
                });
                column.Item().Table(table =>
                {
                    table.Columns(columns =>
                    {
                        columns.Fixed(100);
                        columns.Relative();
                    });
                    table.Row(row =>
                    {
                        row.Cell().Text("cell");
                        row.Cell().Text("other");
                    });
                });
            }));
        });
        var start = PageSize.A4.Width - Margin - 20;
        Assert.Equal(start, Edges(rendered, "first").Right, 1.5);
        Assert.Equal(Margin, Edges(rendered, "rest").Left, 1.5);
        Assert.Equal(start, Edges(rendered, "cell").Right, 1.5);
        Assert.Equal(start - 104, Edges(rendered, "other").Right, 1.5);
    }

    [Fact]
    public void Paragraphs_start_where_they_run_from_and_columns_where_the_page_does()
    {
        var paragraph = Rendered.Content(c => c.Text("السفينة"));
        var cell = Rendered.Content(c => c.Row(row => row.Relative().Text("السفينة")));
        var given = Rendered.Content(c => c.Row(row => row.Relative().Text("السفينة").Direction(TextDirection.RightToLeft)));
        static double Left(Rendered rendered)
        {
            using var document = PdfDocument.Open(rendered.Bytes);
            return document.GetPage(1).Letters.Min(letter => letter.BoundingBox.Left);
        }

        Assert.True(Left(paragraph) > 400);
        Assert.Equal(Margin, Left(cell), 1.5);
        Assert.True(Left(given) > 400);
    }

    [Fact]
    public void Alignment_moves_text_and_elements()
    {
        var rendered = Rendered.Column(column =>
        {
            column.Item().Text("start");
            column.Item().Text("centre").AlignCenter();
            column.Item().Text("end").AlignEnd();
            column.Item().AlignEnd().Background(Color.Paper).Text("badge");
        });
        Assert.Equal(Margin, Edges(rendered, "start").Left, 1.5);
        var centre = Edges(rendered, "centre");
        Assert.Equal(PageSize.A4.Width / 2, (centre.Left + centre.Right) / 2, 1.5);
        Assert.Equal(PageSize.A4.Width - Margin, Edges(rendered, "end").Right, 1.5);
        Assert.Equal(PageSize.A4.Width - Margin, Edges(rendered, "badge").Right, 1.5);
    }

    [Fact]
    public void Text_inherits_what_it_does_not_say()
    {
        var rendered = Rendered.Page(page =>
        {
            page.DefaultTextStyle(new TextStyle { Size = 12 });
            page.Content(c => c.DefaultTextStyle(new TextStyle { Bold = true, Color = Color.Signal }).Text(t =>
            {
                t.Span("inherited ");
                t.Span("own").FontSize(20).FontColor(Color.FromHex("#00FF00"));
            }));
        });
        using var document = PdfDocument.Open(rendered.Bytes);
        var letters = document.GetPage(1).Letters;
        Assert.Equal([12, 20], letters.Select(l => Math.Round(l.PointSize)).Distinct());
        Assert.All(letters, letter => Assert.EndsWith("NotoSans-Bold", letter.FontName, StringComparison.Ordinal));
        var (red, green, blue) = letters[^1].Color.ToRGBValues();
        Assert.Equal((0.0, 1.0, 0.0), (red, green, blue));
    }

    [Fact]
    public void A_photograph_keeps_its_shape_and_is_embedded_once()
    {
        var image = JpegImage.From(Photograph);
        var rendered = Rendered.Column(column =>
        {
            for (var i = 0; i < 3; i++) column.Item().Image(image, 60, "The hold");
        });
        rendered.AssertSound();
        using var document = PdfDocument.Open(rendered.Bytes);
        var images = document.GetPage(1).GetImages().ToList();
        Assert.Equal(3, images.Count);
        Assert.All(images, drawn => Assert.Equal((120, 60), (Math.Round(drawn.BoundingBox.Width), Math.Round(drawn.BoundingBox.Height))));
        Assert.Single(rendered.Run("pdfimages", "-list", "{file}").Output.Split('\n').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(l => l.Length > 10 && l[2] == "image").Select(l => l[10]).Distinct());
    }

    [Theory]
    [InlineData("")]
    [InlineData("/9j/4AAQSkZJRg==")]
    [InlineData("iVBORw0KGgo=")]
    public void What_is_no_photograph_is_refused(string base64) =>
        Assert.Throws<FormatException>(() => JpegImage.From(Convert.FromBase64String(base64)));

    [Fact]
    public void A_figure_needs_words() =>
        Assert.Throws<ArgumentException>(() => Rendered.Content(c => c.Figure(10, " ", _ => { })));
}
