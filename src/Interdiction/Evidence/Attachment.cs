using Interdiction.Boardings;
using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Kernel;

namespace Interdiction.Evidence;

/// <summary>
/// A file that was uploaded whole: a photo, a scan, a document. Its bytes lie in the blob store under their hash and are never
/// changed; of the record nothing is but its marking, and what the scanner found.
/// </summary>
public sealed class Attachment : Aggregate, ICaseRecord, IUploaded
{
    Attachment() { }

    public Guid Id { get; private init; }
    public string Number { get; private init; } = "";

    /// <summary>The case, report or exhibit that it was uploaded for.</summary>
    public Guid BoundTo { get; private init; }
    public EvidenceOf BoundKind { get; private init; }

    /// <summary>The report, or else the case, with which it is read.</summary>
    public Guid RecordId { get; private init; }

    /// <summary>The newest revision of the report at that moment: whoever is not shown that one yet is not shown the attachment.</summary>
    public int Revision { get; private init; }
    public Guid CaseId { get; private init; }
    public Case? Case { get; private init; }
    public Guid? BoardingId { get; private init; }
    public Boarding? Boarding { get; private init; }
    public string Originator { get; private init; } = "";
    public Guid Uploader { get; private init; }
    public string UploadedBy { get; private init; } = "";
    public DateTimeOffset At { get; private init; }
    public string Name { get; private init; } = "";
    public string? DeclaredType { get; private init; }
    public string Type { get; private init; } = "";
    public long Length { get; private init; }

    /// <summary>Hexadecimal digits.</summary>
    public string Sha256 { get; private init; } = "";
    public int? Width { get; private init; }
    public int? Height { get; private init; }
    public Exif? Exif { get; private init; }
    public EvidenceState State { get; private set; }
    public string? Finding { get; private set; }
    public Marking Marking { get; private set; } = new();
    public int Version { get; private set; }

    public string Lead => Case?.LeadPartner ?? Originator;
    public string ETag => $"\"{Version}\"";
    long IUploaded.Received => Length;
    DateTimeOffset? IUploaded.ExpiresAt => null;
    public bool IsAuthor(Guid account) => account == Uploader;

    /// <summary>Whether its bytes may be given out at all.</summary>
    public Refusal? Closed => State switch
    {
        EvidenceState.Waiting => Refusal.Conflict("inQuarantine", $"Attachment {Number} is in quarantine until it was scanned. Ask again in a moment."),
        EvidenceState.Quarantined => Refusal.Conflict("inQuarantine", $"Attachment {Number} stays in quarantine: the scanner found {Finding}."),
        EvidenceState.Clean or EvidenceState.Unscanned => null,
    };

    /// <summary>The upload is whole: it becomes an attachment of the record that it was begun for.</summary>
    public static Attachment Keep(Upload upload, string number, Bound to, Marking marking, Examination found, bool isScanned, DateTimeOffset now)
    {
        var it = new Attachment
        {
            Id = upload.Id,
            Number = number,
            BoundTo = upload.BoundTo,
            BoundKind = to.Kind,
            RecordId = to.Report?.Id ?? to.Case.Id,
            Revision = to.Report?.Latest ?? 0,
            CaseId = to.Case.Id,
            Case = to.Case,
            BoardingId = to.Report?.Id,
            Boarding = to.Report,
            Originator = upload.Originator,
            Uploader = upload.Uploader,
            UploadedBy = upload.UploadedBy,
            At = now,
            Name = upload.File.Name!,
            DeclaredType = upload.File.DeclaredType,
            Type = found.Type,
            Length = upload.Length,
            Sha256 = found.Sha256,
            Width = found.Width,
            Height = found.Height,
            Exif = found.Exif,
            State = isScanned ? EvidenceState.Waiting : EvidenceState.Unscanned,
            Marking = marking,
            Version = 1,
        };
        it.Tell(new AttachmentAdded(it));
        return it;
    }

    public void Mark(Marking to, string? reason)
    {
        Marking = to;
        Version++;
        Tell(new MarkingChanged(this, reason));
    }

    /// <summary>The scanner has looked at it.</summary>
    /// <param name="finding">What it found; null for nothing.</param>
    public void Scanned(string? finding)
    {
        (State, Finding) = (finding is null ? EvidenceState.Clean : EvidenceState.Quarantined, finding);
        Version++;
    }
}

/// <summary>An attachment was added to a record.</summary>
public sealed record AttachmentAdded(Attachment Attachment) : IDomainEvent;

/// <summary>What was found out about a file when it was whole.</summary>
/// <param name="Sha256">Hexadecimal digits.</param>
public sealed record Examination(string Sha256, string Type, int? Width, int? Height, Exif? Exif);
