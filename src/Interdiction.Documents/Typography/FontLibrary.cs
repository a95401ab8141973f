namespace Interdiction.Documents.Typography;

/// <summary>The typefaces at hand and the order in which they are asked for a character.</summary>
static class FontLibrary
{
    static readonly FontFamily Latin = new("NotoSans", hasBold: true, (0x0, 0x10FFFF));
    static readonly FontFamily Arabic = new("NotoSansArabic", hasBold: true,
        (0x600, 0x6FF), (0x750, 0x77F), (0x870, 0x8FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF));
    static readonly FontFamily Thai = new("NotoSansThai", hasBold: true, (0xE00, 0xE7F));
    static readonly FontFamily Japanese = new("NotoSansJP", hasBold: false,
        (0x2000, 0xA4CF), (0xF900, 0xFAFF), (0xFE10, 0xFE6F), (0xFF00, 0xFFEF), (0x1F100, 0x1F2FF), (0x20000, 0x3FFFF));
    static readonly FontFamily Korean = new("NotoSansKR", hasBold: false,
        (0x1100, 0x11FF), (0x2000, 0xA4CF), (0xA960, 0xA97F), (0xAC00, 0xD7FF), (0xF900, 0xFAFF), (0xFF00, 0xFFEF));

    static readonly FontFamily[] Chain = [Latin, Arabic, Thai, Japanese, Korean];
    static readonly FontFamily[] KoreanChain = [Latin, Arabic, Thai, Korean, Japanese];

    /// <summary>The face whose metrics set the lines, whatever faces stand in them.</summary>
    internal static FontFace Primary(bool bold) => Latin.Face(bold);

    /// <summary>The face for a character, or null when no face has it.</summary>
    /// <param name="codePoint">The character.</param>
    /// <param name="bold">Whether a bold face is wanted.</param>
    /// <param name="language">BCP 47 tag; Korean takes its own forms of Han characters.</param>
    internal static FontFace? Find(int codePoint, bool bold, string language)
    {
        foreach (var family in language.StartsWith("ko", StringComparison.Ordinal) ? KoreanChain : Chain)
            if (family.FaceFor(codePoint, bold) is { } face)
                return face;
        return null;
    }
}
