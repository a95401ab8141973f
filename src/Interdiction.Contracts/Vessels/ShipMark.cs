using Interdiction.Contracts.Identifiers;

namespace Interdiction.Contracts;

/// <summary>Identifiers in the form in which they compare: letters and digits alone. What is not well made compares too, for a false mark is evidence.</summary>
public static class ShipMark
{
    static readonly string[] Nothing = ["UNKNOWN", "NONE", "NIL", "NA", "NOTKNOWN", "NOTSEEN", "NOTGIVEN", "1234567", "123456789"];

    public static string? Imo(string? text) => ImoNumber.Normalize(text) is { } digits ? Said(digits) : Said(text);

    public static string? Mmsi(string? text) => Said(text);

    public static string? CallSign(string? text) => Said(text);

    // A blank that was filled with something, and said by many ships, says nothing.
    static string? Said(string? text) =>
        string.Concat((text ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant() is { Length: > 2 } plain && !Nothing.Contains(plain) && plain.Distinct().Count() > 1 ? plain : null;
}
