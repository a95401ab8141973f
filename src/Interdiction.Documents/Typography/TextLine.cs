namespace Interdiction.Documents.Typography;

/// <summary>A run of glyphs in its place on a line.</summary>
/// <param name="Glyphs">What is drawn.</param>
/// <param name="Style">How.</param>
/// <param name="X">Left edge from the start of the line's runs, in points.</param>
readonly record struct LineRun(GlyphRun Glyphs, SpanStyle Style, float X);

/// <summary>One line of a paragraph; lengths in points.</summary>
/// <param name="Runs">From left to right.</param>
/// <param name="Width">Without the spaces that hang over its end.</param>
/// <param name="Height">Distance to the next line.</param>
/// <param name="Baseline">From its top.</param>
/// <param name="IsRightToLeft">Of its paragraph: decides where the line starts.</param>
sealed record TextLine(IReadOnlyList<LineRun> Runs, float Width, float Height, float Baseline, bool IsRightToLeft)
{
    /// <summary>A line as high as the highest of the styles in it.</summary>
    internal static TextLine Of(IReadOnlyList<LineRun> runs, float width, bool rightToLeft, SpanStyle fallback)
    {
        float above = 0, below = 0;
        void Reserve(SpanStyle style)
        {
            above = Math.Max(above, style.Baseline);
            below = Math.Max(below, style.LinePitch - style.Baseline);
        }

        if (runs.Count == 0) Reserve(fallback);
        foreach (var run in runs) Reserve(run.Style);
        return new TextLine(runs, width, above + below, above, rightToLeft);
    }
}
