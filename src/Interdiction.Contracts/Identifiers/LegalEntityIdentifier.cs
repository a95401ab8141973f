using System.Text.RegularExpressions;

namespace Interdiction.Contracts.Identifiers;

/// <summary>
/// The legal entity identifier of a company (LEI, ISO 17442): eighteen capitals and digits, then two check digits: with
/// A = 10 to Z = 35, the whole number's remainder by 97 is 1 (ISO/IEC 7064, MOD 97-10).
/// </summary>
public static partial class LegalEntityIdentifier
{
    /// <summary>Why the identifier is doubtful, in words; null where it is well made or absent.</summary>
    public static string? Doubt(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (!Form().IsMatch(text.Trim()))
            return $"'{Excerpt.Of(text)}' is not of the form of a legal entity identifier: eighteen capitals and digits and two check digits, such as 213800WSGIIZCXF1P572.";
        var rest = text.Trim().Aggregate(0, (rest, c) => char.IsAsciiDigit(c) ? (rest * 10 + c - '0') % 97 : (rest * 100 + c - 'A' + 10) % 97);
        return rest is 1 ? null : $"The check digits of legal entity identifier {text.Trim()} are wrong; compare it with the papers.";
    }

    [GeneratedRegex(@"^[A-Z0-9]{18}[0-9]{2}\z")]
    private static partial Regex Form();
}
