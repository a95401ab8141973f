using System.Text.RegularExpressions;

namespace Interdiction.Contracts.Identifiers;

/// <summary>
/// The number of a freight container (ISO 6346): owner, category U, J or Z, six digits and a check digit: each value
/// times 2 to the power of its place, the sum's remainder by 11. Letters count from A = 10, leaving out 11, 22 and 33.
/// </summary>
public static partial class ContainerNumber
{
    /// <summary>Why the number is doubtful, in words; null where it is well made or absent.</summary>
    public static string? Doubt(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (Normalize(text) is not { } number)
            return $"'{Excerpt.Of(text)}' is not of the form of a container number, such as CSQU3054383.";
        var sum = 0;
        for (var i = 0; i < 10; i++)
            sum += Value(number[i]) << i;
        if (sum % 11 % 10 != number[10] - '0')
            return $"The check digit of container {number} should be {sum % 11 % 10}; compare it with the door.";
        return sum % 11 is 10 ? $"The check digit of container {number} counts to 10 and is written 0; ISO 6346 advises against such numbers." : null;
    }

    /// <summary>Eleven characters without spaces and hyphens; null where the form is another.</summary>
    public static string? Normalize(string? text) =>
        text is not null && Separators().Replace(text, "") is var number && Form().IsMatch(number) ? number : null;

    static int Value(char c) => char.IsAsciiDigit(c) ? c - '0' : c - 'A' is var n && n is 0 ? 10 : n <= 10 ? n + 11 : n <= 20 ? n + 12 : n + 13;

    [GeneratedRegex(@"^[A-Z]{3}[UJZ][0-9]{7}\z")]
    private static partial Regex Form();

    [GeneratedRegex(@"[\s\-/]")]
    private static partial Regex Separators();
}
