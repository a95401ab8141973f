using System.Text.RegularExpressions;

namespace Interdiction.Contracts.Identifiers;

/// <summary>
/// The CAS registry number of a chemical: up to ten digits in three groups, the last a check digit: from the right, the
/// other digits times 1, 2, 3, ..., the sum's last digit.
/// </summary>
public static partial class CasNumber
{
    /// <summary>Why the number is doubtful, in words; null where it is well made or absent.</summary>
    public static string? Doubt(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (Normalize(text) is not { } number)
            return $"'{Excerpt.Of(text)}' is not of the form of a CAS number, such as 1314-80-3.";
        return CheckDigit(number) is var digit && digit == number[^1] - '0' ? null : $"The check digit of CAS number {number} should be {digit}; compare it with the label.";
    }

    /// <summary>The number with plain hyphens and no spaces; null where the form is another. The check digit may be wrong.</summary>
    public static string? Normalize(string? text) => text is not null && Hyphens().Replace(text.Trim(), "-") is var number && Form().IsMatch(number) ? number : null;

    /// <summary>The numbers with a right check digit that stand in a text.</summary>
    internal static IEnumerable<string> In(string text) =>
        Within().Matches(Hyphens().Replace(text, "-")).Select(x => x.Value).Where(x => CheckDigit(x) == x[^1] - '0');

    static int CheckDigit(string number)
    {
        int sum = 0, weight = 0;
        for (var i = number.Length - 2; i >= 0; i--)
            if (number[i] is not '-')
                sum += (number[i] - '0') * ++weight;
        return sum % 10;
    }

    [GeneratedRegex(@"^[1-9][0-9]{1,6}-[0-9]{2}-[0-9]\z")]
    private static partial Regex Form();

    [GeneratedRegex("(?<![0-9-])[1-9][0-9]{1,6}-[0-9]{2}-[0-9](?![0-9]|-[0-9])")]
    private static partial Regex Within();

    // Papers and word processors write the hyphen in several ways.
    [GeneratedRegex("[\u2010-\u2015\u2212]")]
    private static partial Regex Hyphens();
}
