using System.Text;
using Interdiction.Documents.Drawing;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Outline;

namespace Interdiction.Documents.Tests;

public class PdfRendererTests
{
    static readonly Document Sample = Document.Compose(Rendered.Info, page =>
    {
        page.Header(h => h.Background(Color.Navy).Padding(4).Text("SENSITIVE").FontColor(Color.White));
        page.Footer(f => f.Text(t =>
        {
            t.PageNumber();
            t.Span("/");
            t.PageCount();
        }));
        page.Content(c => c.Column(column =>
        {
            column.Spacing(8);
            column.Item().Heading(1, "Case (2026) “é”");
            column.Item().Heading(2, "Seizures").Anchor("seizures");
            column.Item().Text(t =>
            {
                t.Span("See ");
                t.LinkTo("seizures", "seizures");
                t.Span(", ");
                t.Link("the treaty", new Uri("https://example.org/a(b)?c=d"));
                t.Span(" and ");
                t.LinkTo("nowhere", "no such place");
            });
            column.Item().Text("السفينة تم تفتيشها").Language("ar");
            column.Item().Text("เรือลำนี้ถูกตรวจค้น").Language("th");
            column.Item().Text("선박 臨検").Bold().Language("ko");
            column.Item().Figure(60, "A track", figure =>
            {
                figure.Rectangle(new Area(0, 0, figure.Width, figure.Height), Color.Paper, new Stroke(Color.Mist));
                figure.Path(VectorPath.Circle(30, 30, 10), Color.Signal.WithOpacity(0.5f));
                figure.Line(new(0, 0), new(figure.Width, figure.Height), new Stroke(Color.Navy));
                figure.Text("label", new(40, 30));
            });
            column.Item().Heading(2, "Persons");
            column.Item().Table(table =>
            {
                table.Columns(columns =>
                {
                    columns.Relative();
                    columns.Relative();
                });
                table.Header(header =>
                {
                    header.Cell().Text("Name");
                    header.Cell().Text("Rank");
                });
                table.Rows(Enumerable.Range(1, 120), (row, i) =>
                {
                    row.HeaderCell().Text($"Person {i}");
                    row.Cell().Text("Master");
                });
            });
        }));
    });

    [Fact]
    public void The_same_document_gives_the_same_bytes() =>
        Assert.Equal(Rendered.Of(Sample).Bytes, Rendered.Of(Sample).Bytes);

    [Fact]
    public void Another_document_has_another_identifier()
    {
        var first = Rendered.Content(c => c.Text("a")).Bytes;
        var second = Rendered.Content(c => c.Text("b")).Bytes;
        static string Id(byte[] bytes) => Encoding.Latin1.GetString(bytes).Split("/ID[<")[1][..32];
        Assert.NotEqual(Id(first), Id(second));
    }

    [Fact]
    public async Task Documents_render_on_many_threads_at_once()
    {
        var expected = Rendered.Of(Sample).Bytes;
        var all = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => Task.Run(() => Rendered.Of(Sample).Bytes)));
        Assert.All(all, bytes => Assert.Equal(expected, bytes));
    }

    [Fact]
    public void The_file_is_sound() => Rendered.Of(Sample).AssertSound();

    [Fact]
    public void The_output_need_not_be_seekable_and_stays_open()
    {
        using var inner = new MemoryStream();
        using (var output = new System.IO.Compression.BrotliStream(inner, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
        {
            Pdf.PdfRenderer.Render(Sample, output);
            Assert.True(output.CanWrite);
        }

        Assert.True(inner.Length > 1_000);
    }

    [Fact]
    public void Information_is_in_the_dictionary_and_in_xmp()
    {
        var info = Rendered.Info with { Title = "A & B <c> \u0001 é", Language = "fr" };
        var rendered = Rendered.Of(Document.Compose(info, _ => { }));
        rendered.AssertSound();
        using var document = PdfDocument.Open(rendered.Bytes);
        Assert.Equal(info.Title, document.Information.Title);
        Assert.Equal("Coordinator", document.Information.Author);
        Assert.Equal("D:20261124040000Z", document.Information.CreationDate);
        Assert.True(document.TryGetXmpMetadata(out var xmp));
        var text = Encoding.UTF8.GetString(xmp.GetXmlBytes());
        Assert.Contains("A &amp; B &lt;c&gt; \uFFFD é", text, StringComparison.Ordinal);
        Assert.Contains("<rdf:li>fr</rdf:li>", text, StringComparison.Ordinal);
        Assert.Contains("2026-11-24T04:00:00Z", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_make_an_outline()
    {
        using var document = PdfDocument.Open(Rendered.Of(Sample).Bytes);
        Assert.True(document.TryGetBookmarks(out var bookmarks));
        var root = Assert.Single(bookmarks.Roots);
        Assert.Equal("Case (2026) “é”", root.Title);
        Assert.Equal(["Seizures", "Persons"], root.Children.Select(child => child.Title));
        Assert.All(root.Children, child => Assert.IsType<DocumentBookmarkNode>(child));
    }

    [Fact]
    public void Links_lead_to_addresses_and_anchors_and_not_to_nowhere()
    {
        using var document = PdfDocument.Open(Rendered.Of(Sample).Bytes);
        var links = document.GetPage(1).GetAnnotations().ToList();
        Assert.Equal(2, links.Count);
        Assert.Contains(links, link => link.Content == "https://example.org/a(b)?c=d");
    }

    [Fact]
    public void The_structure_tells_headings_tables_figures_and_languages()
    {
        var (exit, structure) = Rendered.Of(Sample).Run("pdfinfo", "-struct-text", "{file}");
        Assert.Equal(0, exit);
        foreach (var expected in new[] { "H1", "H2", "Figure", "Table", "THead", "TBody", "TH", "TD", "Link" })
            Assert.Contains(expected, structure, StringComparison.Ordinal);
        Assert.Contains("\"Case (2026) “é”\"", structure, StringComparison.Ordinal);
        Assert.Equal(1, structure.Split("\"Name\"").Length - 1);
        Assert.DoesNotContain("SENSITIVE", structure, StringComparison.Ordinal);
    }
}
