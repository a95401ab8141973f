namespace Interdiction.Data;

public enum RecordKind { Case, Boarding }

/// <summary>
/// A row of the reader table: this partner may read this record, up to this revision, from this clearance on. It is
/// derived from markings and states, written in the record's own transaction, and every read of content starts from it.
/// </summary>
public sealed class Reader
{
    public Guid RecordId { get; init; }
    public required string Partner { get; init; }
    public RecordKind Kind { get; init; }

    /// <summary>The highest of the record's and its case's classification.</summary>
    public int Classification { get; set; }

    /// <summary>The revision that this partner is shown; earlier ones are its history, later ones do not exist for it.</summary>
    public int Revision { get; set; }

    /// <summary>Sort key of lists, UTC.</summary>
    public DateTimeOffset At { get; init; }
}
