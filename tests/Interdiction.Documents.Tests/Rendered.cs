using System.Diagnostics;
using Interdiction.Documents.Pdf;
using UglyToad.PdfPig;

namespace Interdiction.Documents.Tests;

/// <summary>A rendered document and what independent readers make of it.</summary>
sealed record Rendered(byte[] Bytes, RenderResult Result)
{
    public static readonly DocumentInfo Info =
        new("Case 2026-0147", new DateTimeOffset(2026, 11, 24, 4, 0, 0, TimeSpan.Zero)) { Author = "Coordinator", Subject = "Case report" };

    public static Rendered Of(Document document)
    {
        using var output = new MemoryStream();
        var result = PdfRenderer.Render(document, output);
        return new Rendered(output.ToArray(), result);
    }

    public static Rendered Page(Action<PageDescriptor> page) => Of(Document.Compose(Info, page));

    /// <summary>A document on A4 with this content.</summary>
    public static Rendered Content(Action<Container> content) => Page(page => page.Content(content));

    public static Rendered Column(Action<ColumnDescriptor> column) => Content(c => c.Column(column));

    /// <summary>Text of each page in the order it is drawn, as PdfPig reads it.</summary>
    public IReadOnlyList<string> Pages
    {
        get
        {
            using var document = PdfDocument.Open(Bytes);
            return [.. document.GetPages().Select(page => page.Text)];
        }
    }

    /// <summary>All text as poppler reads it.</summary>
    public string PdfToText(params string[] options) => Run("pdftotext", [.. options, "-enc", "UTF-8", "{file}", "-"]).Output;

    public void AssertSound()
    {
        var (exit, output) = Run("qpdf", ["--check", "{file}"]);
        Assert.True(exit == 0, output);
        Assert.DoesNotContain("WARNING", output, StringComparison.Ordinal);
        Assert.Equal(Result.PageCount, Pages.Count);
    }

    public (int Exit, string Output) Run(string program, params string[] arguments)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, Bytes);
            var start = new ProcessStartInfo(program, arguments.Select(a => a.Replace("{file}", file, StringComparison.Ordinal)))
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = System.Text.Encoding.UTF8,
            };
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + error.Result);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
