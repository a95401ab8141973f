using System.Text.RegularExpressions;

namespace Interdiction.Contracts.Identifiers;

/// <summary>A code of the Harmonized System (WCO): chapter 01 to 97, of which 77 is kept free; four or six digits, to which nations add their own.</summary>
public static partial class HsNumber
{
    /// <summary>Why the code is doubtful, in words; null where it is well made or absent.</summary>
    public static string? Doubt(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (!Form().IsMatch(text.Trim()))
            return $"'{Excerpt.Of(text)}' is not of the form of a Harmonized System code, such as 2813.90.";
        return text.Trim()[..2] is var chapter && (chapter is "00" or "77" || string.CompareOrdinal(chapter, "97") > 0)
            ? $"The Harmonized System has no chapter {chapter}."
            : null;
    }

    [GeneratedRegex(@"^[0-9]{4}(?:\.?[0-9]{2}){0,3}\z")]
    private static partial Regex Form();
}
