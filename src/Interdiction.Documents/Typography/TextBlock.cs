using System.Text;

namespace Interdiction.Documents.Typography;

/// <summary>Spans of text as paragraphs, broken into lines for one width at a time.</summary>
sealed class TextBlock
{
    readonly List<Paragraph> paragraphs = [];
    readonly Shaper shaper;
    List<TextLine> lines = [];
    float width = float.NaN;

    /// <param name="spans">Readable text and its style, in reading order; at least one.</param>
    /// <param name="baseLevel">Level of every paragraph, or null for that of its first strong character.</param>
    /// <param name="fallbackLevel">Level of a paragraph without strong characters.</param>
    /// <param name="shaper">Used now and when the lines are asked for.</param>
    internal TextBlock(IReadOnlyList<(string Text, SpanStyle Style)> spans, int? baseLevel, int fallbackLevel, Shaper shaper)
    {
        this.shaper = shaper;
        var text = new StringBuilder();
        var styles = new List<StyledRange>();
        void EndParagraph(SpanStyle style)
        {
            if (styles.Count == 0) styles.Add(new StyledRange(0, 0, style));
            paragraphs.Add(new Paragraph(text.ToString(), styles, baseLevel, fallbackLevel, shaper));
            text.Clear();
            styles = [];
        }

        foreach (var (span, style) in spans)
        {
            var pieces = span.Split('\n');
            for (var i = 0; i < pieces.Length; i++)
            {
                if (i > 0) EndParagraph(style);
                if (pieces[i].Length > 0) styles.Add(new StyledRange(text.Length, text.Length + pieces[i].Length, style));
                text.Append(pieces[i]);
            }
        }

        EndParagraph(spans[^1].Style);
    }

    /// <summary>The lines at a width in points.</summary>
    internal IReadOnlyList<TextLine> Lines(float width)
    {
        if (width != this.width)
        {
            lines = [.. paragraphs.SelectMany(p => LineBuilder.Lines(p, width, shaper))];
            this.width = width;
        }

        return lines;
    }
}
