using Interdiction.Documents.Typography;

namespace Interdiction.Documents.Pdf;

/// <summary>
/// A face as used in one document. Each pair of a glyph and the text it stands for has a code of its own, so
/// that what is copied out of the document is never ambiguous.
/// </summary>
sealed class PdfFont(FontFace face, int number, string name)
{
    readonly Dictionary<(ushort Glyph, string Text), ushort> codes = [];
    readonly List<(ushort Glyph, string Text)> entries = [(0, "")];

    internal FontFace Face => face;

    /// <summary>Object number.</summary>
    internal int Number => number;

    /// <summary>Resource name.</summary>
    internal string Name => name;

    /// <summary>Glyph and text by code; code 0 is the glyph for nothing.</summary>
    internal IReadOnlyList<(ushort Glyph, string Text)> Entries => entries;

    /// <exception cref="InvalidOperationException">More than 65,535 pairs of glyph and text in one face.</exception>
    internal ushort CodeOf(ushort glyph, string text)
    {
        if (codes.TryGetValue((glyph, text), out var code)) return code;
        if (entries.Count > ushort.MaxValue) throw new InvalidOperationException($"{face.Name} has no codes left.");
        code = (ushort)entries.Count;
        codes[(glyph, text)] = code;
        entries.Add((glyph, text));
        return code;
    }
}
