namespace Interdiction.Contracts.Identifiers;

/// <summary>A ship's radio call sign (ITU Radio Regulations, article 19): three to seven letters and digits, at least one a letter.</summary>
public static class CallSign
{
    /// <summary>Why the sign is doubtful, in words; null where it is well made or absent.</summary>
    public static string? Doubt(string? text) =>
        string.IsNullOrWhiteSpace(text) || text.Trim() is { Length: >= 3 and <= 7 } sign && sign.All(x => char.IsAsciiLetterUpper(x) || char.IsAsciiDigit(x)) && sign.Any(char.IsAsciiLetter)
            ? null
            : $"'{Excerpt.Of(text)}' is not of the form of a call sign: three to seven capitals and digits, such as V7AB2.";
}
