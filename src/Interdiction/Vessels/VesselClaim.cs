using Interdiction.Contracts;

namespace Interdiction.Vessels;

/// <summary>What a ship claimed to be at one boarding, by one source: identity is never settled by a name or number.</summary>
public sealed class VesselClaim
{
    public Guid RowId { get; init; } = Guid.CreateVersion7();
    public Guid BoardingId { get; init; }
    public int Revision { get; init; }

    /// <summary>Order within the report, from 1.</summary>
    public int Number { get; init; }
    public string? Name { get; init; }

    /// <summary>Where the name was read or heard.</summary>
    public string? Source { get; init; }
    public string? Flag { get; init; }
    public string? FlagConfirmed { get; init; }
    public string? Imo { get; init; }
    public string? Mmsi { get; init; }
    public string? CallSign { get; init; }
    public VesselType? Type { get; init; }
    public int? GrossTonnage { get; init; }

    /// <summary>Name, also in Latin letters, and identifiers, folded as words are that somebody looks for.</summary>
    public required string Words { get; init; }

    /// <summary>When it claimed to be so, UTC: the start of the boarding.</summary>
    public DateTimeOffset At { get; init; }
    public required string ClaimedTo { get; init; }
}
