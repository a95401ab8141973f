using System.Text.Json.Serialization;

namespace Interdiction.Contracts;

/// <summary>
/// The question to a flag State whether its ship may be boarded. SUA Convention as amended 2005, article 8bis(5)(c): a
/// request names the ship, and is confirmed in writing where it was made by voice.
/// </summary>
public record NewConsentRequest
{
    [JsonPropertyOrder(-2)]
    public Guid? Id { get; init; }

    /// <summary>The case that it is asked for: one that is open and that you read. Not shown to whom the case is not readable.</summary>
    [JsonPropertyOrder(-1)]
    public Guid? CaseId { get; init; }

    /// <summary>The flag State that is asked, ISO 3166-1 alpha-3.</summary>
    public string? Flag { get; init; }

    /// <summary>Code of a boarding agreement of that flag with your own partner; none for a request that rests on no agreement.</summary>
    public string? Agreement { get; init; }

    /// <summary>The ship as it claims to be; by a name or a number at least.</summary>
    public Vessel? Vessel { get; init; }

    /// <summary>Why it is to be boarded; up to 4,000 characters.</summary>
    public string? Grounds { get; init; }

    /// <summary>How the flag State was reached.</summary>
    public Channel? Channel { get; init; }
    public Marking? Marking { get; init; }
}

/// <summary>A consent request as it stands.</summary>
public sealed record ShownConsentRequest : NewConsentRequest
{
    public ShownConsentRequest() { }

    public ShownConsentRequest(NewConsentRequest request) : base(request) { }

    public required string Number { get; init; }

    /// <summary>Null where the case is not readable to the caller.</summary>
    public string? CaseNumber { get; init; }
    public required ConsentState State { get; init; }

    /// <summary>Partner that asks.</summary>
    public required string Originator { get; init; }
    public required string SentBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>When the flag State said that it has the request, UTC.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>When the time for the answer runs out, UTC; null where no clock runs.</summary>
    public DateTimeOffset? DueAt { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }
    public string? AnsweredBy { get; init; }

    /// <summary>When the time ran out without an answer, UTC.</summary>
    public DateTimeOffset? ExpiredAt { get; init; }

    /// <summary>What the flag State bound its answer to.</summary>
    public string? Conditions { get; init; }

    /// <summary>What no answer would mean, and from when on; null where an answer is no longer awaited.</summary>
    public SilenceMeaning? IfSilent { get; init; }
    public IReadOnlyList<Warning> Warnings { get; init => field = value ?? []; } = [];
}

/// <summary>What a flag State's silence means.</summary>
/// <param name="State">The state that silence leads to: deemed, unanswered, or the present one where no clock runs.</param>
/// <param name="At">From when on, UTC; null while no clock runs.</param>
/// <param name="Rule">The rule that says so, with its instrument.</param>
public sealed record SilenceMeaning(ConsentState State, DateTimeOffset? At, string Rule);

/// <summary>A request to bring a consent request into another state.</summary>
public sealed record ConsentTransition
{
    /// <summary>acknowledged, granted, refused or directedToPort by the flag State; withdrawn by who asked. deemed and unanswered come from the clock alone.</summary>
    public ConsentState? To { get; init; }
    public string? Reason { get; init; }

    /// <summary>What the flag State binds its answer to, in words; up to 4,000 characters.</summary>
    public string? Conditions { get; init; }
}
