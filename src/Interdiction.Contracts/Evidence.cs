using System.Text.Json.Serialization;

namespace Interdiction.Contracts;

/// <summary>What the metadata of an upload says about the file to come (tus 1.0, Upload-Metadata).</summary>
public sealed record NewAttachment
{
    /// <summary>Key filename: its name, without folders; up to 200 characters.</summary>
    public string? Name { get; init; }

    /// <summary>Key filetype: its media type, as the device sees it. What it is, is found out from its content.</summary>
    public string? DeclaredType { get; init; }

    /// <summary>Key sha256: SHA-256 of the whole file, in hexadecimal digits; what arrives otherwise is not kept.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Header Upload-Length: bytes of the whole file.</summary>
    public long Length { get; init; }

    /// <summary>Key marking, as JSON; or keys classification and releasableTo, whose codes are separated by commas. That of the record at the moment when the upload ends, where it is absent.</summary>
    public Marking? Marking { get; init; }
}

/// <summary>A photo, scan or file, kept as it came, with its SHA-256.</summary>
public sealed record ShownAttachment
{
    [JsonPropertyOrder(-2)]
    public required Guid Id { get; init; }

    /// <summary>Human number, such as AT-2026-AUS-K7Q4M.</summary>
    public required string Number { get; init; }

    /// <summary>Id of the case, boarding report or exhibit that it belongs to.</summary>
    public required Guid RecordId { get; init; }
    public required EvidenceOf RecordKind { get; init; }
    public required Guid CaseId { get; init; }
    public required string CaseNumber { get; init; }

    /// <summary>Name of the file.</summary>
    public required string Name { get; init; }

    /// <summary>Media type, by its content.</summary>
    public required string Type { get; init; }

    /// <summary>Media type, as whoever sent it said.</summary>
    public string? DeclaredType { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>SHA-256 of the file as it came, in hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Pixels of a picture; null for what is none.</summary>
    public int? Width { get; init; }

    /// <summary>Pixels of a picture; null for what is none.</summary>
    public int? Height { get; init; }

    /// <summary>What the camera wrote into it; null where there is nothing.</summary>
    public Exif? Exif { get; init; }
    public required EvidenceState State { get; init; }


    /// <summary>True where you can have the file itself; false in quarantine, and where it may hold a position that you are told rounded.</summary>
    public required bool Available { get; init; }

    /// <summary>What the scanner found; null where it found nothing.</summary>
    public string? Finding { get; init; }
    public required Marking Marking { get; init; }
    public required string Originator { get; init; }
    public required string UploadedBy { get; init; }

    /// <summary>When the last byte came, UTC.</summary>
    public required DateTimeOffset UploadedAt { get; init; }

    /// <summary>What is doubtful, such as a type that is another than was declared.</summary>
    public IReadOnlyList<Warning> Warnings { get; init => field = value ?? []; } = [];

    /// <summary>What you are not shown as it stands in the file. A file of which a field is masked is not given out whole, since it holds the field.</summary>
    public IReadOnlyList<MaskedField> Masked { get; init => field = value ?? []; } = [];
}

/// <summary>What a camera writes into a photo (Exif 2.32). It stays in the original, and is shown apart.</summary>
public sealed record Exif
{
    /// <summary>By the clock of the camera, without a zone where it wrote none, such as 2003-08-07T10:20:00+08:00.</summary>
    public string? TakenAt { get; init; }
    public string? Make { get; init; }
    public string? Model { get; init; }

    /// <summary>1 to 8: how the picture is turned to stand upright.</summary>
    public int? Orientation { get; init; }

    /// <summary>Decimal degrees (WGS 84).</summary>
    public double? Latitude { get; init; }

    /// <summary>Decimal degrees (WGS 84).</summary>
    public double? Longitude { get; init; }
}
