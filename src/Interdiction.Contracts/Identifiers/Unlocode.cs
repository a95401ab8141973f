using System.Text.RegularExpressions;
using Interdiction.Contracts.Reference;

namespace Interdiction.Contracts.Identifiers;

/// <summary>A UN/LOCODE (UN/ECE Recommendation 16): two letters of the country (ISO 3166-1 alpha-2) and three of the place.</summary>
public static partial class Unlocode
{
    /// <summary>Why the code is doubtful, in words; null where it is a known port or absent.</summary>
    public static string? Doubt(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (Normalize(text) is not { } code)
            return $"'{Excerpt.Of(text)}' is not of the form of a UN/LOCODE: two letters and three letters or digits 2-9, such as TWKHH.";
        // XZ stands for installations in international waters.
        if (code[..2] is not "XZ" && !ReferenceData.Alpha3.ContainsKey(code[..2]))
            return $"{code[..2]} is not a country code, so {code} is no UN/LOCODE.";
        return ReferenceData.Ports.ContainsKey(code) ? null : $"{code} is not among the ports on record, which are a selection; look whether the code is right.";
    }

    /// <summary>Five capitals or digits without a space; null where the form is another.</summary>
    public static string? Normalize(string? text) => text?.Trim() is { } code && Form().IsMatch(code) ? code.Replace(" ", "", StringComparison.Ordinal) : null;

    [GeneratedRegex(@"^[A-Z]{2} ?[A-Z2-9]{3}\z")]
    private static partial Regex Form();
}
