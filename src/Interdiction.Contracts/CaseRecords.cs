using System.Text.Json.Serialization;

namespace Interdiction.Contracts;

/// <summary>A partner's part in a case.</summary>
public enum Part { Lead, Boarding, Flag, Port, Transit, Support }

/// <summary>What a case begins with.</summary>
public record CaseOpening
{
    /// <summary>Up to 200 characters.</summary>
    public string? Title { get; init; }
    public Mode? Mode { get; init; }
    public Marking? Marking { get; init; }
}

/// <summary>A case to open by itself, before any report.</summary>
public sealed record NewCase : CaseOpening
{
    [JsonPropertyOrder(-1)]
    public Guid? Id { get; init; }
}

/// <summary>The head of a case.</summary>
public sealed record CaseHead
{
    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public required string Title { get; init; }
    public required Mode Mode { get; init; }
    public required CaseStatus Status { get; init; }

    /// <summary>What became of it; null until it is closed.</summary>
    public Disposition? Disposition { get; init; }

    /// <summary>How long it is kept; null until it is closed.</summary>
    public Retention? Retention { get; init; }
    public required string LeadPartner { get; init; }
    public required string Originator { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required Marking Marking { get; init; }
    public required IReadOnlyList<CaseParticipant> Participants { get; init; }
}

public sealed record CaseParticipant(string Partner, Part Part);

/// <summary>What a partner does in a case.</summary>
public sealed record ParticipantPart
{
    public Part? Part { get; init; }
}

/// <summary>The partners in a case.</summary>
/// <param name="Warnings">Partners that take part and cannot read the case.</param>
public sealed record CaseParticipants(IReadOnlyList<CaseParticipant> Items, IReadOnlyList<Warning> Warnings);

/// <summary>Fields of a case's head that are to be changed; an absent one stays as it is.</summary>
public sealed record CaseChange
{
    /// <summary>Up to 200 characters.</summary>
    public string? Title { get; init; }
    public Mode? Mode { get; init; }
}

/// <summary>What is in a case that the caller can read.</summary>
/// <param name="Comments">How many comments the caller can read.</param>
/// <param name="Tasks">How many tasks the caller can read.</param>
public sealed record CaseContents(
    IReadOnlyList<RecordHead> Boardings, IReadOnlyList<RecordHead> ConsentRequests, IReadOnlyList<RecordHead> Attachments, int Comments, int Tasks);

/// <summary>The head of a record in a case.</summary>
public sealed record RecordHead(Guid Id, string Number, string Title, string State, Marking Marking);

/// <summary>One thing that happened.</summary>
/// <param name="Resource">Id of the record that it happened to.</param>
public sealed record TimelineEntry(DateTimeOffset At, string Kind, string Actor, string Partner, Guid Resource, string Text);

/// <summary>A request to bring a case into another state.</summary>
public sealed record CaseTransition
{
    public CaseStatus? To { get; init; }
    public string? Reason { get; init; }
}

/// <summary>A request to bring a boarding report into another state.</summary>
public sealed record BoardingTransition
{
    public BoardingMove? To { get; init; }
    public string? Reason { get; init; }

    /// <summary>Remarks on single fields; with a return only.</summary>
    public IReadOnlyList<Remark> Remarks { get; init => field = value ?? []; } = [];
}

/// <summary>A transition that was made.</summary>
public sealed record TransitionMade(
    DateTimeOffset At, string? From, string To, int Revision, string Actor, string Partner, string? Reason, IReadOnlyList<Remark> Remarks);

/// <summary>The transitions that were made, oldest first, and those that the caller may make now.</summary>
public sealed record Transitions(IReadOnlyList<TransitionMade> Items, string? NextCursor, IReadOnlyList<string> Allowed);

/// <summary>The head of a boarding report in a list.</summary>
public sealed record BoardingHead
{
    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public required Guid CaseId { get; init; }
    public required string CaseNumber { get; init; }
    public required string Title { get; init; }
    public required Mode Mode { get; init; }
    public required BoardingState State { get; init; }
    public required int Revision { get; init; }
    public required string Originator { get; init; }
    public required DateTimeOffset FiledAt { get; init; }
    public required DateTimeOffset? StartedAt { get; init; }
    public required Outcome? Outcome { get; init; }
    public required Marking Marking { get; init; }
}

/// <summary>A revision of a boarding report, with what it changed.</summary>
public sealed record RevisionHead(int Revision, BoardingState State, string WrittenBy, DateTimeOffset WrittenAt, DateTimeOffset? SubmittedAt, IReadOnlyList<Difference> Differences);

/// <summary>One field that differs from the revision before.</summary>
/// <param name="Pointer">JSON Pointer (RFC 6901) into the report.</param>
/// <param name="From">The earlier value as JSON; null where there was none.</param>
/// <param name="To">The later value as JSON; null where there is none.</param>
public sealed record Difference(string Pointer, System.Text.Json.Nodes.JsonNode? From, System.Text.Json.Nodes.JsonNode? To);

/// <summary>One page of a list.</summary>
/// <param name="NextCursor">Gives the next page; null on the last one.</param>
/// <param name="Total">How many there are that the caller can read, where count=exact asked for it.</param>
public sealed record Page<T>(
    IReadOnlyList<T> Items, string? NextCursor, [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)] int? Total = null);

/// <summary>The caller.</summary>
public sealed record Me(Guid Id, string Name, string Partner, IReadOnlyList<Role> Roles, IReadOnlyList<string> Grants, Classification? Clearance);

/// <summary>Where a person is signed in.</summary>
/// <param name="SeenAt">When it was last used, within a minute.</param>
/// <param name="Browser">What it was begun with, as far as the browser tells.</param>
/// <param name="Address">Network address that it was begun from.</param>
/// <param name="IsThis">True for the session that asks.</param>
public sealed record OpenSession(Guid Id, DateTimeOffset BeganAt, DateTimeOffset SeenAt, string Browser, string Address, bool IsThis);

/// <summary>A passkey of the caller.</summary>
/// <param name="IsBackedUp">True for one that its owner's devices share.</param>
public sealed record OwnPasskey(string Id, string Name, DateTimeOffset CreatedAt, bool IsBackedUp);
