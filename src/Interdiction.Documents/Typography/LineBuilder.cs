namespace Interdiction.Documents.Typography;

/// <summary>Breaks a paragraph into lines and puts each in visual order.</summary>
static class LineBuilder
{
    const float Tolerance = 0.01f;

    /// <param name="paragraph">The paragraph.</param>
    /// <param name="width">Room for a line, in points.</param>
    /// <param name="shaper">Shapes the parts of items that a line end cuts.</param>
    internal static IEnumerable<TextLine> Lines(Paragraph paragraph, float width, Shaper shaper)
    {
        if (paragraph.Text.Length == 0) return [TextLine.Of([], 0, paragraph.IsRightToLeft, paragraph.Styles[0].Style)];
        if (paragraph.Shaped.Sum(run => run.Width) <= width + Tolerance) return [Line(paragraph, 0, paragraph.Text.Length, shaper)];

        var language = paragraph.Styles[0].Style.Language;
        using var breaks = LineBreaks.Rent(language);
        var start = 0;
        var lines = new List<TextLine>();
        foreach (var end in LineFitter.Ends(paragraph, width, breaks))
        {
            lines.Add(Line(paragraph, start, end, shaper));
            start = end;
        }

        return lines;
    }

    static TextLine Line(Paragraph paragraph, int start, int end, Shaper shaper)
    {
        var visible = end;
        while (visible > start && LineFitter.IsHanging(paragraph.Text[visible - 1])) visible--;
        // One trailing space stays in the content of a broken line, so that copied lines do not run together.
        var hanging = paragraph.IsPlain && visible < end && end < paragraph.Text.Length ? 1 : 0;

        var runs = new List<LineRun>();
        float x = 0;
        foreach (var (from, to, level) in paragraph.VisualRuns(start, visible + hanging))
        {
            var parts = Parts(paragraph, from, to, level, shaper);
            if ((level & 1) == 1) parts.Reverse();
            foreach (var (run, style) in parts)
            {
                runs.Add(new LineRun(run, style, x));
                x += run.Width;
            }
        }

        if (hanging == 1 && runs.Count > 0) x -= runs[^1].Glyphs.Glyphs[^1].Advance * runs[^1].Glyphs.Scale;
        return TextLine.Of(runs, x, paragraph.IsRightToLeft, StyleAt(paragraph, start));
    }

    static List<(GlyphRun Run, SpanStyle Style)> Parts(Paragraph paragraph, int from, int to, int level, Shaper shaper)
    {
        var parts = new List<(GlyphRun, SpanStyle)>();
        for (var i = 0; i < paragraph.Items.Count && paragraph.Items[i].Start < to; i++)
        {
            var item = paragraph.Items[i];
            int start = Math.Max(from, item.Start), end = Math.Min(to, item.End);
            if (start >= end) continue;
            var whole = start == item.Start && end == item.End && level == item.Level;
            var run = whole ? paragraph.Shaped[i] : shaper.Shape(paragraph.Text, item with { Level = level }, start, end);
            parts.Add((run, item.Style));
        }

        return parts;
    }

    static SpanStyle StyleAt(Paragraph paragraph, int index)
    {
        foreach (var range in paragraph.Styles)
            if (index < range.End)
                return range.Style;
        return paragraph.Styles[^1].Style;
    }
}
