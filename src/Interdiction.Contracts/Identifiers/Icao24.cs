using System.Text.RegularExpressions;

namespace Interdiction.Contracts.Identifiers;

/// <summary>The address of an aircraft's transponder (ICAO Annex 10, volume III, chapter 9): 24 bits in six hexadecimal digits; none is all zeros or all ones.</summary>
public static partial class Icao24
{
    /// <summary>Why the address is doubtful, in words; null where it is well made or absent.</summary>
    public static string? Doubt(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : !Form().IsMatch(text.Trim()) ? $"'{Excerpt.Of(text)}' is not of the form of an ICAO 24-bit address: six hexadecimal digits, such as 7C6B2D."
        : text.Trim().ToUpperInvariant() is "000000" or "FFFFFF" ? $"No aircraft has the 24-bit address {text.Trim()}."
        : null;

    [GeneratedRegex(@"^[0-9A-Fa-f]{6}\z")]
    private static partial Regex Form();
}
