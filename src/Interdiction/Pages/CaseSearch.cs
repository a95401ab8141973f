using System.Globalization;
using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Contracts.Reference;
using Interdiction.Kernel;

namespace Interdiction.Pages;

/// <summary>The filter form of the list of cases, as the address bar has it: what a person typed, and what is asked for by it.</summary>
public sealed record CaseSearch(string? Q, string? Status, string? Mode, string? Flag, string? From, string? To, string? Cursor)
{
    const int Size = 50;
    const string DayForm = "yyyy-MM-dd";

    public bool IsEmpty => (Q ?? Status ?? Mode ?? Flag ?? From ?? To) is null;

    public static CaseSearch Read(IQueryCollection query)
    {
        return new CaseSearch(Value("q"), Value("status"), Value("mode"), Value("flag"), Value("from"), Value("to"), Value("cursor"));

        string? Value(string name) => query[name].FirstOrDefault() is { } typed && TextConverter.Clean(typed)?.Trim() is { Length: > 0 } text ? text : null;
    }

    /// <summary>The same address without the fields that were left empty; null where there are none.</summary>
    public static string? WithoutEmptyFields(HttpRequest request) =>
        request.Query.Any(x => string.IsNullOrWhiteSpace(x.Value))
            ? request.Path + QueryString.Create(request.Query.Where(x => !string.IsNullOrWhiteSpace(x.Value)))
            : null;

    public Result<CaseFilter> Filter()
    {
        if (Flag is not null && Country(Flag) is null)
            return Refusal.BadParameter("flag", "choose a country of the list, or write its three letters, such as PAN.");
        if (From is not null && Time(From, 0) is null)
            return Refusal.BadParameter("from", "write a day, such as 2003-08-07.");
        if (To is not null && Time(To, 1) is null)
            return Refusal.BadParameter("to", "write a day, such as 2003-08-11.");
        return CaseFilter.Read(new CaseQuery(Q, Status, null, Flag is null ? null : Country(Flag), Mode, null, null,
            From is null ? null : Time(From, 0), To is null ? null : Time(To, 1), null, null, null, Size.ToString(CultureInfo.InvariantCulture), Cursor, "exact"));
    }

    /// <summary>Address of the list with these filters.</summary>
    /// <param name="cursor">Null for its first page.</param>
    public string Address(string? cursor) => "/cases" + QueryString.Create(
        new (string Name, string? Value)[] { ("q", Q), ("status", Status), ("mode", Mode), ("flag", Flag), ("from", From), ("to", To), ("cursor", cursor) }
            .Where(x => x.Value is not null).Select(x => KeyValuePair.Create(x.Name, x.Value)));

    // Whole days of UTC; the day after the last one is where the search ends.
    static string? Time(string text, int days) =>
        DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue
            ? day.AddDays(days).ToString(DayForm, CultureInfo.InvariantCulture) + "T00:00:00Z"
            : null;

    static string? Country(string text) =>
        ReferenceData.Countries.TryGetValue(text.ToUpperInvariant(), out var country) ? country.Alpha3
        : ReferenceData.Countries.Values.FirstOrDefault(x => x.Name.Equals(text, StringComparison.OrdinalIgnoreCase))?.Alpha3;
}
