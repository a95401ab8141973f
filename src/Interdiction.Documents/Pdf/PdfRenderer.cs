namespace Interdiction.Documents.Pdf;

/// <summary>Renders a document as PDF 1.7. The same document gives the same bytes.</summary>
public static class PdfRenderer
{
    /// <summary>Writes a document.</summary>
    /// <param name="document">What to render.</param>
    /// <param name="output">Written to from its position on and left open; it need not be seekable. After an exception it holds a part of a file.</param>
    /// <returns>How many pages there are, and which characters could only be named.</returns>
    /// <exception cref="DocumentLayoutException">Margins, header and footer leave no room.</exception>
    public static RenderResult Render(Document document, Stream output) => Render(document, output, null).Result;

    /// <summary>Writes a document that is signed as a whole.</summary>
    /// <returns>The file.</returns>
    /// <exception cref="DocumentLayoutException">Margins, header and footer leave no room.</exception>
    public static async Task<byte[]> Sign(Document document, IPdfSigner signer, CancellationToken stop)
    {
        using var output = new MemoryStream();
        var room = Render(document, output, signer).Room!;
        var file = output.ToArray();
        await room.Fill(file, signer, stop);
        return file;
    }

    static (RenderResult Result, PdfSignature? Room) Render(Document document, Stream output, IPdfSigner? signer)
    {
        var canvas = new PdfCanvas(new PdfFile(output));
        var layout = document.LayOut(canvas);
        var room = canvas.Finish(document.Info, layout.Structure, signer);
        return (new RenderResult(layout.PageCount, layout.MissingCharacters), room);
    }
}

/// <summary>What came of a rendering.</summary>
/// <param name="PageCount">Pages in the file.</param>
/// <param name="MissingCharacters">Characters shown by name, in order of their code points.</param>
public sealed record RenderResult(int PageCount, IReadOnlyList<MissingCharacter> MissingCharacters);
