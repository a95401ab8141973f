using System.Text.Json.Serialization;
using Interdiction.Contracts.Reference;

namespace Interdiction.Contracts;

/// <summary>The declared cargo of the conveyance, line by line, with what was found beside it.</summary>
public sealed record Manifest
{
    public Guid? Id { get; init; }
    public IReadOnlyList<ManifestLine> Lines { get; init => field = value ?? []; } = [];
}

public sealed record ManifestLine
{
    /// <summary>The line's number on the manifest, from 1; unique in it.</summary>
    public int? Number { get; init; }
    public Goods? Declared { get; init; }
    public Goods? Found { get; init; }

    /// <summary>Number of the bill of lading, or of another transport document.</summary>
    public string? BillOfLading { get; init; }
    public Party? Consignor { get; init; }
    public Party? Consignee { get; init; }
    public Party? NotifyParty { get; init; }

    /// <summary>Where the goods come from and go to, in words or as UN/LOCODE.</summary>
    public string? Origin { get; init; }
    public string? Destination { get; init; }

    /// <summary>Number of the export licence or transit permit that was shown.</summary>
    public string? Licence { get; init; }

    /// <summary>What the goods are said to be for, and who says so.</summary>
    public string? EndUse { get; init; }

    /// <summary>Why what was found, or taken, is not what was declared.</summary>
    public string? DifferenceReason { get; init; }
}

/// <summary>Goods as declared or as found. Identifiers are kept as seen.</summary>
public sealed record Goods
{
    public string? Description { get; init; }
    public Packages? Packages { get; init; }

    /// <summary>The amount of the goods themselves, in a unit of mass, volume or another.</summary>
    public Quantity? Quantity { get; init; }

    /// <summary>With packages, as written; a unit of mass.</summary>
    public Quantity? GrossMass { get; init; }

    /// <summary>Without packages, as written; a unit of mass.</summary>
    public Quantity? NetMass { get; init; }

    /// <summary>Marks and numbers on the packages.</summary>
    public string? Marks { get; init; }

    /// <summary>Number of the freight container that they are in (ISO 6346).</summary>
    public string? Container { get; init; }

    /// <summary>Number of its seal, as declared or as read.</summary>
    public string? Seal { get; init; }

    /// <summary>CAS registry number.</summary>
    public string? Cas { get; init; }

    /// <summary>EC number (EINECS, ELINCS).</summary>
    public string? Ec { get; init; }

    /// <summary>As the label or the certificate has it, such as "at least 98 %".</summary>
    public string? Purity { get; init; }

    /// <summary>UN number of the UN Model Regulations, with or without the letters UN.</summary>
    public string? Un { get; init; }

    /// <summary>Class or division of the UN Model Regulations, with subsidiary hazards in brackets, such as 4.3 (4.1).</summary>
    public string? HazardClass { get; init; }

    public PackingGroup? PackingGroup { get; init; }

    /// <summary>Harmonized System code.</summary>
    public string? Hs { get; init; }
}

/// <summary>A number of packages: 158 BA are 158 barrels as objects, not a volume.</summary>
public sealed record Packages
{
    public int? Count { get; init; }

    /// <summary>UN/ECE Recommendation 21 code.</summary>
    public string? Type { get; init; }
}

/// <summary>An amount with its unit; the value travels as a decimal string.</summary>
public sealed record Quantity
{
    [JsonConverter(typeof(DecimalConverter))]
    public decimal? Value { get; init; }

    /// <summary>UN/ECE Recommendation 20 code.</summary>
    public string? Unit { get; init; }

    /// <summary>The same mass in kilograms; null where the unit is none of mass, or something is missing.</summary>
    public decimal? InKilograms() =>
        Value is { } value && Unit is not null && ReferenceData.Units.GetValueOrDefault(Unit) is { Dimension: "mass", FactorToSi: { } factor } ? value * factor : null;
}

/// <summary>Goods taken into custody by one authority.</summary>
public sealed record Seizure
{
    public Guid? Id { get; init; }
    public string? Authority { get; init; }
    public IReadOnlyList<Exhibit> Exhibits { get; init => field = value ?? []; } = [];
}

/// <summary>One item or quantity in custody.</summary>
public sealed record Exhibit
{
    public Guid? Id { get; init; }

    /// <summary>The exhibit's number, unique in its report.</summary>
    public string? Number { get; init; }

    /// <summary>Number of the manifest line that it was taken from.</summary>
    public int? ManifestLine { get; init; }
    public string? Description { get; init; }
    public Packages? Packages { get; init; }
    public Quantity? Quantity { get; init; }
    public IReadOnlyList<Seal> Seals { get; init => field = value ?? []; } = [];
}

public sealed record Seal
{
    public string? Number { get; init; }
    public SealClass? Class { get; init; }
    public SealState? State { get; init; }
}
