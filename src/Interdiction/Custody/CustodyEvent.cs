using Interdiction.Contracts;
using Interdiction.Kernel;

namespace Interdiction.Custody;

/// <summary>One link of a chain of custody. It is only added; of a transfer that waits, its end is written once.</summary>
public sealed class CustodyEvent : IHandedOver
{
    CustodyEvent() { }

    public CustodyEvent(CustodyChain chain, Guid id, CustodyStep step, CustodyState state, Writer by)
    {
        (Id, ExhibitId, BoardingId, Revision, Number) = (id, chain.Id, chain.BoardingId, chain.Revision, chain.Count + 1);
        (Type, At, Place, To, Quantity, Seals) = (step.Type, step.At, step.Place, step.To, step.Quantity, step.Seals);
        (Reason, Remarks, Corrects, Part, State) = (step.Reason, step.Remarks, step.Corrects, step.Part, state);
        (Witness, WitnessName) = (step.Witness?.Id, step.Witness?.Name);
        (Partner, Originator, Recorder, RecordedBy, RecordedAt) = (chain.Custodian, by.Partner, by.Id, by.Name, by.At);
    }

    public Guid Id { get; private init; }
    public Guid ExhibitId { get; private init; }
    public Guid BoardingId { get; private init; }

    /// <summary>Revision of the report that the chain stands on: whoever is shown an earlier one is shown nothing of it.</summary>
    public int Revision { get; private init; }

    /// <summary>1, 2, 3, ... in the exhibit.</summary>
    public int Number { get; private init; }
    public CustodyType Type { get; private init; }
    public CustodyState State { get; private set; }
    public DateTimeOffset At { get; private init; }
    public string? Place { get; private init; }

    /// <summary>Partner that had custody when it happened.</summary>
    public string Partner { get; private init; } = "";
    public Receiver? To { get; private init; }
    public Quantity? Quantity { get; private init; }
    public IReadOnlyList<Seal> Seals { get; private init; } = [];
    public string Reason { get; private init; } = "";
    public string? Remarks { get; private init; }
    public Guid? Witness { get; private init; }
    public string? WitnessName { get; private init; }
    public Guid? Corrects { get; private init; }

    /// <summary>The exhibit that a split made.</summary>
    public Guid? Part { get; private init; }

    /// <summary>Partner of who wrote it down: a deputy's own, where one approved a disposal.</summary>
    public string Originator { get; private init; } = "";
    public Guid Recorder { get; private init; }
    public string RecordedBy { get; private init; } = "";
    public DateTimeOffset RecordedAt { get; private init; }
    public string? DecidedBy { get; private set; }
    public string? DecidedPartner { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public string? DecisionReason { get; private set; }
    public int Version { get; private set; } = 1;

    public string Lead => Originator;
    public string ETag => $"\"{Version}\"";
    public bool IsAuthor(Guid account) => account == Recorder;

    /// <summary>True for a transfer to somebody without an account: its witness confirms it.</summary>
    bool IsOutside => To is { Partner: null, User: null };

    public string? Receiver => Type is CustodyType.Transferred ? To!.Partner ?? Partner : null;
    public Guid? Meant => IsOutside ? Witness : To?.User;

    /// <summary>Ends a transfer. Who may do that is decided before.</summary>
    public Refusal? End(CustodyDecision to, string? reason, Writer by)
    {
        if (State is not CustodyState.AwaitingReceiver)
            return Refusal.Conflict("wrongState", $"The event is {Code<CustodyState>.Of(State)}: it waits for nobody.");
        State = to is CustodyDecision.Accepted ? CustodyState.Accepted : CustodyState.Refused;
        (DecidedBy, DecidedPartner, DecidedAt, DecisionReason) = (by.Name, by.Partner, by.At, reason);
        Version++;
        return null;
    }

    public ShownCustodyEvent Show() => new()
    {
        Id = Id,
        Exhibit = ExhibitId,
        Number = Number,
        Type = Type,
        State = State,
        At = At,
        Place = Place,
        Partner = Partner,
        To = To,
        Quantity = Quantity,
        Seals = Seals,
        Reason = Reason,
        Witness = Witness,
        WitnessName = WitnessName,
        Remarks = Remarks,
        Corrects = Corrects,
        Part = Part,
        RecordedBy = RecordedBy,
        RecordedAt = RecordedAt,
        DecidedBy = DecidedBy,
        DecidedAt = DecidedAt,
        DecisionReason = DecisionReason,
        Etag = ETag,
    };
}

/// <summary>What is to be added to a chain, well formed.</summary>
public sealed record CustodyStep(CustodyType Type, DateTimeOffset At, string Reason)
{
    public string? Place { get; init; }
    public Receiver? To { get; init; }
    public Quantity? Quantity { get; init; }
    public IReadOnlyList<Seal> Seals { get; init; } = [];

    /// <summary>An account that was found to be one of the same partner.</summary>
    public Account? Witness { get; init; }
    public string? Remarks { get; init; }
    public Guid? Corrects { get; init; }

    /// <summary>Id of the exhibit that a split makes.</summary>
    public Guid? Part { get; init; }

    /// <summary>It takes something out of what is held.</summary>
    public bool Takes => CustodyTypes.Takes(Type);
}

/// <summary>Who writes an event down, and when.</summary>
public sealed record Writer(Guid Id, string Name, string Partner, DateTimeOffset At)
{
    public static Writer Of(Caller caller, DateTimeOffset now) => new(caller.Id, caller.Name, caller.Partner, now);
}

/// <summary>What the types of events do to the balance.</summary>
public static class CustodyTypes
{
    /// <summary>An exhibit leaves custody by it: it takes two people.</summary>
    public static bool Disposes(CustodyType type) => type is CustodyType.Returned or CustodyType.Released or CustodyType.Destroyed;

    public static bool Takes(CustodyType type) => Disposes(type) || type is CustodyType.Sampled or CustodyType.Split;

    /// <summary>Its quantity is what was found.</summary>
    public static bool Measures(CustodyType type) => type is CustodyType.Inspected or CustodyType.Accessed or CustodyType.Stored;

    /// <summary>One person may correct its quantity: that of a split has a chain of its own by now, a disposal was decided by two.</summary>
    public static bool IsMended(CustodyType type) => Measures(type) || type is CustodyType.Sampled;
}
