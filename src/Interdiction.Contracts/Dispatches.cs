using System.Text.Json.Serialization;

namespace Interdiction.Contracts;

/// <summary>What a dispatch is: something that one partner tells another, or asks it.</summary>
public enum DispatchKind { Tip, InformationRequest }

/// <summary>Where a dispatch stands. Whoever it is addressed to answers or declines; whoever sent it may withdraw it until then.</summary>
public enum DispatchState { Sent, Answered, Declined, Withdrawn }

/// <summary>How far a source can be trusted: A in every instance, B in most, C in most not, X cannot be told. Regulation (EU) 2016/794, article 29(2).</summary>
public enum SourceReliability { A, B, C, X }

/// <summary>Where a tip comes from, and what it is worth.</summary>
public sealed record DispatchSource
{
    /// <summary>Who or what it is, for the sender's own people alone; up to 4,000 characters.</summary>
    public string? Name { get; init; }
    public SourceReliability? Reliability { get; init; }

    /// <summary>
    /// 1: no doubt that it is so; 2: known to the source itself; 3: not known to the source itself, but borne out by other
    /// information; 4: neither. Regulation (EU) 2016/794, article 29(3).
    /// </summary>
    public int? Accuracy { get; init; }
}

/// <summary>A tip, or a request for information, from one partner to another. It is no part of a case, though it may concern one.</summary>
public record NewDispatch
{
    [JsonPropertyOrder(-2)]
    public Guid? Id { get; init; }
    public DispatchKind? Kind { get; init; }

    /// <summary>Code of the partner that it is addressed to; its marking releases it to that one.</summary>
    public string? To { get; init; }

    /// <summary>The case of yours or another's that it concerns; none where there is none. Not shown to whom the case is not readable.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>Up to 200 characters.</summary>
    public string? Title { get; init; }

    /// <summary>Up to 4,000 characters.</summary>
    public string? Text { get; init; }
    public DispatchSource? Source { get; init; }
    public Marking? Marking { get; init; }
}

/// <summary>A dispatch as it stands.</summary>
public sealed record ShownDispatch : NewDispatch
{
    [JsonPropertyOrder(-1)]
    public required string Number { get; init; }

    /// <summary>Null where the case is not readable to you.</summary>
    public string? CaseNumber { get; init; }
    public required DispatchState State { get; init; }

    /// <summary>Partner that sent it.</summary>
    public required string Originator { get; init; }
    public required string SentBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The answer, or why it was declined or withdrawn; null while it waits.</summary>
    public string? Answer { get; init; }
    public string? EndedBy { get; init; }

    /// <summary>When it was answered, declined or withdrawn, UTC; null while it waits.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The case that the answer opened, where you read it.</summary>
    public Guid? OpenedCaseId { get; init; }
    public string? OpenedCaseNumber { get; init; }

    /// <summary>What is kept from you, and by which rule.</summary>
    public IReadOnlyList<MaskedField> Masked { get; init => field = value ?? []; } = [];
}

/// <summary>A request to bring a dispatch into another state.</summary>
public sealed record DispatchTransition
{
    /// <summary>answered or declined by whom it is addressed to; withdrawn by who sent it.</summary>
    public DispatchState? To { get; init; }

    /// <summary>The answer, or the reason why it is declined, both needed; or the reason why it is withdrawn. Up to 4,000 characters.</summary>
    public string? Text { get; init; }

    /// <summary>A case that the answer opens, of your own partner; none where no case comes of it.</summary>
    public CaseOpening? Opens { get; init; }
}
