using System.Globalization;
using System.Text;

namespace Interdiction.Documents.Pdf;

/// <summary>How values are written in a PDF file (ISO 32000-1, 7.3 and 7.9).</summary>
static class PdfSyntax
{
    /// <summary>A number with at most two decimals.</summary>
    internal static string Number(double value)
    {
        var rounded = Math.Round(value, 2);
        return (rounded == 0 ? 0 : rounded).ToString("0.##", CultureInfo.InvariantCulture);
    }

    /// <summary>A text string in UTF-16 (7.9.2.2). Lone surrogates become U+FFFD.</summary>
    internal static string Text(string value) =>
        $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(value))}>";

    /// <summary>A literal string of ASCII characters (7.3.4.2).</summary>
    internal static string Ascii(string value) =>
        $"({value.Replace(@"\", @"\\").Replace("(", @"\(").Replace(")", @"\)")})";

    /// <summary>A date in UTC (7.9.4).</summary>
    internal static string Date(DateTimeOffset value) =>
        value.UtcDateTime.ToString("'(D:'yyyyMMddHHmmss'Z)'", CultureInfo.InvariantCulture);

    /// <summary>A reference to an object.</summary>
    internal static string Reference(int number) => string.Create(CultureInfo.InvariantCulture, $"{number} 0 R");

    /// <summary>References one after another.</summary>
    internal static string References(IEnumerable<int> numbers) => string.Join(' ', numbers.Select(Reference));
}
