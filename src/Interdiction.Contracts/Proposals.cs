namespace Interdiction.Contracts;

/// <summary>An act that one person proposes and a second one of the same right approves.</summary>
public sealed record NewProposal
{
    public Guid? Id { get; init; }
    public ProposalAct? Act { get; init; }

    /// <summary>Id of the record that the act is done to.</summary>
    public Guid? Resource { get; init; }
    public ProposalArguments Arguments { get; init => field = value ?? new(); } = new();

    /// <summary>Why it is to be done; up to 4,000 characters.</summary>
    public string? Reason { get; init; }
}

/// <summary>What an act needs to know: each act has fields of its own, and takes no others.</summary>
public sealed record ProposalArguments
{
    /// <summary>widenMarking: partners that the record is released to as well, or ALL.</summary>
    public IReadOnlyList<string>? ReleasableTo { get; init; }

    /// <summary>widenMarking: the whole marking that the record is to have, where more than its release is widened.</summary>
    public Marking? Marking { get; init; }

    /// <summary>closeCase: what became of it.</summary>
    public Disposition? Disposition { get; init; }

    /// <summary>moveLead: the partner that is to lead.</summary>
    public string? Partner { get; init; }

    /// <summary>setHold: what is held and for which proceedings; up to 4,000 characters.</summary>
    public string? Scope { get; init; }

    /// <summary>setRetention: the class that the case is to have.</summary>
    public RetentionClass? Class { get; init; }

    /// <summary>setRetention: until when it is kept, UTC; the years of the class from its closing where it is absent.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>linkVessels: the vessel that is the same ship. unlinkVessels: the one that is not; may be left out where the vessel is linked with one alone.</summary>
    public Guid? With { get; init; }

    /// <summary>disposeExhibit: what is to become of it.</summary>
    public Disposal? Type { get; init; }

    /// <summary>disposeExhibit: how much; all that is held where it is absent.</summary>
    public Quantity? Quantity { get; init; }

    /// <summary>disposeExhibit: when it was done, UTC; the moment of the approval where it is absent.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>disposeExhibit: to whom it goes.</summary>
    public Receiver? To { get; init; }
}

/// <summary>A proposal as it stands.</summary>
public sealed record ShownProposal
{
    public required Guid Id { get; init; }
    public required ProposalAct Act { get; init; }
    public required Guid Resource { get; init; }
    public required ProposalArguments Arguments { get; init; }
    public required string Reason { get; init; }
    public required ProposalState State { get; init; }

    /// <summary>Partner whose right the act is.</summary>
    public required string Partner { get; init; }
    public required string ProposedBy { get; init; }
    public required DateTimeOffset ProposedAt { get; init; }

    /// <summary>From then on nobody can approve it, UTC.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
    public string? DecidedBy { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }
    public string? DecisionReason { get; init; }

    /// <summary>Partners that can read the record by the act, and could not before; where the act changes reading and was tried or done just now.</summary>
    public IReadOnlyList<string>? Gains { get; init; }

    /// <summary>Partners that could read the record before the act, and cannot after it.</summary>
    public IReadOnlyList<string>? Loses { get; init; }
}

/// <summary>A decision on a proposal.</summary>
public sealed record ProposalTransition
{
    /// <summary>approved, refused or withdrawn.</summary>
    public ProposalState? To { get; init; }
    public string? Reason { get; init; }
}
