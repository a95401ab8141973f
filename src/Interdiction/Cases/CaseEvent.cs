using Interdiction.Contracts;

namespace Interdiction.Cases;

/// <summary>One thing that happened in a case, as its time line shows it; a transition also has its states, reason and remarks.</summary>
public sealed class CaseEvent
{
    public Guid Id { get; init; }
    public Guid CaseId { get; init; }

    /// <summary>The record that it happened to; whoever reads that record sees the event.</summary>
    public Guid RecordId { get; init; }

    /// <summary>Revision of the record; 0 for a record without revisions.</summary>
    public int Revision { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>Such as caseOpened, reportSubmitted.</summary>
    public required string Kind { get; init; }
    public required string Actor { get; init; }
    public required string Partner { get; init; }
    public string? From { get; init; }
    public string? To { get; init; }
    public string? Reason { get; init; }
    public IReadOnlyList<Remark> Remarks { get; init; } = [];
    public required string Text { get; init; }
}
