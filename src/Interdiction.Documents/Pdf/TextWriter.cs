using Interdiction.Documents.Drawing;
using Interdiction.Documents.Typography;

namespace Interdiction.Documents.Pdf;

/// <summary>Writes glyph runs as text objects (ISO 32000-1, 9.4).</summary>
sealed class TextWriter(ContentStream content, Func<FontFace, PdfFont> fontOf)
{
    const float EmboldenWidth = 0.03f; // in ems, half of it outside the outline

    internal void Write(GlyphRun run, float x, float baseline, Color color)
    {
        var font = fontOf(run.Face);
        content.Fill(color);
        if (run.IsEmboldened)
        {
            content.Outline(color);
            content.LineWidth(run.Size * EmboldenWidth);
        }

        content.Raw("BT /"u8).Ascii(font.Name).Raw(" "u8).Number(run.Size).Raw("Tf "u8);
        if (run.IsEmboldened) content.Raw("2 Tr "u8);
        content.Raw("1 0 0 1 "u8).At(new Point(x, baseline)).Raw("Tm "u8);
        new GlyphPen(content, font, run).WriteAll();
        if (run.IsEmboldened) content.Raw("0 Tr "u8);
        content.Operator("ET"u8);
    }
}
