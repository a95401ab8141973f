using Interdiction.Documents.Typography;

namespace Interdiction.Documents.Pdf;

/// <summary>Goes over one run, so that it looks as shaped and is copied out as written.</summary>
/// <remarks>
/// The text of a cluster belongs to its widest glyph. Left to right, a cluster of several glyphs is put in a span
/// with its text (ISO 32000-1, 14.9.4). Right to left, readers turn the order of codes round themselves and a span
/// would upset them, so only the marks are silenced.
/// </remarks>
ref struct GlyphPen(ContentStream content, PdfFont font, GlyphRun run)
{
    const string Silent = "\u200B"; // a code must stand for something: this shows and says nothing

    static readonly string[] Latin = [.. Enumerable.Range(0, 256).Select(c => ((char)c).ToString())];

    readonly ReadOnlySpan<PositionedGlyph> glyphs = run.Glyphs;
    GlyphString current = new(content);
    int pen; // where the shaped text has come to, in design units
    int at; // where the viewer's pen is, in design units
    float rise; // points

    internal void WriteAll()
    {
        for (int i = 0, end; i < glyphs.Length; i = end)
        {
            for (end = i + 1; end < glyphs.Length && glyphs[end].Cluster == glyphs[i].Cluster;) end++;
            WriteCluster(i, end);
        }

        current.Close();
        if (rise != 0) content.Raw("0 Ts "u8);
    }

    void WriteCluster(int start, int end)
    {
        var text = TextOf(start, end);
        if (IsInvisible(text))
        {
            for (var i = start; i < end; i++) pen += glyphs[i].Advance;
            return;
        }

        var bearer = Widest(start, end);
        var span = end - start > 1 && !run.IsRightToLeft;
        if (span) Begin(text);
        for (var i = start; i < end; i++) Show(glyphs[i], i == bearer ? text : Silent, i != bearer && run.IsRightToLeft);
        if (span) End();
    }

    void Show(PositionedGlyph glyph, string text, bool silenced)
    {
        Rise(glyph.OffsetY * run.Scale);
        var target = pen + glyph.OffsetX;
        if (current.Move((at - target) * 1000f / run.Face.UnitsPerEm)) at = target;
        if (silenced) Begin("");
        current.Show(font.CodeOf(glyph.Id, text));
        if (silenced) End();
        at += run.Face.Advance(glyph.Id);
        pen += glyph.Advance;
    }

    int Widest(int start, int end)
    {
        var widest = start;
        for (var i = start + 1; i < end; i++)
            if (glyphs[i].Advance > glyphs[widest].Advance)
                widest = i;
        return widest;
    }

    string TextOf(int start, int end)
    {
        var from = glyphs[start].Cluster;
        var to = run.IsRightToLeft
            ? start > 0 ? glyphs[start - 1].Cluster : run.End
            : end < glyphs.Length ? glyphs[end].Cluster : run.End;
        var text = run.Text.AsSpan(from, Math.Max(0, to - from));
        return text.Length == 1 && text[0] < Latin.Length ? Latin[text[0]] : text.ToString();
    }

    // Spaces without width, soft hyphens and direction marks: they have done their work in the layout, and would
    // only stand in the way of who searches for what is seen. Joiners are part of the spelling and stay.
    static bool IsInvisible(string text)
    {
        foreach (var c in text)
            if (c is not ('\u00AD' or '\u061C' or '\u200B' or '\u200E' or '\u200F' or (>= '\u2060' and <= '\u2069') or '\uFEFF'))
                return false;
        return true;
    }

    void Rise(float points)
    {
        if (points == rise) return;
        current.Close();
        content.Number(points).Raw("Ts "u8);
        rise = points;
    }

    void Begin(string actualText)
    {
        current.Close();
        content.Raw("/Span<</ActualText"u8).Ascii(PdfSyntax.Text(actualText)).Raw(">>BDC "u8);
    }

    void End()
    {
        current.Close();
        content.Raw("EMC "u8);
    }
}
