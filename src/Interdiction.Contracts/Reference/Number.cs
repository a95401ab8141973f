using System.Globalization;

namespace Interdiction.Contracts.Reference;

/// <summary>Numbers, dates and codes of the tables, read without regard to the machine's culture.</summary>
static class Number
{
    public static int? Whole(string? text) => text is null ? null : int.Parse(text, CultureInfo.InvariantCulture);

    public static decimal? Exact(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    public static double Degrees(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    public static DateOnly? Date(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static T? Code<T>(string? text) where T : struct, Enum =>
        text is null ? null : Contracts.Code<T>.TryRead(text, out var value) ? value : throw new FormatException($"'{text}' is not one of {Contracts.Code<T>.List}.");
}
