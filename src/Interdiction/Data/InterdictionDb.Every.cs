using Interdiction.Boardings;
using Interdiction.Cases;
using Interdiction.CaseWork;
using Interdiction.Consents;
using Interdiction.Contracts;
using Interdiction.Holds;
using Interdiction.Evidence;
using Interdiction.Kernel;
using Interdiction.Translations;
using Interdiction.Vessels;
using Interdiction.Search;
using Interdiction.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Data;

/// <content>Every record, whoever reads it: for what follows from markings, and for listed jobs.</content>
public abstract partial class InterdictionDb
{
#pragma warning disable RS0030 // Whoever reads it: for what follows from a marking, and nothing else.
    /// <summary>Every case, whether the caller reads it or not.</summary>
    internal IQueryable<Case> EveryCase => Cases.IgnoreQueryFilters();

    /// <summary>Every report, whether the caller reads it or not.</summary>
    internal IQueryable<Boarding> EveryReport => Boardings.IgnoreQueryFilters();

    /// <summary>Every revision of these reports, whether the caller reads it or not.</summary>
    internal IQueryable<BoardingRevision> EveryRevisionOf(IReadOnlyCollection<Guid> reports) => Revisions.IgnoreQueryFilters().Where(x => reports.Contains(x.BoardingId));

    /// <summary>Every translation of these reports, whether the caller reads it or not.</summary>
    internal IQueryable<Translation> EveryTranslationOf(IReadOnlyCollection<Guid> reports) => Translations.IgnoreQueryFilters().Where(x => reports.Contains(x.BoardingId));

    /// <summary>Every record with a marking of its own in these cases, reports apart, whether the caller reads it or not. Each comes with its case.</summary>
    internal async Task<IReadOnlyList<ICaseRecord>> EveryRecordIn(IReadOnlyCollection<Guid> cases, CancellationToken stop) =>
    [
        .. await ConsentRequests.IgnoreQueryFilters().Include(x => x.Case).Where(x => cases.Contains(x.CaseId)).ToListAsync(stop),
        .. await Comments.IgnoreQueryFilters().Include(x => x.Case).Where(x => cases.Contains(x.CaseId)).ToListAsync(stop),
        .. await Tasks.IgnoreQueryFilters().Include(x => x.Case).Where(x => cases.Contains(x.CaseId)).ToListAsync(stop),
        .. await Attachments.IgnoreQueryFilters().Include(x => x.Case).Include(x => x.Boarding).Where(x => cases.Contains(x.CaseId)).ToListAsync(stop),
    ];

    /// <summary>Every attachment, whether the caller reads it or not.</summary>
    internal IQueryable<Attachment> EveryAttachment => Attachments.IgnoreQueryFilters();

    /// <summary>Every attachment of a report, whether the caller reads it or not.</summary>
    internal IQueryable<Attachment> EveryAttachmentOf(Guid report) => Attachments.IgnoreQueryFilters().Include(x => x.Case).Include(x => x.Boarding).Where(x => x.BoardingId == report);

    /// <summary>Brings the case of a record to it, and the report of an attachment, whether the caller reads it or not: what follows from the record's marking depends on it.</summary>
    internal async Task BringCase(ICaseRecord it, CancellationToken stop)
    {
        if (it.Case is null)
            await Derive(() => EveryCase.SingleAsync(x => x.Id == it.CaseId, stop));
        if (it is Attachment { BoardingId: { } report, Boarding: null })
            await Derive(() => EveryReport.SingleAsync(x => x.Id == report, stop));
    }

    /// <summary>The consent requests whose time has run out, of every partner: for the clock alone.</summary>
    /// <exception cref="InvalidOperationException">Somebody else asks.</exception>
    internal IQueryable<ConsentRequest> DueRequests(DateTimeOffset now) => caller.Job is Job.ConsentClock
        ? ConsentRequests.IgnoreQueryFilters().Where(x => x.State == ConsentState.Acknowledged && x.DueAt <= now)
        : throw new InvalidOperationException("The clock alone asks what is due.");

    /// <summary>The accepted revisions whose duties are not opened yet, of every partner: for the job that opens them alone.</summary>
    /// <exception cref="InvalidOperationException">Somebody else asks.</exception>
    internal IQueryable<BoardingRevision> OwingRevisions => caller.Job is Job.OpenDuties
        ? Revisions.IgnoreQueryFilters().Where(x => x.OwesDuties)
        : throw new InvalidOperationException("Who opens duties alone asks what is owed.");

