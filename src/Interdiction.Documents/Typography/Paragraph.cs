using Interdiction.Documents.Typography.Bidi;

namespace Interdiction.Documents.Typography;

/// <summary>A paragraph ready to be broken into lines: levels resolved, cut into items, shaped once.</summary>
sealed class Paragraph
{
    readonly BidiParagraph? bidi;
    readonly int[] codePointAt = []; // UTF-16 index by code point, with the end
    readonly int[] indexOf = []; // code point by UTF-16 index, with the end

    internal Paragraph(string text, IReadOnlyList<StyledRange> styles, int? baseLevel, int fallbackLevel, Shaper shaper)
    {
        Text = text;
        Styles = styles;
        byte[]? levels = null;
        if (baseLevel == 1 || fallbackLevel == 1 || MayReorder(text))
        {
            var codePoints = Split(text, out codePointAt, out indexOf);
            bidi = BidiParagraph.Resolve(codePoints, baseLevel, fallbackLevel);
            levels = new byte[text.Length];
            for (var i = 0; i < text.Length; i++) levels[i] = bidi.Levels[indexOf[i]];
        }

        Items = Itemizer.Cut(text, styles, levels);
        Shaped = Items.ConvertAll(item => shaper.Shape(text, item, item.Start, item.End));
    }

    internal string Text { get; }
    internal IReadOnlyList<StyledRange> Styles { get; }
    internal List<TextItem> Items { get; }

    /// <summary>Each item shaped whole, in logical order.</summary>
    internal List<GlyphRun> Shaped { get; }

    internal bool IsRightToLeft => bidi?.BaseLevel == 1;

    /// <summary>Whether characters stand in the order they are written.</summary>
    internal bool IsPlain => bidi is null;

    /// <summary>Level runs of [start, end), left to right; ranges in UTF-16.</summary>
    internal IEnumerable<LevelRun> VisualRuns(int start, int end)
    {
        if (bidi is null) return [new LevelRun(start, end, 0)];
        return bidi.VisualRuns(indexOf[start], indexOf[end])
            .Select(run => new LevelRun(codePointAt[run.Start], codePointAt[run.End], run.Level));
    }

    // Nothing from Hebrew on to the end of the right-to-left blocks, no formatting characters, no surrogates.
    static bool MayReorder(string text)
    {
        foreach (var c in text)
            if (c is (>= '\u0590' and < '\u0900') or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E')
                or (>= '\u2066' and <= '\u2069') or (>= '\uD800' and < '\uE000') or >= '\uFB1D')
                return true;
        return false;
    }

    static int[] Split(string text, out int[] starts, out int[] indexOf)
    {
        var codePoints = new List<int>(text.Length);
        var at = new List<int>(text.Length + 1);
        indexOf = new int[text.Length + 1];
        for (int i = 0, length; i < text.Length; i += length)
        {
            var codePoint = CodePoints.At(text, i, out length);
            for (var k = 0; k < length; k++) indexOf[i + k] = codePoints.Count;
            codePoints.Add(codePoint);
            at.Add(i);
        }

        indexOf[text.Length] = codePoints.Count;
        at.Add(text.Length);
        starts = [.. at];
        return [.. codePoints];
    }
}
