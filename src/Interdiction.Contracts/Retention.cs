namespace Interdiction.Contracts;

/// <summary>How long a closed case is kept.</summary>
/// <param name="Until">Until then nobody can have it destroyed, UTC; null for good.</param>
public sealed record Retention(RetentionClass Class, DateTimeOffset? Until);

/// <summary>How long a case is kept, what keeps it at this moment, and what of it would be destroyed: a dry run, of what the caller reads.</summary>
public sealed record CaseRetention
{
    public required Guid CaseId { get; init; }
    public required string CaseNumber { get; init; }

    /// <summary>UTC; null for a case that is not closed.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Null for a case that is not closed.</summary>
    public Retention? Retention { get; init; }

    /// <summary>Why two people set it so; null where what became of the case says how long it is kept.</summary>
    public string? Reason { get; init; }

    /// <summary>Why it cannot be destroyed at this moment; none where two coordinators of the lead may have it destroyed.</summary>
    public required IReadOnlyList<string> Obstacles { get; init; }

    /// <summary>How much there is, by kind.</summary>
    public required IReadOnlyList<DestroyedCount> Holds { get; init; }

    /// <summary>The destruction that was announced, and not stopped.</summary>
    public Guid? Destruction { get; init; }
}

/// <summary>How many records of a kind.</summary>
/// <param name="Bytes">Of files; null for other kinds.</param>
public sealed record DestroyedCount(DestroyedKind Kind, int Count, long? Bytes = null);

/// <summary>The end of a case: announced to every partner that reads it, stopped by any of them, or done; then it certifies what was destroyed.</summary>
public sealed record ShownDestruction
{
    public required Guid Id { get; init; }
    public required Guid CaseId { get; init; }
    public required string CaseNumber { get; init; }
    public required string LeadPartner { get; init; }

    /// <summary>Marking that the case had.</summary>
    public required Marking Marking { get; init; }
    public required DestructionState State { get; init; }
    public required Retention Retention { get; init; }
    public required DateTimeOffset ClosedAt { get; init; }
    public required Disposition Disposition { get; init; }
    public required string Reason { get; init; }

    /// <summary>The two people who decided on it, and the partner of the second.</summary>
    public required string ProposedBy { get; init; }
    public required string ApprovedBy { get; init; }
    public required string ApprovedPartner { get; init; }
    public required DateTimeOffset AnnouncedAt { get; init; }

    /// <summary>It is destroyed then, unless it is stopped before.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Who stopped it, and why; or system, which destroyed it.</summary>
    public string? EndedBy { get; init; }
    public string? EndedPartner { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public string? StopReason { get; init; }

    /// <summary>When the last file of it was gone from the store; null before.</summary>
    public DateTimeOffset? FilesGoneAt { get; init; }
}

/// <summary>A record that was destroyed with its case. Whoever could read it can read that it was.</summary>
public sealed record DestroyedRecord
{
    public required DestroyedKind Kind { get; init; }
    public required Guid Id { get; init; }

    /// <summary>Null for a kind that has none.</summary>
    public string? Number { get; init; }
    public required string Originator { get; init; }

    /// <summary>Hexadecimal digits of a file's SHA-256; null for other kinds.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Bytes of a file.</summary>
    public long? Length { get; init; }
}

/// <summary>Stops a destruction that was announced.</summary>
public sealed record DestructionTransition
{
    /// <summary>stopped.</summary>
    public DestructionState? To { get; init; }

    /// <summary>Why the case is to be kept; up to 4,000 characters.</summary>
    public string? Reason { get; init; }
}
