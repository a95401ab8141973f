namespace Interdiction.Contracts;

/// <summary>A link to add to an exhibit's chain of custody. What was added is never changed: a mistake is named by a correction.</summary>
public sealed record NewCustodyEvent
{
    public Guid? Id { get; init; }
    public CustodyType? Type { get; init; }

    /// <summary>When it happened, UTC; not before the event before it.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Where, in words; up to 200 characters.</summary>
    public string? Place { get; init; }

    /// <summary>transferred: who receives it.</summary>
    public Receiver? To { get; init; }

    /// <summary>
    /// sampled and split: how much was taken. inspected, accessed and stored: how much was found; what is missing then is
    /// answered as unexplained. correction: what it was in truth, of a sample or of what was found.
    /// </summary>
    public Quantity? Quantity { get; init; }

    /// <summary>Seals with the state in which they were left or found.</summary>
    public IReadOnlyList<Seal> Seals { get; init => field = value ?? []; } = [];

    /// <summary>Why; up to 4,000 characters.</summary>
    public string? Reason { get; init; }

    /// <summary>Account of another officer or coordinator of one's own partner; needed where the receiver has no account, and confirms it then.</summary>
    public Guid? Witness { get; init; }

    /// <summary>Condition, method, laboratory; up to 4,000 characters.</summary>
    public string? Remarks { get; init; }

    /// <summary>correction: id of the event that it corrects.</summary>
    public Guid? Corrects { get; init; }
}

/// <summary>Who receives an exhibit: a partner or one of its people, or somebody without an account, such as a laboratory, court or courier.</summary>
public sealed record Receiver
{
    /// <summary>Code of the partner that receives it; null for somebody without an account.</summary>
    public string? Partner { get; init; }
    public string? Agency { get; init; }
    public string? Name { get; init; }

    /// <summary>Account of who receives it; null for anybody of the partner.</summary>
    public Guid? User { get; init; }

    /// <summary>Reference of the document that somebody without an account signed.</summary>
    public string? Document { get; init; }
}

/// <summary>A link of an exhibit's chain of custody.</summary>
public sealed record ShownCustodyEvent
{
    public required Guid Id { get; init; }

    /// <summary>Id of the exhibit.</summary>
    public required Guid Exhibit { get; init; }

    /// <summary>1, 2, 3, ... in the exhibit.</summary>
    public required int Number { get; init; }
    public required CustodyType Type { get; init; }
    public required CustodyState State { get; init; }
    public required DateTimeOffset At { get; init; }
    public string? Place { get; init; }

    /// <summary>Partner that had custody.</summary>
    public required string Partner { get; init; }
    public Receiver? To { get; init; }
    public Quantity? Quantity { get; init; }
    public required IReadOnlyList<Seal> Seals { get; init; }
    public required string Reason { get; init; }
    public Guid? Witness { get; init; }
    public string? WitnessName { get; init; }
    public string? Remarks { get; init; }

    /// <summary>Id of the event that it corrects.</summary>
    public Guid? Corrects { get; init; }

    /// <summary>Id of the exhibit that a split made.</summary>
    public Guid? Part { get; init; }
    public required string RecordedBy { get; init; }

    /// <summary>UTC; later than the event itself where it was entered late.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
    public string? DecidedBy { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }
    public string? DecisionReason { get; init; }

    /// <summary>Strong entity tag of this event.</summary>
    public required string Etag { get; init; }
}

/// <summary>Ends a hand-over, as its receiver or witness.</summary>
public sealed record CustodyTransition
{
    public CustodyDecision? To { get; init; }

    /// <summary>Up to 4,000 characters; a refusal says why.</summary>
    public string? Reason { get; init; }
}

/// <summary>Where an exhibit's quantity is: seized = held + sampled + split + returned + released + destroyed + unexplained, all in the unit of what was seized.</summary>
/// <param name="Unexplained">What was missing when it was last measured; null where nothing is.</param>
public sealed record Balance(Quantity Seized, Quantity Held, Quantity Sampled, Quantity Split, Quantity Returned, Quantity Released, Quantity Destroyed, Quantity? Unexplained);

/// <summary>Who has custody.</summary>
/// <param name="Partner">Partner that answers for it.</param>
/// <param name="Agency">Authority that seized it, or agency that it was handed to last.</param>
public sealed record Custodian(string Partner, string? Agency, string? Name, Guid? User);

/// <summary>An exhibit with its chain of custody, as the report that holds it is shown to the caller.</summary>
public sealed record ShownExhibit
{
    public required Guid Id { get; init; }
    public required string Number { get; init; }

    /// <summary>Id of the boarding report.</summary>
    public required Guid Boarding { get; init; }
    public required Guid CaseId { get; init; }

    /// <summary>Id of the seizure; of the exhibit that it was split from, for a part.</summary>
    public required Guid? Seizure { get; init; }
    public int? ManifestLine { get; init; }
    public string? Description { get; init; }
    public Packages? Packages { get; init; }
    public Quantity? Quantity { get; init; }

    /// <summary>By the line of the manifest that it was taken from; null where nothing there says that there is one.</summary>
    public Hazard? Hazard { get; init; }

    /// <summary>Each seal as it was last seen.</summary>
    public required IReadOnlyList<Seal> Seals { get; init; }

    /// <summary>Null where no quantity was measured.</summary>
    public Balance? Balance { get; init; }

    /// <summary>Null once all of it was returned, released or destroyed.</summary>
    public Custodian? Custodian { get; init; }
    public required IReadOnlyList<ShownCustodyEvent> CustodyEvents { get; init; }

    /// <summary>Id of the exhibit that it was split from.</summary>
    public Guid? Parent { get; init; }

    /// <summary>Ids of the exhibits that were split from it.</summary>
    public required IReadOnlyList<Guid> Parts { get; init; }
    public required Marking Marking { get; init; }
}

/// <summary>Goods taken into custody by one authority, as the report that holds them is shown to the caller.</summary>
public sealed record ShownSeizure(Guid Id, Guid Boarding, Guid CaseId, string? Authority, IReadOnlyList<Exhibit> Exhibits, Marking Marking);
