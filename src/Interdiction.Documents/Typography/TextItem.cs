using HarfBuzzSharp;

namespace Interdiction.Documents.Typography;

/// <summary>UTF-16 range [Start, End) that can be shaped at once: one style, face, script and level.</summary>
readonly record struct TextItem(int Start, int End, SpanStyle Style, FontFace Face, Script Script, int Level)
{
    internal bool IsRightToLeft => (Level & 1) == 1;
}

/// <summary>Cuts a paragraph into items (UAX #24 for scripts).</summary>
static class Itemizer
{
    /// <param name="text">A paragraph of readable text.</param>
    /// <param name="styles">Its styles, in order and without gaps.</param>
    /// <param name="levels">Bidi level of each UTF-16 unit, or null when all are 0.</param>
    internal static List<TextItem> Cut(string text, IReadOnlyList<StyledRange> styles, byte[]? levels)
    {
        var items = new List<TextItem>(styles.Count);
        foreach (var range in styles) Cut(text, range, levels, items);
        return items;
    }

    static void Cut(string text, StyledRange range, byte[]? levels, List<TextItem> items)
    {
        FontFace? face = null;
        var script = Script.Common;
        var start = range.Start;
        for (int i = range.Start, length; i < range.End; i += length)
        {
            var codePoint = CodePoints.At(text, i, out length);
            var own = ScriptOf(codePoint);
            var neutral = own == Script.Common || own == Script.Inherited;
            var next = neutral ? script : own;
            var nextFace = FaceOf(codePoint, range.Style, face, neutral);
            var cut = i > start && (nextFace != face || (next != script && script != Script.Common)
                || (levels is not null && levels[i] != levels[start]));
            if (cut)
            {
                items.Add(new TextItem(start, i, range.Style, face!, script, levels?[start] ?? 0));
                start = i;
                next = own;
            }

            (face, script) = (nextFace, next);
        }

        if (start < range.End)
            items.Add(new TextItem(start, range.End, range.Style, face!, script, levels?[start] ?? 0));
    }

    // Marks, joiners and punctuation stay in the face of what they stand beside; digits come from one face everywhere.
    static FontFace FaceOf(int codePoint, SpanStyle style, FontFace? previous, bool neutral)
    {
        if (neutral && previous is not null && !char.IsAsciiDigit((char)Math.Min(codePoint, char.MaxValue)) && previous.Holds(codePoint))
            return previous;
        return FontLibrary.Find(codePoint, style.Bold, style.Language) ?? previous ?? FontLibrary.Primary(style.Bold);
    }

    static Script ScriptOf(int codePoint) => codePoint < 0x80
        ? char.IsAsciiLetter((char)codePoint) ? Script.Latin : Script.Common
        : UnicodeFunctions.Default.GetScript((uint)codePoint);
}
