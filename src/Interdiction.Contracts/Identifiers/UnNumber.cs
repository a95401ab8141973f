using System.Text.RegularExpressions;

namespace Interdiction.Contracts.Identifiers;

/// <summary>The UN number of dangerous goods (UN Model Regulations, IMDG Code): four digits, with or without the letters UN; no check digit.</summary>
public static partial class UnNumber
{
    /// <summary>Why the number is doubtful, in words; null where it is well made or absent.</summary>
    public static string? Doubt(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (Normalize(text) is not { } digits)
            return $"'{Excerpt.Of(text)}' is not of the form of a UN number: four digits, such as UN 1340.";
        // The list runs from 0004 (explosives) and from 1001; 8000 and 9000 are North American (NA) numbers.
        return string.CompareOrdinal(digits, "0004") < 0 || string.CompareOrdinal(digits, "3999") > 0 ? $"No substance has the UN number {digits}." : null;
    }

    /// <summary>The four digits; null where the form is another.</summary>
    public static string? Normalize(string? text) => text is not null && Form().Match(text.Trim()) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>The numbers with the letters UN before them that stand in a text.</summary>
    internal static IEnumerable<string> In(string text) => Within().Matches(text).Select(x => x.Groups[1].Value);

    [GeneratedRegex(@"^(?:UN ?)?([0-9]{4})\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex(@"\bUN(?: ?No\.?)?[ :\-]?([0-9]{4})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Within();
}
