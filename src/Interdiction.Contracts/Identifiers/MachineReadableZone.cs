using System.Text.RegularExpressions;

namespace Interdiction.Contracts.Identifiers;

/// <summary>
/// The machine readable zone of a passport (ICAO Doc 9303, part 4, TD3): two lines of 44 characters. The second has check
/// digits over the document number, the birth date, the date of expiry, the optional data, and over all of them: each
/// character's value times 7, 3, 1 in turn, the sum's last digit; A = 10 to Z = 35, the filler &lt; is 0.
/// </summary>
public static partial class MachineReadableZone
{
    /// <summary>Why the zone is doubtful, in words that repeat nothing of it but the place; null where it is well made or absent.</summary>
    public static string? Doubt(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (Lines(text) is not [_, { } line])
            return "This is not the machine readable zone of a passport: two lines of 44 capitals, digits and <, the first of which begins with P.";
        // A zone without optional data may have the filler for its check digit.
        (string Of, string Digits, char Check)[] parts =
        [
            ("the document number", line[..9], line[9]), ("the birth date", line[13..19], line[19]), ("the date of expiry", line[21..27], line[27]),
            ("the optional data", line[28..42], line[42] is '<' ? '0' : line[42]), ("the whole line", line[..10] + line[13..20] + line[21..43], line[43]),
        ];
        return parts.Where(x => CheckDigit(x.Digits) != x.Check).Select(x => $"The check digit of {x.Of} should be {CheckDigit(x.Digits)}; read the zone again.").FirstOrDefault();
    }

    /// <summary>The check digit of a field.</summary>
    internal static char CheckDigit(string field)
    {
        var sum = 0;
        for (var i = 0; i < field.Length; i++)
            sum += Value(field[i]) * (i % 3) switch { 0 => 7, 1 => 3, _ => 1 };
        return (char)('0' + sum % 10);
    }

    static int Value(char c) => char.IsAsciiDigit(c) ? c - '0' : c is '<' ? 0 : c - 'A' + 10;

    static string[]? Lines(string text) => Form().Match(text.Trim()) is { Success: true } match ? [match.Groups[1].Value, match.Groups[2].Value] : null;

    [GeneratedRegex(@"^(P[A-Z0-9<]{43})\s*([A-Z0-9<]{44})\z")]
    private static partial Regex Form();
}
