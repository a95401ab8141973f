using System.Globalization;
using System.Text;

namespace Interdiction.Documents.Typography;

/// <summary>
/// Turns any string into text that can be set: nothing is dropped, and what has no glyph, or would make the
/// reader see another order than the one written, is named in place as <c>[U+202E]</c>.
/// </summary>
static class ReadableText
{
    /// <summary>Makes a string readable and reports what had to be named.</summary>
    internal static string From(string text, string language, ISet<int> missing)
    {
        if (IsPlain(text)) return text;
        var readable = new StringBuilder(text.Length + 16);
        for (int i = 0, length; i < text.Length; i += length)
        {
            var codePoint = CodePoints.At(text, i, out length);
            if (codePoint == '\r' && i + 1 < text.Length && text[i + 1] == '\n') continue;
            if (codePoint is '\n' or '\r' or 0x85 or 0x2028 or 0x2029) readable.Append('\n');
            else if (codePoint == '\t') readable.Append(' ');
            else if (CanBeSet(codePoint, language)) readable.Append(text, i, length);
            else
            {
                missing.Add(codePoint);
                readable.Append(Placeholder(codePoint));
            }
        }

        return readable.ToString();
    }

    /// <summary>The name a character goes by when it has no glyph.</summary>
    internal static string Placeholder(int codePoint) =>
        string.Create(CultureInfo.InvariantCulture, $"[U+{codePoint:X4}]");

    // Printable ASCII and Latin-1, without the soft hyphen.
    static bool IsPlain(string text)
    {
        foreach (var c in text)
            if (c is not ((>= ' ' and <= '~') or (>= '\u00A0' and <= '\u00FF' and not '\u00AD') or '\n'))
                return false;
        return true;
    }

    static bool CanBeSet(int codePoint, string language) =>
        IsInvisible(codePoint) || (!IsControl(codePoint) && FontLibrary.Find(codePoint, bold: false, language) is not null);

    // C0, C1, lone surrogates, and the embeddings and overrides of UAX #9. Isolates and marks stay: they are
    // closed at the end of their paragraph and are how values are set into a sentence of the other direction.
    static bool IsControl(int codePoint) =>
        codePoint is < 0x20 or (>= 0x7F and <= 0x9F) or (>= 0xD800 and <= 0xDFFF) or (>= 0x202A and <= 0x202E);

    // Characters that rightly show nothing (Default_Ignorable_Code_Point, without the tag characters).
    static bool IsInvisible(int codePoint) => codePoint
        is 0xAD or 0x34F or 0x61C or (>= 0x200B and <= 0x200F) or (>= 0x2060 and <= 0x2064)
        or (>= 0x2066 and <= 0x2069) or (>= 0xFE00 and <= 0xFE0F) or 0xFEFF;
}
