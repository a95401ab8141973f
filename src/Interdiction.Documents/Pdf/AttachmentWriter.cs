using System.Security.Cryptography;
using System.Text;
using static Interdiction.Documents.Pdf.PdfSyntax;

namespace Interdiction.Documents.Pdf;

/// <summary>Writes the files that travel in a document (ISO 32000-1, 7.11.4), associated with the whole of it (ISO 19005-3, 6.8).</summary>
static class AttachmentWriter
{
    /// <returns>Entries of the catalogue; nothing where there is no file.</returns>
    internal static string Write(PdfFile file, DocumentInfo info)
    {
        if (info.Files.Count == 0)
            return "";
        // A name tree is sorted by its keys (7.9.6), here by the bytes of their UTF-16.
        var files = info.Files.OrderBy(x => x.Name, StringComparer.Ordinal).Select(x => (x.Name, Number: Write(file, x, info.Created))).ToList();
        var names = string.Concat(files.Select(x => $"{Text(x.Name)} {Reference(x.Number)}"));
        return $"/Names<</EmbeddedFiles<</Names[{names}]>>>>/AF[{References(files.Select(x => x.Number))}]";
    }

    static int Write(PdfFile file, EmbeddedFile it, DateTimeOffset at)
    {
        var content = it.Content.Span;
#pragma warning disable CA5351 // The format asks for this checksum (7.11.4, table 46). It proves nothing, and is not used to.
        var checksum = Convert.ToHexString(MD5.HashData(content));
#pragma warning restore CA5351
        var stream = file.WriteStream($"/Type/EmbeddedFile/Subtype{Name(it.MediaType)}/Params<</Size {content.Length}/ModDate{Date(at)}/CheckSum<{checksum}>>>", content);
        return file.WriteObject($"<</Type/Filespec/F{Ascii(Plain(it.Name))}/UF{Text(it.Name)}/Desc{Text(it.Description)}/AFRelationship/{it.Relationship}/EF<</F {Reference(stream)}/UF {Reference(stream)}>>>>");
    }

    /// <summary>The name for readers that know ASCII alone.</summary>
    static string Plain(string name) => string.Concat(name.Select(c => char.IsAscii(c) && !char.IsControl(c) ? c : '_'));

    /// <summary>A name object; what is none of its regular characters is written as a number (7.3.5).</summary>
    static string Name(string value) => $"/{string.Concat(Encoding.UTF8.GetBytes(value).Select(x => char.IsAsciiLetterOrDigit((char)x) || x is (byte)'.' or (byte)'-' or (byte)'+' ? $"{(char)x}" : $"#{x:X2}"))}";
}
