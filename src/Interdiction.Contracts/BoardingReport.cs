using System.Text.Json.Serialization;

namespace Interdiction.Contracts;

/// <summary>
/// One partner's account of one boarding, inspection or forced landing, as its officer wrote it. The same record
/// travels from the screen to the API, the database and the page.
/// </summary>
public record BoardingReport
{
    /// <summary>UUID version 7, made by the client where it likes.</summary>
    [JsonPropertyOrder(-2)]
    public Guid? Id { get; init; }

    /// <summary>The case that the report belongs to; absent, a case is opened with the report's title and marking.</summary>
    [JsonPropertyOrder(-1)]
    public Guid? CaseId { get; init; }

    /// <summary>Up to 200 characters.</summary>
    public string? Title { get; init; }
    public Mode? Mode { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>UTC; not before <see cref="StartedAt"/>.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The ship's own offset from UTC at the event, as ±hh:mm; for display only.</summary>
    public string? LocalOffset { get; init; }
    public Place? Place { get; init; }
    public Conveyance? Conveyance { get; init; }
    public Voyage? Voyage { get; init; }
    public IReadOnlyList<LegalBasis> LegalBases { get; init => field = value ?? []; } = [];
    public Consent? Consent { get; init; }
    public Outcome? Outcome { get; init; }
    public Persons? Persons { get; init; }
    public IReadOnlyList<Check> Checks { get; init => field = value ?? []; } = [];

    /// <summary>Up to 100,000 characters.</summary>
    public string? Narrative { get; init; }
    public Manifest? Manifest { get; init; }
    public IReadOnlyList<Seizure> Seizures { get; init => field = value ?? []; } = [];
    public Marking? Marking { get; init; }

    /// <summary>The report alone, without what the system answers about it.</summary>
    public BoardingReport AsWritten() => new(this);
}

/// <summary>Where it happened: WGS 84 decimal degrees, a UN/LOCODE as seen, the legal zone.</summary>
public sealed record Place
{
    public string? Unlocode { get; init; }

    /// <summary>Degrees, north positive; also read from a string such as 22°37.0'N.</summary>
    [JsonConverter(typeof(LatitudeConverter))]
    public double? Latitude { get; init; }

    /// <summary>Degrees, east positive; also read from a string such as 120°16.0'E.</summary>
    [JsonConverter(typeof(LongitudeConverter))]
    public double? Longitude { get; init; }
    public Zone? Zone { get; init; }

    /// <summary>The place in words: an anchorage, a berth, a road.</summary>
    public string? Description { get; init; }
}

/// <summary>What was stopped. Without a kind it is only a place holder that the validator refuses.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(Vessel), "vessel")]
[JsonDerivedType(typeof(Aircraft), "aircraft")]
[JsonDerivedType(typeof(Shipment), "shipment")]
public record Conveyance;

/// <summary>A ship as it claimed to be. Identifiers are kept as seen: a false mark is evidence.</summary>
public sealed record Vessel : Conveyance
{
    public IReadOnlyList<VesselName> Names { get; init => field = value ?? []; } = [];

    /// <summary>ISO 3166-1 alpha-3.</summary>
    public string? FlagClaimed { get; init; }
    public string? FlagConfirmed { get; init; }
    public string? Imo { get; init; }
    public string? Mmsi { get; init; }
    public string? CallSign { get; init; }
    public VesselType? Type { get; init; }

    /// <summary>Gross tonnage (International Convention on Tonnage Measurement of Ships, 1969); without a unit.</summary>
    public int? GrossTonnage { get; init; }
    public Party? Owner { get; init; }
    public Party? Operator { get; init; }
}

public sealed record VesselName
{
    public string? Name { get; init; }
    public NameSource? Source { get; init; }
}

public sealed record Aircraft : Conveyance
{
    public string? Registration { get; init; }

    /// <summary>ICAO 24-bit address, six hexadecimal digits.</summary>
    public string? Icao24 { get; init; }
    public string? Type { get; init; }
    public Party? Operator { get; init; }
    public string? StateOfRegistry { get; init; }

    /// <summary>Where it came down: the location indicator of ICAO Doc 7910, or the name.</summary>
    public string? Aerodrome { get; init; }
    public LandingOrder? OrderToLand { get; init; }
}

/// <summary>The order by which an aircraft was made to land (Convention on International Civil Aviation, article 3 bis (b)).</summary>
public sealed record LandingOrder
{
    /// <summary>When it was given, UTC.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Who gave it.</summary>
    public string? Authority { get; init; }

    /// <summary>How: by which frequency, or by which visual signals.</summary>
    public string? Means { get; init; }

    /// <summary>What the crew answered, or did.</summary>
    public string? Answer { get; init; }
}

public sealed record Shipment : Conveyance
{
    /// <summary>Container numbers as seen (ISO 6346).</summary>
    public IReadOnlyList<string> Containers { get; init => field = value ?? []; } = [];
    public string? Vehicle { get; init; }
    public string? Wagon { get; init; }
    public Party? Carrier { get; init; }
}

/// <summary>A person or company named in the papers; a plain string is read as its name.</summary>
[JsonConverter(typeof(PartyConverter))]
public sealed record Party
{
    public string? Name { get; init; }
    public string? Country { get; init; }
    public string? Address { get; init; }

    /// <summary>Legal entity identifier (ISO 17442), as seen.</summary>
    public string? Lei { get; init; }
}

/// <summary>Ports as UN/LOCODE.</summary>
public sealed record Voyage
{
    public string? LastPort { get; init; }
    public string? NextPort { get; init; }
}

/// <summary>A legal basis that the boarding party relied on, with its grounds.</summary>
public sealed record LegalBasis
{
    /// <summary>Code of the register of legal bases.</summary>
    public string? Code { get; init; }

    /// <summary>The national statute and section, where the basis is national law.</summary>
    public string? Statute { get; init; }
    public string? Grounds { get; init; }
}

/// <summary>The flag State's answer and the master's, which are two different things.</summary>
public sealed record Consent
{
    public FlagConsent? Flag { get; init; }
    public MasterConsent? Master { get; init; }

    /// <summary>What the master said, in the master's own words.</summary>
    public string? MasterWords { get; init; }
}

public sealed record Check
{
    public CheckCode? Code { get; init; }
    public CheckResult? Result { get; init; }
    public string? Remark { get; init; }
}
