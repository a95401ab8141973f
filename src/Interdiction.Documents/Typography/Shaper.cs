using HarfBuzzSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace Interdiction.Documents.Typography;

/// <summary>Turns characters into positioned glyphs with HarfBuzz. One for each render.</summary>
sealed class Shaper : IDisposable
{
    readonly Buffer buffer = new();
    readonly Dictionary<string, Language> languages = [];

    /// <summary>Shapes [start, end) of a paragraph as part of an item; the text around it decides how letters join.</summary>
    internal GlyphRun Shape(string text, TextItem item, int start, int end)
    {
        buffer.ClearContents();
        buffer.AddUtf16(text.AsSpan(), start, end - start);
        buffer.Direction = item.IsRightToLeft ? Direction.RightToLeft : Direction.LeftToRight;
        buffer.Script = item.Script == Script.Common ? Script.Latin : item.Script;
        buffer.Language = LanguageOf(item.Style.Language);
        item.Face.Font.Shape(buffer);

        var infos = buffer.GetGlyphInfoSpan();
        var positions = buffer.GetGlyphPositionSpan();
        var glyphs = new PositionedGlyph[infos.Length];
        for (var i = 0; i < glyphs.Length; i++)
            glyphs[i] = new PositionedGlyph((ushort)infos[i].Codepoint, positions[i].XAdvance,
                positions[i].XOffset, positions[i].YOffset, (int)infos[i].Cluster);
        var embolden = item.Style.Bold && !item.Face.IsBold;
        return new GlyphRun(item.Face, item.Style.Size, item.IsRightToLeft, embolden, text, start, end, glyphs);
    }

    /// <inheritdoc/>
    public void Dispose() => buffer.Dispose();

    Language LanguageOf(string tag)
    {
        if (!languages.TryGetValue(tag, out var language)) languages[tag] = language = new Language(tag);
        return language;
    }
}
