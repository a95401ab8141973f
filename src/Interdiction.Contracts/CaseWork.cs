using System.Text.Json.Serialization;

namespace Interdiction.Contracts;

/// <summary>Something to say to the other readers of a case. It is never changed and never taken back.</summary>
public record NewComment
{
    [JsonPropertyOrder(-2)]
    public Guid? Id { get; init; }

    /// <summary>Up to 4,000 characters.</summary>
    public string? Text { get; init; }
    public Marking? Marking { get; init; }
}

/// <summary>A comment as it was written.</summary>
public sealed record ShownComment : NewComment
{
    [JsonPropertyOrder(-1)]
    public required Guid CaseId { get; init; }
    public required string CaseNumber { get; init; }

    /// <summary>Partner of who wrote it.</summary>
    public required string Originator { get; init; }
    public required string WrittenBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset WrittenAt { get; init; }
}

/// <summary>Work that somebody is to do for a case.</summary>
public record NewTask
{
    [JsonPropertyOrder(-2)]
    public Guid? Id { get; init; }

    /// <summary>Up to 200 characters.</summary>
    public string? Title { get; init; }

    /// <summary>Up to 4,000 characters.</summary>
    public string? Text { get; init; }

    /// <summary>Code of the partner whose work it is, one that can read the task; your own where absent.</summary>
    public string? Owner { get; init; }

    /// <summary>When it is to be done, past or future; none where it has time.</summary>
    public DateTimeOffset? DueAt { get; init; }
    public Marking? Marking { get; init; }
}

/// <summary>A task as it stands.</summary>
public sealed record ShownTask : NewTask
{
    [JsonPropertyOrder(-1)]
    public required Guid CaseId { get; init; }
    public required string CaseNumber { get; init; }
    public required TaskState State { get; init; }

    /// <summary>The duty that it is, of an accepted report, such as SUA_8BIS_C/results; null for a task that somebody opened. GET /reference/duties lists them.</summary>
    public string? Duty { get; init; }

    /// <summary>The report that the duty follows, where you read it.</summary>
    public Guid? BoardingId { get; init; }
    public string? BoardingNumber { get; init; }

    /// <summary>Why it came into its state, where somebody said so.</summary>
    public string? Reason { get; init; }

    /// <summary>Partner of who opened it.</summary>
    public required string Originator { get; init; }
    public required string OpenedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Who did or declined it; null while it is open.</summary>
    public string? EndedBy { get; init; }

    /// <summary>UTC; null while it is open.</summary>
    public DateTimeOffset? EndedAt { get; init; }
}

/// <summary>Fields of a task that are to be changed; an absent one stays as it is. What is done or declined is opened again before it is changed, or with it.</summary>
public sealed record TaskChange
{
    /// <summary>Up to 200 characters.</summary>
    public string? Title { get; init; }

    /// <summary>Up to 4,000 characters.</summary>
    public string? Text { get; init; }

    /// <summary>Code of the partner whose work it is from now on, one that can read the task.</summary>
    public string? Owner { get; init; }
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>done or declined, from open; open, from either.</summary>
    public TaskState? State { get; init; }

    /// <summary>Why; with a state only, and needed for declined. Up to 4,000 characters.</summary>
    public string? Reason { get; init; }
}
