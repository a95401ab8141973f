using Interdiction.Contracts.Reference;

namespace Interdiction.Contracts.Identifiers;

/// <summary>A ship's radio call sign (ITU Radio Regulations, article 19): three to seven letters and digits, at least one a letter; its first characters are of a series of its State (appendix 42).</summary>
public static class CallSign
{
    /// <summary>Why the sign is doubtful, in words; null where it is well made or absent.</summary>
    public static string? Doubt(string? text) =>
        string.IsNullOrWhiteSpace(text) || Normalize(text) is not null
            ? null
            : $"'{Excerpt.Of(text)}' is not of the form of a call sign: three to seven capitals and digits, such as V7AB2.";

    /// <summary>Why the sign does not fit the flag (ISO 3166-1 alpha-3), in words; null where it does or one of them is unknown.</summary>
    public static string? FlagDoubt(string? text, string? flag) =>
        flag is not null && Normalize(text) is { } sign && ReferenceData.CallSigns.FirstOrDefault(x => x.Holds(sign)) is { } series && !series.Flags.Contains(flag)
            ? $"Call sign {sign} is of a series of {string.Join(", ", series.Flags)}, not of the flag {flag}."
            : null;

    static string? Normalize(string? text) =>
        text?.Trim() is { Length: >= 3 and <= 7 } sign && sign.All(x => char.IsAsciiLetterUpper(x) || char.IsAsciiDigit(x)) && sign.Any(char.IsAsciiLetter) ? sign : null;
}
