using System.Text.Json.Serialization;

namespace Interdiction.Contracts;

/// <summary>What somebody is told of.</summary>
public enum NotificationKind
{
    /// <summary>A report that you filed or wrote was returned with remarks.</summary>
    ReportReturned,

    /// <summary>A report that you filed or wrote was accepted.</summary>
    ReportAccepted,

    /// <summary>A report waits for your review.</summary>
    ReportSubmitted,

    /// <summary>A proposal waits for a second person.</summary>
    ProposalMade,

    /// <summary>What you proposed was approved or refused.</summary>
    ProposalDecided,

    /// <summary>An exhibit is handed over and waits for its receiver.</summary>
    HandOverWaits,

    /// <summary>Who you handed an exhibit to took it over or refused it.</summary>
    HandOverEnded,

    /// <summary>Your State is asked for its consent.</summary>
    ConsentAsked,

    /// <summary>A flag State acknowledged or answered, or its time ran out.</summary>
    ConsentAnswered,

    /// <summary>The question to your State was taken back.</summary>
    ConsentWithdrawn,

    /// <summary>The time for an answer runs out soon.</summary>
    ConsentDue,

    /// <summary>A task was given to your partner.</summary>
    TaskGiven,

    /// <summary>A task that you opened was done or declined.</summary>
    TaskEnded,

    /// <summary>A task of your partner is due.</summary>
    TaskDue,

    /// <summary>A record was newly released to your partner.</summary>
    Released,

    /// <summary>Another partner tells yours something, or asks it.</summary>
    DispatchReceived,

    /// <summary>What you told or asked another partner was answered or declined, or what it told or asked yours was withdrawn.</summary>
    DispatchEnded,

    /// <summary>A case that you read is to be destroyed when its time is over; a coordinator may stop that.</summary>
    DestructionAnnounced,

    /// <summary>The destruction of a case was stopped, or it was destroyed.</summary>
    DestructionEnded,
}

/// <summary>What can be read, marked and released by itself.</summary>
public enum RecordKind { Case, Boarding, ConsentRequest, Comment, Task, Attachment, Dispatch }

/// <summary>Something that happened for you. Number and title are those of this moment, as you may see them; a record that you cannot read any more takes its notifications with it.</summary>
public sealed record ShownNotification
{
    [JsonPropertyOrder(-2)]
    public required Guid Id { get; init; }
    public required NotificationKind Kind { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
    public required bool Read { get; init; }

    /// <summary>UTC; null while it is unread.</summary>
    public DateTimeOffset? ReadAt { get; init; }
    public required RecordKind RecordKind { get; init; }

    /// <summary>Id of the record.</summary>
    public required Guid Record { get; init; }

    /// <summary>Number of the record; that of its case for a comment or a task.</summary>
    public string? Number { get; init; }

    /// <summary>Title of the record, or the name of the file; null for a comment.</summary>
    public string? Title { get; init; }

    /// <summary>How the record is to be handled.</summary>
    public Marking? Marking { get; init; }

    /// <summary>Null where the case is not for you.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>Where what it is about lies: the record, or a proposal or a hand-over of it.</summary>
    public required string Address { get; init; }
}

/// <summary>Marks a notification.</summary>
public sealed record NotificationChange
{
    /// <summary>True once it has been seen to; false to keep it for later.</summary>
    public bool? Read { get; init; }
}

/// <summary>What an event says: that there is something, and of which kind. What it is about is asked with the id.</summary>
public sealed record NotificationEvent(Guid Id, NotificationKind Kind);
