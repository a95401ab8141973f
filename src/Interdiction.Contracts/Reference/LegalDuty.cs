namespace Interdiction.Contracts.Reference;

/// <summary>From when on the hours of a duty are counted.</summary>
public enum DutyStart { Acceptance, BoardingEnd }

/// <summary>Who chose the hours of a duty: the treaty itself, or this product where the treaty says "promptly".</summary>
public enum DutyTerm { Treaty, Product }

/// <summary>Which reports a duty follows: those of a boarding or inspection, those by which something was seized, those of a flag State that refused or kept silent.</summary>
public enum DutyCondition { Boarded, Seized, Refused }

/// <summary>What is to be done after a boarding on a legal basis: a report that is due, somebody to be told, an answer to be awaited.</summary>
/// <param name="Basis">Code of the legal basis.</param>
/// <param name="Code">Code of the duty, one in its basis.</param>
/// <param name="To">Who is told, or whose answer is awaited.</param>
public sealed record LegalDuty(
    string Basis, string Code, string Title, string Text, string To, int DueHours, DutyStart DueFrom, DutyTerm DueSetBy, DutyCondition Follows, string? Article, string Confidence)
{
    /// <summary>SUA_8BIS_C/results.</summary>
    public string Key => $"{Basis}/{Code}";

    /// <summary>The duties that follow an accepted report, in the order of its legal bases.</summary>
    public static IEnumerable<LegalDuty> Of(BoardingReport report) =>
        from basis in report.LegalBases.Select(x => x.Code).Distinct()
        from duty in ReferenceData.Duties
        where duty.Basis == basis && duty.IsOwed(report)
        select duty;

    bool IsOwed(BoardingReport report) => Follows switch
    {
        DutyCondition.Boarded => Lawfulness.Boarded(report.Outcome),
        DutyCondition.Seized => report.Seizures.Count > 0,
        DutyCondition.Refused => report.Consent?.Flag is FlagConsent.Refused or FlagConsent.Unanswered,
    };

    /// <summary>When it is due.</summary>
    /// <param name="accepted">When the report was accepted; counted from then too where the report has no end.</param>
    public DateTimeOffset DueAt(BoardingReport report, DateTimeOffset accepted) =>
        (DueFrom is DutyStart.BoardingEnd && report.EndedAt is { } end ? end.ToUniversalTime() : accepted).AddHours(DueHours);

    internal static LegalDuty Of(CsvRow row) => new(
        row.Text("basis"), row.Text("code"), row.Text("title"), row.Text("text"), row.Text("to"), Number.Whole(row.Text("due_hours"))!.Value, Number.Code<DutyStart>(row.Text("due_from"))!.Value,
        Number.Code<DutyTerm>(row.Text("due_set_by"))!.Value, Number.Code<DutyCondition>(row.Text("follows"))!.Value, row["article"], row.Text("confidence"));
}
