using Interdiction.Boardings;
using Interdiction.Cases;
using Interdiction.CaseWork;
using Interdiction.Consents;
using Interdiction.Contracts;
using Interdiction.Dispatches;
using Interdiction.Evidence;
using Interdiction.Vessels;
using Interdiction.Search;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Data;

/// <content>One record as its reader finds it.</content>
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
}
