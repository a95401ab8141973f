using Interdiction.Administration;
using Interdiction.Archives;
using Interdiction.Boardings;
using Interdiction.Cases;
using Interdiction.CaseWork;
using Interdiction.Consents;
using Interdiction.Contracts;
using Interdiction.Custody;
using Interdiction.Dispatches;
using Interdiction.Evidence;
using Interdiction.Holds;
using Interdiction.Kernel;
using Interdiction.Law;
using Interdiction.Notifications;
using Interdiction.Proposals;
using Interdiction.Translations;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Data;

/// <summary>Loads the record that a message is about, as far as the caller may read it.</summary>
public sealed class Subjects(InterdictionDb db, Caller caller, Chains chains, LegalRows rows, Inbox inbox, TimeProvider clock)
{
    /// <returns>Null where there is none that the caller can read.</returns>
    public async Task<ISubject?> Find(IAbout message, CancellationToken stop) => message switch
    {
        IAbout<Case> => await Case(message.Id, stop),
        IAbout<Boarding> => await Boarding(message.Id, stop),
        IAbout<CustodyChain> => await chains.Of(message.Id, stop),
        IAbout<CustodyEvent> => (await chains.Event(message.Id, stop))?.Event,
        IAbout<ConsentRequest> => await Request(message.Id, stop),
        IAbout<Dispatch> => await Dispatch(message.Id, stop),
        IAbout<Comment> => await Comment(message.Id, stop),
        IAbout<CaseTask> => await Task(message.Id, stop),
        IAbout<Translation> => await Translation(message.Id, stop),
        IAbout<Attachment> => await Attachment(message.Id, stop),
        IAbout<IUploaded> => await Uploaded(message.Id, stop),
        IAbout<IMarked> => (await Bound(message.Id, stop))?.Record,
        IAbout<LegalHold> => await Hold(message.Id, stop),
        IAbout<Destruction> => await Destruction(message.Id, stop),
        IAbout<OwnNotification> => await inbox.Find(message.Id, stop),
        IAbout<Proposal> => await Proposal(message.Id, stop),
        IAboutRow it => await rows.Find(it, stop),
        IAboutAccount it => await db.Accounts.SingleOrDefaultAsync(x => x.Id == it.Id && x.Kind == it.Kind && x.Partner == caller.Partner, stop),
        IAbout<OpenInvitation> => await db.OpenInvitations(caller.Partner, clock.Now()).SingleOrDefaultAsync(x => x.Invitation.Id == message.Id, stop),
        IAbout<Team> => await db.Teams.SingleOrDefaultAsync(x => x.Id == message.Id && x.Partner == caller.Partner, stop),
        IAbout<Deputy> => await db.Deputies.SingleOrDefaultAsync(x => x.Id == message.Id && x.For == caller.Partner, stop),
        _ => throw new InvalidOperationException($"Nobody loads the subject of {message.GetType().Name}."),
    };

    public Task<Case?> Case(Guid id, CancellationToken stop) => db.CaseOf(id).Include(x => x.Participants).SingleOrDefaultAsync(stop);

    public Task<Boarding?> Boarding(Guid id, CancellationToken stop) => db.ReportOf(id).Include(x => x.Case.Participants)
        .Include(x => x.Revisions.OrderByDescending(r => r.Number).Take(1))
        .SingleOrDefaultAsync(stop);

    async Task<ConsentRequest?> Request(Guid id, CancellationToken stop)
    {
        var found = await db.RequestOf(id).SingleOrDefaultAsync(stop);
        // The flag State reads the request, and not its case.
        if (found is not null)
            await db.CaseOf(found.CaseId).LoadAsync(stop);
        return found;
    }

    Task<Dispatch?> Dispatch(Guid id, CancellationToken stop) => db.DispatchOf(id).SingleOrDefaultAsync(stop);

    // Who reads what is said and done in a case reads the case.
    Task<Comment?> Comment(Guid id, CancellationToken stop) => db.CommentOf(id).Include(x => x.Case).SingleOrDefaultAsync(stop);

    Task<CaseTask?> Task(Guid id, CancellationToken stop) => db.TaskOf(id).Include(x => x.Case).SingleOrDefaultAsync(stop);