    /// <summary>The report of a revision that owes duties, its case, and those of its duties that are open already.</summary>
    internal async Task<(Boarding Report, Case Case, IReadOnlyList<string?> Opened)> Owed(BoardingRevision owing, CancellationToken stop)
    {
        var report = await Boardings.IgnoreQueryFilters().SingleAsync(x => x.Id == owing.BoardingId, stop);
        var @case = await Derive(() => EveryCase.SingleAsync(x => x.Id == owing.CaseId, stop));
        return (report, @case, await Tasks.IgnoreQueryFilters().Where(x => x.BoardingId == report.Id).Select(x => x.Duty).ToListAsync(stop));
    }

    /// <summary>Every legal hold of these cases, whether the caller reads it or not.</summary>
    internal Task<List<LegalHold>> EveryHoldIn(IReadOnlyCollection<Guid> cases, CancellationToken stop) => Holds.IgnoreQueryFilters().AsNoTracking().Where(x => cases.Contains(x.CaseId)).ToListAsync(stop);

    /// <summary>Every search entry, whoever it is for.</summary>
    internal IQueryable<SearchEntry> EveryEntry => SearchEntries.IgnoreQueryFilters();

    /// <summary>What a ship claimed to be in every revision of these reports, whether the caller reads it or not.</summary>
    internal IQueryable<VesselClaim> EveryClaimOf(IReadOnlyCollection<Guid> reports) => VesselClaims.IgnoreQueryFilters().Where(x => reports.Contains(x.BoardingId));

    /// <summary>Everything that a ship is found by, whoever may find it.</summary>
    internal IQueryable<VesselKey> EveryKey => VesselKeys.IgnoreQueryFilters();

    /// <summary>The search entries of one revision of a record, whoever they are for.</summary>
    internal IQueryable<SearchEntry> EntriesOf(Guid record, int revision) => EveryEntry.Where(x => x.RecordId == record && x.Revision == revision);

    /// <summary>The consent requests whose clock runs, of every partner: for reminders alone.</summary>
    /// <exception cref="InvalidOperationException">Somebody else asks.</exception>
    internal IQueryable<ConsentRequest> RunningClocks => caller.Job is Job.Reminders
        ? ConsentRequests.IgnoreQueryFilters().Where(x => x.State == ConsentState.Acknowledged && x.DueAt != null)
        : throw new InvalidOperationException("Reminders alone ask which clocks run.");

    /// <summary>The open tasks that are to be done by then, of every partner: for reminders alone.</summary>
    /// <exception cref="InvalidOperationException">Somebody else asks.</exception>
    internal IQueryable<CaseTask> TasksDue(DateTimeOffset by) => caller.Job is Job.Reminders
        ? Tasks.IgnoreQueryFilters().Where(x => x.State == TaskState.Open && x.DueAt <= by)
        : throw new InvalidOperationException("Reminders alone ask what is due.");

    /// <summary>What was told to anybody before or since a time: for streams, and for who clears up, alone.</summary>
    /// <exception cref="InvalidOperationException">Somebody else asks.</exception>
    internal IQueryable<Notification> EveryNotification => caller.Job is Job.Reminders or Job.EventStreams
        ? Notifications.IgnoreQueryFilters()
        : throw new InvalidOperationException("Streams and reminders alone ask what others were told.");

    /// <summary>The attachments that wait for the scanner, of every partner: for the scan alone.</summary>
    /// <exception cref="InvalidOperationException">Somebody else asks.</exception>
    internal IQueryable<Attachment> UnscannedAttachments => caller.Job is Job.ScanEvidence
        ? Attachments.IgnoreQueryFilters().Where(x => x.State == EvidenceState.Waiting)
        : throw new InvalidOperationException("The scan alone asks what waits for it.");

    /// <summary>The uploads of which nothing more came, of every partner: for the expiry alone.</summary>
    /// <exception cref="InvalidOperationException">Somebody else asks.</exception>
    internal IQueryable<Upload> ExpiredUploads(DateTimeOffset now) => caller.Job is Job.ExpireUploads
        ? Uploads.Where(x => x.ExpiresAt <= now)
        : throw new InvalidOperationException("The expiry alone asks what has expired.");

    /// <summary>Every reader row of one record, whoever it is for.</summary>
    internal IQueryable<Reader> RowsOf(Guid record) => Readers.Where(x => x.RecordId == record);

    /// <summary>The partners that read one record.</summary>
    internal Task<List<string>> PartnersReading(Guid record, CancellationToken stop) => Derive(() => RowsOf(record).Select(x => x.Partner).Distinct().ToListAsync(stop));

    /// <summary>The reader rows that one record once had.</summary>
    internal IQueryable<PastReader> PastRowsOf(Guid record) => PastReaders.Where(x => x.RecordId == record);
#pragma warning restore RS0030
}
