using Interdiction.Administration;
using Interdiction.Boardings;
using Interdiction.Cases;
using Interdiction.CaseWork;
using Interdiction.Consents;
using Interdiction.Custody;
using Interdiction.Holds;
using Interdiction.Kernel;
using Interdiction.Law;
using Interdiction.Notifications;
using Interdiction.Proposals;
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
        IAbout<Comment> => await Comment(message.Id, stop),
        IAbout<CaseTask> => await Task(message.Id, stop),
        IAbout<LegalHold> => await Hold(message.Id, stop),
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

    // Who reads what is said and done in a case reads the case.
    Task<Comment?> Comment(Guid id, CancellationToken stop) => db.CommentOf(id).Include(x => x.Case).SingleOrDefaultAsync(stop);

    Task<CaseTask?> Task(Guid id, CancellationToken stop) => db.TaskOf(id).Include(x => x.Case).SingleOrDefaultAsync(stop);

    public async Task<LegalHold?> Hold(Guid id, CancellationToken stop)
    {
        // Whose id it is is known of every id that was ever given: what is hidden takes as many questions as what is not there.
        var record = await db.IssuedIds.Where(x => x.Id == id).Select(x => (Guid?)x.Record).SingleOrDefaultAsync(stop) ?? id;
        return await Case(record, stop) is null ? null : await db.Holds.SingleOrDefaultAsync(x => x.Id == id, stop);
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
        return await Comment(id, stop) is { } comment ? comment : await Task(id, stop);
    }
}

static class LoadedSubject
{
    extension(InterdictionDb db)
    {
        /// <summary>The record that the pipeline loaded and found allowed for this message.</summary>
        public T Loaded<T>(IAbout<T> message) where T : class, ISubject => db.Set<T>().Local.FindEntry(message.Id)!.Entity;
    }
}
