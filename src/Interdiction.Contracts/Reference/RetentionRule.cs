namespace Interdiction.Contracts.Reference;

/// <summary>How long the cases of a class are kept.</summary>
/// <param name="Years">From the day on which the case was closed; null for good.</param>
/// <param name="Dispositions">What becomes of a case that is of this class by itself.</param>
/// <param name="Source">Where the years come from.</param>
public sealed record RetentionRule(RetentionClass Code, int? Years, IReadOnlyList<Disposition> Dispositions, string Meaning, string Source)
{
    internal static RetentionRule Of(CsvRow row) => new(
        Code<RetentionClass>.Read(row.Text("code")),
        Number.Whole(row["years"]),
        [.. row.List("dispositions").Select(Code<Disposition>.Read)],
        row.Text("meaning"),
        row.Text("source"));

    /// <summary>The last day on which a case of this class is kept, UTC; null for good.</summary>
    public DateTimeOffset? Until(DateTimeOffset closedAt) => Years is { } years ? closedAt.AddYears(years) : null;
}
