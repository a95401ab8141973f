namespace Interdiction.Contracts;

/// <summary>
/// What is missing or doubtful in a well-formed report. Nothing here stops a draft: a note stops nothing, another
/// warning stops submission or acceptance.
/// </summary>
public static class Completeness
{
    /// <summary>All warnings, with pointers into the report: missing parts, then doubts about the legal basis, then about identifiers.</summary>
    /// <param name="register">Legal bases and agreements to judge by; the assembly's own where none are given.</param>
    /// <param name="originator">The partner that boarded (ISO 3166-1 alpha-3), whose agreements count; taken from a filed report where none is given.</param>
    public static IReadOnlyList<Warning> Of(BoardingReport report, LegalRegister? register = null, string? originator = null) =>
    [
        .. MissingParts.Of(report),
        .. Lawfulness.Of(report, register ?? LegalRegister.Default, originator ?? (report as FiledReport)?.Originator),
        .. DoubtfulIdentifiers.Of(report),
    ];
}
