using Interdiction.Boardings;
using Interdiction.Cases;
using Interdiction.CaseWork;
using Interdiction.Consents;
using Interdiction.Contracts;
using Interdiction.Dispatches;
using Interdiction.Holds;
using Interdiction.Evidence;
using Interdiction.Kernel;
using Interdiction.Translations;
using Interdiction.Vessels;
using Interdiction.Search;
using Interdiction.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Data;

/// <content>One record as its reader finds it, and every record for what follows from a marking.</content>
public abstract partial class InterdictionDb
{
    /// <summary>The reader rows of the caller, from which every list starts.</summary>
    public IQueryable<Reader> Reading(RecordKind kind) => Own.Where(x => x.Kind == kind);

    IQueryable<Reader> Own => Readers.Where(x => x.Partner == ReadsAs && x.Classification <= ReadsUpTo && Audiences.Contains(x.Audience) && Audiences.Contains(x.CaseAudience));

    /// <summary>What kind of record it is; nothing where the caller does not read it.</summary>
    public IQueryable<RecordKind> KindOf(Guid record) => Own.Where(x => x.RecordId == record).OrderBy(x => x.Audience).Select(x => x.Kind);

    // One record is looked for by the id that the caller's reader row gives, which is asked for first: where there is none
    // no record is fetched to be weighed, and what is hidden takes as long as what is not there.
    // Whoever asks holds it in a variable: called within a query, EF Core would run it before that as one of its own.
    IQueryable<Guid?> Readable(RecordKind kind, Guid id) => Reading(kind).Where(x => x.RecordId == id).OrderBy(x => x.Audience).Select(x => (Guid?)x.RecordId);

    /// <summary>One case, or none where the caller does not read it.</summary>
    public IQueryable<Case> CaseOf(Guid id)
    {
        var readable = Readable(RecordKind.Case, id);
        return Cases.Where(x => x.Id == readable.FirstOrDefault());
    }

    /// <summary>One report, or none where the caller does not read it.</summary>
    public IQueryable<Boarding> ReportOf(Guid id)
    {
        var readable = Readable(RecordKind.Boarding, id);
        return Boardings.Where(x => x.Id == readable.FirstOrDefault());
    }

    /// <summary>One consent request, or none where the caller does not read it.</summary>
    public IQueryable<ConsentRequest> RequestOf(Guid id)
    {
        var readable = Readable(RecordKind.ConsentRequest, id);
        return ConsentRequests.Where(x => x.Id == readable.FirstOrDefault());
    }

    /// <summary>One dispatch, or none where the caller does not read it.</summary>
    public IQueryable<Dispatch> DispatchOf(Guid id)
    {
        var readable = Readable(RecordKind.Dispatch, id);
        return Dispatches.Where(x => x.Id == readable.FirstOrDefault());
    }

    /// <summary>One comment, or none where the caller does not read it.</summary>
    public IQueryable<Comment> CommentOf(Guid id)
    {
        var readable = Readable(RecordKind.Comment, id);
        return Comments.Where(x => x.Id == readable.FirstOrDefault());
    }

    /// <summary>One task, or none where the caller does not read it.</summary>
    public IQueryable<CaseTask> TaskOf(Guid id)
    {
        var readable = Readable(RecordKind.Task, id);
        return Tasks.Where(x => x.Id == readable.FirstOrDefault());
    }

    /// <summary>One attachment, or none where the caller does not read it.</summary>
    public IQueryable<Attachment> AttachmentOf(Guid id)
    {
        var readable = Readable(RecordKind.Attachment, id);
        return Attachments.Where(x => x.Id == readable.FirstOrDefault());
    }

    /// <summary>Those revisions of one report that the caller reads.</summary>
    public IQueryable<BoardingRevision> RevisionsOf(Guid report)
    {
        var readable = Readable(RecordKind.Boarding, report);
        return Revisions.Where(x => x.BoardingId == readable.FirstOrDefault());
    }

    /// <summary>The revision of one report that the caller is shown.</summary>
    public IQueryable<BoardingRevision> ShownRevisionOf(Guid report)
    {
        var readable = Readable(RecordKind.Boarding, report);
        return ShownRevisions.Where(x => x.BoardingId == readable.FirstOrDefault());
    }

    /// <summary>The revisions that the caller is shown, one a report.</summary>
    public IQueryable<BoardingRevision> ShownRevisions
    {
        get
        {
            // No join, and no word of the kind: SQLite would begin with every reader row of the partner, for each case that asks for its reports.
            var own = Own;
            return Revisions.Where(x => own.Any(r => r.RecordId == x.BoardingId && r.Revision == x.Number));
        }
    }

    /// <summary>What ships claimed to be, in the revisions that the caller is shown.</summary>
    public IQueryable<VesselClaim> ShownClaims
    {
        get
        {
            var own = Own;
            return VesselClaims.Where(x => own.Any(r => r.RecordId == x.BoardingId && r.Revision == x.Revision));
        }
    }

    /// <summary>What one vessel claimed to be, in the revision that the caller is shown.</summary>
    public IQueryable<VesselClaim> ShownClaimsOf(Guid vessel)
    {
        var readable = Readable(RecordKind.Boarding, vessel);
        return ShownClaims.Where(x => x.BoardingId == readable.FirstOrDefault());
    }

    /// <summary>What fits a question, of all that the caller is shown.</summary>
    public IQueryable<SearchEntry> Found(SearchQuestion question) => Found(question, SearchEntries);

    /// <summary>What fits a question, of some of what the caller is shown.</summary>
    public IQueryable<SearchEntry> Found(SearchQuestion question, IQueryable<SearchEntry> among) =>
        question.Phrases.Aggregate(Fitting(question, among), (found, phrase) => found.Where(x => x.Folded.Contains(phrase)));

    /// <summary>Among how many of the newest entries a search looks first: words that are common fill a page there, and the index need not be asked for all that have them. 0 for none.</summary>
    public virtual int SearchedFirst => 0;

    /// <summary>Compares the words of a question with those of entries, by the index of the database.</summary>
    protected abstract IQueryable<SearchEntry> Fitting(SearchQuestion question, IQueryable<SearchEntry> among);

    /// <summary>The report that holds a manifest, a seizure, an exhibit or a part of one, with the revisions that the caller reads, newest first.</summary>
    /// <returns>Null and nothing where there is none that the caller can read.</returns>
    public async Task<(Boarding? Boarding, List<BoardingRevision> Revisions)> ReportWith(Guid part, CancellationToken stop)
    {
        // Whose id it is is known of every id that was ever given: what is hidden takes as many questions as what is not there.
        var record = await IssuedIds.Where(x => x.Id == part).Select(x => (Guid?)x.Record).SingleOrDefaultAsync(stop) ?? part;
        var revisions = await RevisionsOf(record).AsNoTracking().OrderByDescending(x => x.Number).ToListAsync(stop);
        return revisions.Count == 0 ? (null, revisions) : (await ReportOf(record).Include(x => x.Case).SingleOrDefaultAsync(stop), revisions);
    }

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

    /// <summary>The reader rows that one record once had.</summary>
    internal IQueryable<PastReader> PastRowsOf(Guid record) => PastReaders.Where(x => x.RecordId == record);
#pragma warning restore RS0030
}
