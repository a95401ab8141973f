using System.Text.RegularExpressions;

namespace Interdiction.Contracts.Identifiers;

/// <summary>
/// The IMO ship identification number (IMO A.1117(30)): seven digits, the last of which is the last digit of the sum of
/// the first six times 7, 6, 5, 4, 3, 2. A doubt is told, never a refusal: a false number on a hull is evidence.
/// </summary>
public static partial class ImoNumber
{
    /// <summary>Why the number is doubtful, in words; null where it is well made or absent.</summary>
    public static string? Doubt(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (Normalize(text) is not { } digits)
            return $"'{Excerpt.Of(text)}' is not of the form of an IMO number: seven digits, such as 9074729.";
        if (digits is "0000000")
            return "The IMO number is all zeros; none is issued so.";
        var sum = 0;
        for (var i = 0; i < 6; i++)
            sum += (digits[i] - '0') * (7 - i);
        return sum % 10 == digits[6] - '0' ? null : $"The check digit of IMO number {digits} should be {sum % 10}; compare the mark on the hull with the papers.";
    }

    /// <summary>The seven digits without the letters IMO; null where the form is another.</summary>
    public static string? Normalize(string? text) => text is not null && Form().Match(text.Trim()) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"^(?:IMO ?)?([0-9]{7})\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
