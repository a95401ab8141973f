using System.Globalization;
using System.Text;

namespace Interdiction.Documents.Pdf;

/// <summary>The text that each code of a font stands for (ISO 32000-1, 9.10.3).</summary>
static class ToUnicode
{
    const int LargestBlock = 100; // entries allowed in one bfchar block

    const string Head = """
        /CIDInit/ProcSet findresource begin 12 dict begin begincmap
        /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
        /CMapName/Adobe-Identity-UCS def/CMapType 2 def
        1 begincodespacerange<0000><FFFF>endcodespacerange

        """;

    internal static string Of(PdfFont font)
    {
        var map = new StringBuilder(Head);
        foreach (var block in font.Entries.Index().Where(e => e.Item.Text.Length > 0).Chunk(LargestBlock))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var (code, (_, text)) in block)
                map.Append(CultureInfo.InvariantCulture, $"<{code:X4}><{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>\n");
            map.Append("endbfchar\n");
        }

        return map.Append("endcmap CMapName currentdict/CMap defineresource pop end end").ToString();
    }
}
