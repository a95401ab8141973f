using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Interdiction.Documents.Typography;
using static Interdiction.Documents.Pdf.PdfSyntax;

namespace Interdiction.Documents.Pdf;

/// <summary>Writes a font as a composite font of TrueType glyphs (ISO 32000-1, 9.7).</summary>
static class FontWriter
{
    const int Symbolic = 4; // font flag: the codes are none of the standard encodings

    internal static void Write(PdfFile file, PdfFont font)
    {
        var subset = FontSubset.Of(font.Face, [.. font.Entries.Select(e => e.Glyph)]);
        var glyphOfCode = GlyphMap(font, subset);
        var name = $"{Tag(glyphOfCode)}+{font.Face.Name}";
        var data = file.WriteStream($"/Length1 {subset.Data.Length}", subset.Data);
        var map = file.WriteStream("", glyphOfCode);
        var unicode = file.WriteStream("", Encoding.ASCII.GetBytes(ToUnicode.Of(font)));

        var descriptor = file.WriteObject(Descriptor(font.Face, name, data));
        var scale = 1000.0 / font.Face.UnitsPerEm;
        var widths = string.Join(' ', font.Entries.Select(e => Number(font.Face.Advance(e.Glyph) * scale)));
        var descendant = file.WriteObject($"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}"
            + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            + $"/FontDescriptor {Reference(descriptor)}/DW 0/W[0[{widths}]]/CIDToGIDMap {Reference(map)}>>");
        file.WriteObject(font.Number, $"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
            + $"/DescendantFonts[{Reference(descendant)}]/ToUnicode {Reference(unicode)}>>");
    }

    static string Descriptor(FontFace face, string name, int data)
    {
        var scale = 1000.0 / face.UnitsPerEm;
        var (left, bottom, right, top) = face.BoundingBox();
        var box = string.Join(' ', new[] { left, bottom, right, top }.Select(v => Number(v * scale)));
        return $"<</Type/FontDescriptor/FontName/{name}/Flags {Symbolic}/FontBBox[{box}]/ItalicAngle 0"
            + $"/Ascent {Number(face.Ascent * 1000)}/Descent {Number(-face.Descent * 1000)}/CapHeight {Number(face.CapHeight * 1000)}"
            + $"/StemV {(face.IsBold ? 140 : 80)}/FontFile2 {Reference(data)}>>";
    }

    // CIDToGIDMap (9.7.4.2): two bytes for each code.
    static byte[] GlyphMap(PdfFont font, FontSubset subset)
    {
        var map = new byte[font.Entries.Count * 2];
        for (var i = 0; i < font.Entries.Count; i++)
            BinaryPrimitives.WriteUInt16BigEndian(map.AsSpan(i * 2), subset.NewGlyph[font.Entries[i].Glyph]);
        return map;
    }

    // Six letters that tell subsets of one face apart (9.6.4).
    static string Tag(byte[] glyphMap) =>
        string.Concat(SHA256.HashData(glyphMap).Take(6).Select(b => (char)('A' + b % 26)));
}
