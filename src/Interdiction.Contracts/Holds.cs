namespace Interdiction.Contracts;

/// <summary>A legal hold: while it is in force nothing of its case is returned, released, destroyed or purged.</summary>
public sealed record ShownHold
{
    public required Guid Id { get; init; }
    public required Guid CaseId { get; init; }
    public required string CaseNumber { get; init; }

    /// <summary>What is held and for which proceedings, in the words of who set it; the hold itself is of the whole case.</summary>
    public required string Scope { get; init; }

    /// <summary>Why it was set.</summary>
    public required string Reason { get; init; }
    public required HoldState State { get; init; }

    /// <summary>Who approved it, as the second person, and their partner.</summary>
    public required string SetBy { get; init; }
    public required string Partner { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset SetAt { get; init; }

    /// <summary>Who approved that it was lifted.</summary>
    public string? LiftedBy { get; init; }
    public DateTimeOffset? LiftedAt { get; init; }

    /// <summary>Why it was lifted.</summary>
    public string? LiftReason { get; init; }
}
