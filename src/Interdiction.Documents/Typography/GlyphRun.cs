namespace Interdiction.Documents.Typography;

/// <summary>A glyph and where it stands.</summary>
/// <param name="Id">Index in the face.</param>
/// <param name="Advance">How far the pen moves on, in design units.</param>
/// <param name="OffsetX">Shift to the right, in design units; the pen does not move.</param>
/// <param name="OffsetY">Shift upwards, in design units.</param>
/// <param name="Cluster">UTF-16 index in the text of the first character it stands for.</param>
public readonly record struct PositionedGlyph(ushort Id, int Advance, int OffsetX, int OffsetY, int Cluster);

/// <summary>Shaped text of one face, size and direction; glyphs from left to right.</summary>
public sealed class GlyphRun
{
    readonly PositionedGlyph[] glyphs;

    internal GlyphRun(FontFace face, float size, bool rightToLeft, bool embolden, string text, int start, int end, PositionedGlyph[] glyphs)
    {
        (Face, Size, IsRightToLeft, IsEmboldened, Text, Start, End, this.glyphs) = (face, size, rightToLeft, embolden, text, start, end, glyphs);
        long advance = 0;
        foreach (var glyph in glyphs) advance += glyph.Advance;
        Width = advance * Scale;
    }

    public FontFace Face { get; }

    /// <summary>Size of the em, in points.</summary>
    public float Size { get; }

    public bool IsRightToLeft { get; }

    /// <summary>Bold is wanted of a face that is not: the outline is drawn heavier.</summary>
    public bool IsEmboldened { get; }

    /// <summary>The paragraph that clusters point into.</summary>
    public string Text { get; }

    /// <summary>The run stands for the UTF-16 range [Start, End) of <see cref="Text"/>.</summary>
    public int Start { get; }

    /// <inheritdoc cref="Start"/>
    public int End { get; }

    public ReadOnlySpan<PositionedGlyph> Glyphs => glyphs;

    /// <summary>Width in points.</summary>
    public float Width { get; }

    /// <summary>Points to a design unit.</summary>
    public float Scale => Size / Face.UnitsPerEm;
}
