namespace Interdiction.Documents.Typography;

/// <summary>Finds where the lines of a paragraph end: as many words as fit, then the next line.</summary>
static class LineFitter
{
    // Rounding of widths that were measured as this width.
    const float Tolerance = 0.01f;

    /// <summary>Ends of the lines, as UTF-16 indexes; the last is the end of the text.</summary>
    /// <param name="paragraph">The paragraph, shaped.</param>
    /// <param name="width">Room for a line, in points.</param>
    /// <param name="breaks">Where lines may end.</param>
    internal static List<int> Ends(Paragraph paragraph, float width, LineBreaks breaks)
    {
        var text = paragraph.Text;
        var widths = ClusterWidths(paragraph);
        var ends = new List<int>();
        breaks.SetText(text);

        int start = 0, lastBreak = 0;
        float used = 0, usedAtBreak = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (i > start && breaks.IsBreak(i) && !float.IsNaN(widths[i])) (lastBreak, usedAtBreak) = (i, used);
            if (float.IsNaN(widths[i])) continue;
            var overflows = used + widths[i] > width + Tolerance && i > start && !IsHanging(text[i]);
            if (overflows && lastBreak > start)
            {
                ends.Add(start = lastBreak);
                used -= usedAtBreak;
                // What was carried over may itself be wider than a line.
                if (used > 0 && used + widths[i] > width + Tolerance) (i, used) = (start - 1, 0);
                else used += widths[i];
            }
            else if (overflows)
            {
                // A word wider than the line breaks between clusters.
                ends.Add(start = i);
                used = widths[i];
            }
            else used += widths[i];
        }

        ends.Add(text.Length);
        return ends;
    }

    /// <summary>Spaces hang over the end of a line and take no room there.</summary>
    internal static bool IsHanging(char c) => c is ' ' or '\u3000';

    // Width of each cluster at its first unit; NaN inside clusters, where no line may be cut.
    static float[] ClusterWidths(Paragraph paragraph)
    {
        var widths = new float[paragraph.Text.Length];
        Array.Fill(widths, float.NaN);
        foreach (var run in paragraph.Shaped)
            foreach (var glyph in run.Glyphs)
                widths[glyph.Cluster] = (float.IsNaN(widths[glyph.Cluster]) ? 0 : widths[glyph.Cluster]) + glyph.Advance * run.Scale;
        return widths;
    }
}