    // Who reads a translation reads its report.
    Task<Translation?> Translation(Guid id, CancellationToken stop) => db.Translations.Include(x => x.Boarding.Case).SingleOrDefaultAsync(x => x.Id == id, stop);

    // Who reads an attachment reads its case and its report.
    Task<Attachment?> Attachment(Guid id, CancellationToken stop) => db.AttachmentOf(id).Include(x => x.Case).Include(x => x.Boarding).SingleOrDefaultAsync(stop);

    // An upload, and the attachment that became of it, are told to their uploader as such, and to nobody else.
    async Task<IUploaded?> Uploaded(Guid id, CancellationToken stop) =>
        await db.Uploads.SingleOrDefaultAsync(x => x.Id == id && x.Uploader == caller.Id, stop) is { } upload ? upload
        : await Attachment(id, stop) is { } attachment && attachment.Uploader == caller.Id ? attachment : null;

    /// <summary>The case, report or exhibit that something is added to.</summary>
    public async Task<Bound?> Bound(Guid id, CancellationToken stop)
    {
        if (await Case(id, stop) is { } @case)
            return new Bound(EvidenceOf.Case, @case, null);
        if (await Boarding(id, stop) is { } report)
            return new Bound(EvidenceOf.Boarding, report.Case, report);
        return await chains.Of(id, stop) is { } chain && await Boarding(chain.BoardingId, stop) is { } holder ? new Bound(EvidenceOf.Exhibit, holder.Case, holder) : null;
    }

    public async Task<LegalHold?> Hold(Guid id, CancellationToken stop)
    {
        // Whose id it is is known of every id that was ever given: what is hidden takes as many questions as what is not there.
        var record = await db.IssuedIds.Where(x => x.Id == id).Select(x => (Guid?)x.Record).SingleOrDefaultAsync(stop) ?? id;
        return await Case(record, stop) is null ? null : await db.Holds.SingleOrDefaultAsync(x => x.Id == id, stop);
    }

    public async Task<Destruction?> Destruction(Guid id, CancellationToken stop)
    {
        // As with a hold; but the case may be gone, and who could read it is known still.
        var record = await db.IssuedIds.Where(x => x.Id == id).Select(x => (Guid?)x.Record).SingleOrDefaultAsync(stop) ?? id;
        return await db.KindOf(record).AnyAsync(stop) ? await db.Destructions.SingleOrDefaultAsync(x => x.Id == id, stop) : null;
    }

    async Task<Proposal?> Proposal(Guid id, CancellationToken stop)
    {
        // Known before the proposal is looked for: then one of anybody else takes no longer than none.
        var told = await db.Deputies.Where(x => x.Partner == caller.ReadsAs).Select(x => x.For).ToListAsync(stop);
        told.Add(caller.ReadsAs);
        return await db.Proposals.SingleOrDefaultAsync(x => x.Id == id && (x.OtherRecord != null || told.Contains(x.Originator)), stop);
    }

    /// <summary>The record with a marking of its own, whatever its kind.</summary>
    public async Task<IMarked?> Marked(Guid id, CancellationToken stop)
    {
        if (await Case(id, stop) is { } @case)
            return @case;
        if (await Boarding(id, stop) is { } report)
            return report;
        if (await Request(id, stop) is { } request)
        {
            await db.BringCase(request, stop);
            return request;
        }
        return await Comment(id, stop) is { } comment ? comment : await Task(id, stop) is { } task ? task : await Attachment(id, stop) is { } attachment ? attachment : await Dispatch(id, stop);
    }
}

static class LoadedSubject
{
    extension(InterdictionDb db)
    {
        /// <summary>The record that the pipeline loaded and found allowed for this message.</summary>
        public T Loaded<T>(IAbout<T> message) where T : class, ISubject => db.Set<T>().Local.FindEntry(message.Id)!.Entity;

        /// <summary>The same of an upload, or the attachment that became of it.</summary>
        public IUploaded LoadedUpload(Guid id) => db.ChangeTracker.Entries<IUploaded>().Single(x => x.Entity.Id == id).Entity;
    }
}
