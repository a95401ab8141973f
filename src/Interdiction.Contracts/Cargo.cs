using System.Text.Json.Serialization;

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
}

/// <summary>Goods as declared or as found. Identifiers are kept as seen.</summary>
public sealed record Goods
{
    public string? Description { get; init; }
    public Packages? Packages { get; init; }
    public Quantity? Quantity { get; init; }

    /// <summary>CAS registry number.</summary>
    public string? Cas { get; init; }

    /// <summary>UN number of the UN Model Regulations, with or without the letters UN.</summary>
    public string? Un { get; init; }

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
