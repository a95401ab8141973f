using Interdiction.Contracts;
using Interdiction.Kernel;

namespace Interdiction.Data;

/// <summary>
/// A row of the reader table: this partner may read this record, up to this revision, from this clearance on. It is
/// derived from markings and states, written in the record's own transaction, and every read of content starts from it.
/// </summary>
public sealed class Reader
{
    public Guid RecordId { get; init; }
    public required string Partner { get; init; }

    /// <summary>Who of the partner's people needs to know, by the record's own marking; <see cref="Kernel.Audience.Everybody"/>, a team or an account, or <see cref="Kernel.Audience.Liaison"/>.</summary>
    public Guid Audience { get; init; }

    /// <summary>The same, by the marking of its case.</summary>
    public Guid CaseAudience { get; init; }
    public RecordKind Kind { get; init; }

    /// <summary>The highest of the record's and its case's classification.</summary>
    public int Classification { get; set; }

    /// <summary>The revision that this partner is shown; earlier ones are its history, later ones do not exist for it.</summary>
    public int Revision { get; set; }

    /// <summary>Sort key of lists, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>When it began to be readable so, UTC.</summary>
    public DateTimeOffset Since { get; set; }
}

/// <summary>A row that the reader table once had: it answers who could read a record at an earlier time.</summary>
public sealed class PastReader
{
    public Guid RowId { get; init; } = Guid.CreateVersion7();
    public Guid RecordId { get; init; }
    public required string Partner { get; init; }
    public Guid Audience { get; init; }
    public Guid CaseAudience { get; init; }
    public int Classification { get; init; }
    public int Revision { get; init; }
    public DateTimeOffset Since { get; init; }
    public DateTimeOffset Until { get; init; }
}

/// <summary>A record that a partner could not read before.</summary>
/// <param name="CaseId">The record's case; its own id for a case.</param>
/// <param name="Revision">The revision that the partner is shown.</param>
public sealed record Opened(Guid Record, Guid CaseId, RecordKind Kind, int Revision, string Partner);

/// <summary>Partners other than the originator read records from now on.</summary>
public sealed record RecordsOpened(IReadOnlyList<Opened> Opened) : IDomainEvent;
