namespace Interdiction.Contracts;

/// <summary>
/// What a ship claimed to be at one boarding, as the report has it: one claim for each name that was read or heard, with
/// what else the ship claimed there. Identifiers are as seen.
/// </summary>
public sealed record IdentityClaim
{
    /// <summary>Vessel, and so the boarding report, that the claim is of.</summary>
    public required Guid VesselId { get; init; }
    public required string BoardingNumber { get; init; }

    /// <summary>When it claimed to be so, UTC: the start of the boarding.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Partner whose officers wrote it down.</summary>
    public required string Partner { get; init; }
    public string? Name { get; init; }

    /// <summary>Who or what claimed the name.</summary>
    public NameSource? Source { get; init; }

    /// <summary>ISO 3166-1 alpha-3.</summary>
    public string? FlagClaimed { get; init; }
    public string? FlagConfirmed { get; init; }
    public string? Imo { get; init; }
    public string? Mmsi { get; init; }
    public string? CallSign { get; init; }
    public VesselType? Type { get; init; }

    /// <summary>Gross tonnage (1969); without a unit.</summary>
    public int? GrossTonnage { get; init; }
}

/// <summary>A ship in a list: what it last claimed to be, of all that the caller can read.</summary>
public record VesselHead
{
    /// <summary>
    /// Id of the boarding report that the vessel is known by. A ship that was boarded twice has two, until they are linked
    /// as one; then each of them leads to all.
    /// </summary>
    public required Guid Id { get; init; }

    /// <summary>The vessels that are linked as this ship and that the caller can read, newest first, this one among them.</summary>
    public required IReadOnlyList<Guid> Vessels { get; init; }
    public required string? Name { get; init; }

    /// <summary>The flag that it last claimed, ISO 3166-1 alpha-3.</summary>
    public required string? Flag { get; init; }
    public required string? Imo { get; init; }
    public required string? Mmsi { get; init; }
    public required string? CallSign { get; init; }
    public required VesselType? Type { get; init; }
    public required int? GrossTonnage { get; init; }

    /// <summary>When it was last boarded, UTC.</summary>
    public required DateTimeOffset SeenAt { get; init; }
}

/// <summary>A ship with all that the caller can read of it.</summary>
public sealed record ShownVessel : VesselHead
{
    public ShownVessel() { }

    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public ShownVessel(VesselHead head) : base(head) { }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<IdentityClaim> Claims { get; init; } = [];
    public IReadOnlyList<Contradiction> Contradictions { get; init; } = [];

    /// <summary>Its boardings, newest first.</summary>
    public IReadOnlyList<BoardingHead> Boardings { get; init; } = [];

    /// <summary>By which links its vessels are one, oldest first; also those that were undone.</summary>
    public IReadOnlyList<ShownVesselLink> Links { get; init; } = [];
}

/// <summary>Two people said that two vessels are one ship, and perhaps that they are not after all.</summary>
/// <param name="Vessels">The two.</param>
/// <param name="By">Who approved it, as the second person, and their partner.</param>
/// <param name="At">UTC.</param>
/// <param name="EndedAt">When it was undone; null while it stands.</param>
public sealed record ShownVesselLink(
    IReadOnlyList<Guid> Vessels, string By, string Partner, DateTimeOffset At, string Reason, string? EndedBy, string? EndedPartner, DateTimeOffset? EndedAt, string? EndReason);

/// <summary>Claims about one ship that do not go together. Nothing is decided by it: a contradiction is evidence.</summary>
/// <param name="Code">What does not go together.</param>
/// <param name="Values">What was claimed, each with the vessels that claimed it.</param>
public sealed record Contradiction(string Code, string Detail, IReadOnlyList<ClaimedValue> Values);

/// <summary>A value, and the vessels that claimed it.</summary>
public sealed record ClaimedValue(string Value, IReadOnlyList<Guid> Vessels);

/// <summary>A vessel that may be the same ship.</summary>
public sealed record LikelyVessel
{
    public required VesselHead Vessel { get; init; }

    /// <summary>How likely, 0 to 1; it ranks, and measures nothing.</summary>
    public required double Score { get; init; }

    /// <summary>What speaks for it, then what speaks against it.</summary>
    public required IReadOnlyList<LikenessReason> Reasons { get; init; }
}

/// <summary>Why a vessel may be the same ship, or may not.</summary>
/// <param name="Code">imo, mmsi, callSign, name, grossTonnage, type or flag.</param>
/// <param name="Against">True for what speaks against it.</param>
public sealed record LikenessReason(string Code, string Detail, bool Against);
