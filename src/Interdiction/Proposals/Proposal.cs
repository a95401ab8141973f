using Interdiction.Contracts;
using Interdiction.Kernel;

namespace Interdiction.Proposals;

/// <summary>An act that one person proposed: it is done when a second one of the same right approves it, and not before.</summary>
public sealed class Proposal : Aggregate, ISubject
{
    /// <summary>How long a proposal stands.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(14);

    Proposal() { }

    public Guid Id { get; private init; }
    public ProposalAct Act { get; private init; }

    /// <summary>The record that the act is done to.</summary>
    public Guid Resource { get; private init; }

    /// <summary>The record by whose readers it is read: the same, or the report that an exhibit is part of.</summary>
    public Guid Record { get; private init; }

    /// <summary>The revision of that record from which on the thing stands there so; 0 for the record itself.</summary>
    public int Revision { get; private init; }

    /// <summary>The report of the second vessel, where two are linked or unlinked: then it is told to everybody who reads both, for it is every reader's right.</summary>
    public Guid? OtherRecord { get; private init; }
    public ProposalArguments Arguments { get; private init; } = new();
    public string Reason { get; private init; } = "";

    /// <summary>The proposer's partner, whose right the act is.</summary>
    public string Originator { get; private init; } = "";
    public Guid Proposer { get; private init; }
    public string ProposedBy { get; private init; } = "";
    public DateTimeOffset At { get; private init; }
    public ProposalState State { get; private set; }
    public string? DecidedBy { get; private set; }
    public string? DecidedPartner { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public string? DecisionReason { get; private set; }
    public int Version { get; private set; }

    public string Lead => Originator;
    public string ETag => $"\"{Version}\"";
    public bool IsAuthor(Guid account) => account == Proposer;
    public DateTimeOffset ExpiresAt => At + Life;

    public static Proposal Make(Guid id, NewProposal asked, ISubject record, Caller caller, DateTimeOffset now)
    {
        var it = new Proposal
        {
            Id = id,
            Act = asked.Act!.Value,
            Resource = asked.Resource!.Value,
            Record = (record as IPart)?.Record ?? asked.Resource!.Value,
            Revision = (record as IPart)?.Revision ?? 0,
            OtherRecord = asked.Arguments.With,
            Arguments = asked.Arguments,
            Reason = asked.Reason!,
            Originator = caller.Partner,
            Proposer = caller.Id,
            ProposedBy = caller.Name,
            At = now,
            State = ProposalState.Open,
            Version = 1,
        };
        it.Tell(new ProposalMoved(it));
        return it;
    }

    /// <summary>The state at a moment: an open proposal expires by itself.</summary>
    public ProposalState StateAt(DateTimeOffset now) => State is ProposalState.Open && now >= ExpiresAt ? ProposalState.Expired : State;

    /// <summary>Approves, refuses or withdraws it. Who may do that is decided before.</summary>
    public Refusal? Decide(ProposalState to, string? reason, Caller caller, DateTimeOffset now)
    {
        if (StateAt(now) is not ProposalState.Open and var state)
            return Refusal.Conflict("wrongState", $"The proposal is {Code<ProposalState>.Of(state)}: nothing is to be decided any more.");
        (State, DecidedBy, DecidedPartner, DecidedAt, DecisionReason) = (to, caller.Name, caller.Partner, now, reason);
        Version++;
        Tell(new ProposalMoved(this));
        return null;
    }

    public ShownProposal Show(DateTimeOffset now, Effect? effect = null) => new()
    {
        Id = Id,
        Act = Act,
        Resource = Resource,
        Arguments = Arguments,
        Reason = Reason,
        State = StateAt(now),
        Partner = Originator,
        ProposedBy = ProposedBy,
        ProposedAt = At,
        ExpiresAt = ExpiresAt,
        DecidedBy = DecidedBy,
        DecidedAt = DecidedAt,
        DecisionReason = DecisionReason,
        Gains = effect?.Gains,
        Loses = effect?.Loses,
    };
}

/// <summary>An act was proposed, or a proposal decided on or withdrawn.</summary>
public sealed record ProposalMoved(Proposal Proposal) : IDomainEvent;
