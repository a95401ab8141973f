using System.Text;
using UglyToad.PdfPig;

namespace Interdiction.Documents.Tests;

/// <summary>Files that travel in a document.</summary>
public sealed class EmbeddedFileTests
{
    static readonly byte[] Record = Encoding.UTF8.GetBytes("{\"ship\":\"琥珀丸\"}");

    static Rendered With(params EmbeddedFile[] files) => Rendered.Of(Document.Compose(Rendered.Info with { Files = files }, page => page.Content(x => x.Text("See the attachment."))));

    [Fact]
    public void They_come_out_byte_for_byte()
    {
        var it = With(
            new EmbeddedFile("record.json", "application/json", Record, "The record as it is shown"),
            new EmbeddedFile("(odd) ñame\\ 船.bin", "application/octet-stream", ReadOnlyMemory<byte>.Empty, "Nothing") { Relationship = FileRelationship.Supplement });
        it.AssertSound();
        using var document = PdfDocument.Open(it.Bytes);
        Assert.True(document.Advanced.TryGetEmbeddedFiles(out var files));
        Assert.Equal([("(odd) ñame\\ 船.bin", 0), ("record.json", Record.Length)], files.Select(x => (x.Name, x.Bytes.Length)));
        Assert.Equal(Record, files[1].Bytes.ToArray());
        Assert.Contains("record.json", it.Run("pdfdetach", "-list", "{file}").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_catalogue_says_what_they_are_to_it()
    {
        var text = With(new EmbeddedFile("record.json", "application/json", Record, "The record")).Run("qpdf", "--qdf", "--object-streams=disable", "{file}", "-").Output;
        foreach (var word in new[] { "/AF [", "/AFRelationship /Data", "/EmbeddedFiles", "/Subtype /application#2fjson" })
            Assert.Contains(word, text, StringComparison.Ordinal);
        Assert.DoesNotContain("/EmbeddedFiles", With().Run("qpdf", "--qdf", "--object-streams=disable", "{file}", "-").Output, StringComparison.Ordinal);
    }
}
