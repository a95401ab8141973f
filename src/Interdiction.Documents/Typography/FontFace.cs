using System.Buffers.Binary;
using HarfBuzzSharp;

namespace Interdiction.Documents.Typography;

/// <summary>One static TrueType face embedded in this assembly; shared by all renders and all threads.</summary>
/// <remarks>The file is read where the loader mapped it: no copy is made.</remarks>
public sealed class FontFace
{
    readonly UnmanagedMemoryStream file; // keeps the mapping alive
    readonly short[] advances;

    internal FontFace(string name, UnmanagedMemoryStream file)
    {
        Name = name;
        this.file = file;
        var blob = new Blob(Address, (int)file.Length, MemoryMode.ReadOnly);
        blob.MakeImmutable();
        Face = new Face(blob, 0);
        Face.MakeImmutable();
        UnitsPerEm = Face.UnitsPerEm;
        Font = new Font(Face);
        Font.SetFunctionsOpenType();
        Font.SetScale(UnitsPerEm, UnitsPerEm);
        if (!Font.TryGetHorizontalFontExtents(out var extents))
            throw new InvalidDataException($"{name} has no horizontal metrics.");
        Ascent = extents.Ascender / (float)UnitsPerEm;
        Descent = -extents.Descender / (float)UnitsPerEm;
        CapHeight = Font.OpenTypeMetrics.TryGetPosition(OpenTypeMetricsTag.CapHeight, out var cap) ? cap / (float)UnitsPerEm : 0.7f;
        IsBold = name.EndsWith("-Bold", StringComparison.Ordinal);
        advances = new short[Face.GlyphCount];
        Array.Fill(advances, (short)-1);
    }

    /// <summary>PostScript name, such as <c>NotoSans-Bold</c>.</summary>
    public string Name { get; }

    /// <summary>Design units to the em; glyph metrics are in these units.</summary>
    public int UnitsPerEm { get; }

    /// <summary>Height above the baseline, in ems.</summary>
    public float Ascent { get; }

    /// <summary>Depth below the baseline, in ems, positive.</summary>
    public float Descent { get; }

    /// <summary>Height of a capital letter, in ems.</summary>
    public float CapHeight { get; }

    /// <summary>Whether the face is drawn bold.</summary>
    public bool IsBold { get; }

    /// <summary>The font file, for engines that load it themselves.</summary>
    public ReadOnlySpan<byte> Data
    {
        get { unsafe { return new ReadOnlySpan<byte>(file.PositionPointer, (int)file.Length); } }
    }

    internal Face Face { get; }
    internal Font Font { get; }

    nint Address
    {
        get { unsafe { return (nint)file.PositionPointer; } }
    }

    /// <summary>Advance width of a glyph, in design units.</summary>
    public int Advance(ushort glyph)
    {
        if (advances[glyph] < 0) advances[glyph] = (short)Font.GetHorizontalGlyphAdvance(glyph);
        return advances[glyph];
    }

    internal bool Holds(int codePoint) => Font.TryGetNominalGlyph((uint)codePoint, out var glyph) && glyph != 0;

    /// <summary>xMin, yMin, xMax and yMax of all glyphs, in design units (OpenType <c>head</c>, offset 36).</summary>
    internal (short Left, short Bottom, short Right, short Top) BoundingBox()
    {
        using var head = Face.ReferenceTable(Tag.Parse("head"));
        var table = head.AsSpan();
        short At(ReadOnlySpan<byte> t, int offset) => BinaryPrimitives.ReadInt16BigEndian(t[offset..]);
        return (At(table, 36), At(table, 38), At(table, 40), At(table, 42));
    }
}
