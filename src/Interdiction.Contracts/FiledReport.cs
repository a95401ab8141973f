namespace Interdiction.Contracts;

/// <summary>A boarding report with what the system answers about it; the answered fields may be repeated in a PUT and are ignored there.</summary>
public sealed record FiledReport : BoardingReport
{
    public FiledReport() { }

    public FiledReport(BoardingReport report) : base(report) { }

    public string? Number { get; init; }
    public string? CaseNumber { get; init; }

    /// <summary>From 1; the next one begins when a submitted or accepted revision is taken up again.</summary>
    public int? Revision { get; init; }
    public BoardingState? State { get; init; }

    /// <summary>Partner that made the report.</summary>
    public string? Originator { get; init; }
    public string? FiledBy { get; init; }
    public DateTimeOffset? FiledAt { get; init; }
    public DateTimeOffset? SubmittedAt { get; init; }
    public DateTimeOffset? AcceptedAt { get; init; }
    public Screening? Screening { get; init; }
    public IReadOnlyList<Warning> Warnings { get; init => field = value ?? []; } = [];
}

/// <summary>Something missing or doubtful that does not stop a draft.</summary>
/// <param name="Pointer">JSON Pointer (RFC 6901) into the report.</param>
public sealed record Warning(string Pointer, string Code, string Detail, Severity Severity);

/// <summary>A remark of the reviewing coordinator on one field.</summary>
/// <param name="Pointer">JSON Pointer (RFC 6901) into the report.</param>
public sealed record Remark(string? Pointer, string? Text);

/// <summary>The comparison of cargo with the control lists, and the version of the lists that was used.</summary>
public sealed record Screening(string ListVersion, IReadOnlyList<ScreeningMatch> Matches);

/// <summary>A line that may be a controlled chemical: one match for each list that names it. No match is no proof of absence.</summary>
/// <param name="Line">Number of the manifest line; null for free text.</param>
/// <param name="Item">The list's own item, such as 47 or 2B(4).</param>
/// <param name="Cas">CAS number of the listed chemical; null for a family of chemicals.</param>
/// <param name="Reason">Why it matched, in words: which name, number or family, and how far the text differs.</param>
/// <param name="Score">1 for the same identifier or name, less for a likeness; above 0.</param>
public sealed record ScreeningMatch(int? Line, ControlList List, string Item, string? Cas, string Name, string Reason, double Score);

/// <summary>Cargo to screen without storing it: free text, or lines.</summary>
public sealed record ScreeningRequest
{
    public string? Text { get; init; }
    public IReadOnlyList<ScreeningLine> Lines { get; init => field = value ?? []; } = [];
}

public sealed record ScreeningLine
{
    public int? Number { get; init; }
    public string? Description { get; init; }
    public string? Cas { get; init; }
    public string? Un { get; init; }
}
