using System.IO.Compression;
using System.Text;
using UglyToad.PdfPig;

namespace Interdiction.Tests.Access;

/// <summary>All that an answer shows, in any way that a curious reader could get at it.</summary>
static class Visible
{
    const string Pdf = "application/pdf";

    public static string In(Answer answer)
    {
        var text = new StringBuilder(Encoding.Latin1.GetString(answer.Bytes));
        foreach (var (name, values) in answer.Headers.Concat(answer.ContentHeaders))
            text.Append('\n').Append(name).Append(": ").AppendJoin(", ", values);
        if (answer.ContentHeaders.ContentType?.MediaType is Pdf)
            text.Append('\n').Append(OfPdf(answer.Bytes));
        return text.ToString();
    }

    /// <summary>The words of every page, joined where lines break, and every stream and string as it lies in the file.</summary>
    public static string OfPdf(byte[] file)
    {
        var text = new StringBuilder();
        using (var document = PdfDocument.Open(file))
        {
            foreach (var page in document.GetPages())
                text.Append(string.Concat(page.Letters.Select(x => x.Value)).Replace(" ", "", StringComparison.Ordinal)).Append('\n');
            text.Append(document.Information.Title).Append('\n').Append(document.Information.Subject).Append('\n').Append(document.Information.Keywords).Append('\n');
        }
        foreach (var stream in Streams(file).Prepend(file))
            text.Append(Encoding.Latin1.GetString(stream).Replace("\0", "", StringComparison.Ordinal)).Append('\n');
        return text.ToString();
    }

    static IEnumerable<byte[]> Streams(byte[] file)
    {
        for (var at = file.AsSpan().IndexOf("stream"u8); at >= 0;)
        {
            var start = at + 6;
            while (start < file.Length && file[start] is (byte)'\r' or (byte)'\n')
                start++;
            if (Inflate(file, start) is { } inflated)
                yield return inflated;
            var next = file.AsSpan(start).IndexOf("stream"u8);
            at = next < 0 ? -1 : start + next;
        }
    }

    static byte[]? Inflate(byte[] file, int start)
    {
        try
        {
            using var inflated = new MemoryStream();
            using var stream = new ZLibStream(new MemoryStream(file, start, file.Length - start), CompressionMode.Decompress);
            stream.CopyTo(inflated);
            return inflated.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
