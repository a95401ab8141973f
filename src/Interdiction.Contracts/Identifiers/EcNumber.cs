using System.Text.RegularExpressions;

namespace Interdiction.Contracts.Identifiers;

/// <summary>
/// The EC number of a substance (EINECS, ELINCS): seven digits in three groups, the last a check digit: the other six times
/// 1, 2, ..., 6, the sum's remainder by 11. No number has the remainder 10.
/// </summary>
public static partial class EcNumber
{
    /// <summary>Why the number is doubtful, in words; null where it is well made or absent.</summary>
    public static string? Doubt(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var number = text.Trim();
        if (!Form().IsMatch(number))
            return $"'{Excerpt.Of(text)}' is not of the form of an EC number, such as 215-242-4.";
        var digits = number.Where(char.IsAsciiDigit).Select(x => x - '0').ToArray();
        var check = digits.Take(6).Select((x, i) => x * (i + 1)).Sum() % 11;
        return check == digits[6] ? null
            : check is 10 ? $"No EC number begins with {number[..^2]}: its check digit would be 10."
            : $"The check digit of EC number {number} should be {check}; compare it with the label.";
    }

    [GeneratedRegex(@"^[0-9]{3}-[0-9]{3}-[0-9]\z")]
    private static partial Regex Form();
}
