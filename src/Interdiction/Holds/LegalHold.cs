using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Kernel;

namespace Interdiction.Holds;

/// <summary>Keeps all that a case holds for proceedings. A case can be under several; each is set and lifted by two people.</summary>
public sealed class LegalHold : Aggregate, IPart
{
    LegalHold() { }

    public Guid Id { get; private init; }
    public Guid CaseId { get; private init; }
    public Case Case { get; private init; } = null!;
    public string Scope { get; private init; } = "";
    public string Reason { get; private init; } = "";
    public HoldState State { get; private set; }

    /// <summary>Partner of who approved it: the lead's, or its deputy's.</summary>
    public string Originator { get; private init; } = "";
    public string SetBy { get; private init; } = "";
    public DateTimeOffset At { get; private init; }
    public string? LiftedBy { get; private set; }
    public DateTimeOffset? LiftedAt { get; private set; }
    public string? LiftReason { get; private set; }
    public int Version { get; private set; }

    public string Lead => Case.LeadPartner;
    public string ETag => $"\"{Version}\"";
    Guid IPart.Record => CaseId;
    int IPart.Revision => 0;

    // A partner has few legal advisers: who set a hold may also lift it, with another.
    public bool IsAuthor(Guid account) => false;

    public static LegalHold Set(Guid id, Case @case, string scope, string reason, Caller caller, DateTimeOffset now)
    {
        var it = new LegalHold
        {
            Id = id,
            CaseId = @case.Id,
            Case = @case,
            Scope = scope,
            Reason = reason,
            State = HoldState.InForce,
            Originator = caller.Partner,
            SetBy = caller.Name,
            At = now,
            Version = 1,
        };
        it.Tell(new HoldMoved(it, reason));
        return it;
    }

    public Refusal? Lift(string reason, Caller caller, DateTimeOffset now)
    {
        if (State is HoldState.Lifted)
            return Refusal.Conflict("wrongState", "The hold was lifted already.");
        (State, LiftReason, LiftedBy, LiftedAt) = (HoldState.Lifted, reason, caller.Name, now);
        Version++;
        Tell(new HoldMoved(this, reason));
        return null;
    }

    public ShownHold Show(string caseNumber) => new()
    {
        Id = Id,
        CaseId = CaseId,
        CaseNumber = caseNumber,
        Scope = Scope,
        Reason = Reason,
        State = State,
        SetBy = SetBy,
        Partner = Originator,
        SetAt = At,
        LiftedBy = LiftedBy,
        LiftedAt = LiftedAt,
        LiftReason = LiftReason,
    };
}

/// <summary>A hold was set, or lifted.</summary>
public sealed record HoldMoved(LegalHold Hold, string Reason) : IDomainEvent;
