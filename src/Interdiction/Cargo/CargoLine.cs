using Interdiction.Contracts;

namespace Interdiction.Cargo;

/// <summary>A manifest line of one revision of a report, in columns for counting and joining.</summary>
public sealed class CargoLine
{
    public Guid RowId { get; init; } = Guid.CreateVersion7();
    public Guid BoardingId { get; init; }
    public int Revision { get; init; }
    public int Number { get; init; }
    public Guid ManifestId { get; init; }
    public string? Declared { get; init; }
    public string? Found { get; init; }
    public int? PackageCount { get; init; }
    public string? PackageType { get; init; }
}

/// <summary>A control list's match of a manifest line: cases are found by its CAS number.</summary>
public sealed class LineMatch
{
    public Guid RowId { get; init; } = Guid.CreateVersion7();
    public Guid BoardingId { get; init; }
    public int Revision { get; init; }
    public int Line { get; init; }
    public ControlList List { get; init; }
    public required string Item { get; init; }

    /// <summary>Empty for a family of chemicals.</summary>
    public required string Cas { get; init; }
    public double Score { get; init; }
}

/// <summary>An exhibit as one revision of a report has it.</summary>
public sealed class ExhibitEntry
{
    public Guid RowId { get; init; } = Guid.CreateVersion7();
    public Guid Id { get; init; }
    public Guid BoardingId { get; init; }
    public int Revision { get; init; }
    public Guid SeizureId { get; init; }
    public required string Number { get; init; }
    public int? ManifestLine { get; init; }
    public string? Description { get; init; }
    public string? Authority { get; init; }

    /// <summary>Amount in <see cref="Unit"/>; null where none was measured.</summary>
    public decimal? Amount { get; init; }

    /// <summary>UN/ECE Recommendation 20 code.</summary>
    public string? Unit { get; init; }
}
