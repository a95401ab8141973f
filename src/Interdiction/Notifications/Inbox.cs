using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Http;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Notifications;

/// <summary>What the caller was told: of records that it reads at this moment, with their words as it is shown them.</summary>
public sealed class Inbox(InterdictionDb db, Caller caller, TimeProvider clock)
{
    /// <summary>How long something is told.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <summary>How far unread ones are counted for the head of a page.</summary>
    public const int Many = 100;

    /// <summary>Everything in the inbox. Whoever does not see a proposal any more, as a deputy of before, is not told of it either.</summary>
    public IQueryable<Notification> Everything
    {
        get
        {
            var since = clock.Now() - Kept;
            return db.Notifications.Where(x => x.At >= since
                && (x.Kind != NotificationKind.ProposalMade && x.Kind != NotificationKind.ProposalDecided || db.Proposals.Any(p => p.Id == x.Subject)));
        }
    }

    /// <param name="read">Those that the caller marked as read; or those that it did not.</param>
    public IQueryable<Notification> Marked(bool read)
    {
        var me = caller.Id;
        return Everything.Where(x => db.NotificationReads.Any(r => r.NotificationId == x.Id && r.Account == me) == read);
    }

    /// <summary>How many are unread, up to <see cref="Many"/>. It touches no content, and leaves no entry in the audit log.</summary>
    public async Task<int> CountUnread(CancellationToken stop)
    {
        if (caller.ReadsAs.Length == 0)
            return 0;
        await using var transaction = await db.Begin(stop);
        return await Marked(false).OrderByDescending(x => x.At).Take(Many).CountAsync(stop);
    }

    /// <returns>Null where there is none that the caller can read.</returns>
    public async Task<OwnNotification?> Find(Guid id, CancellationToken stop) =>
        await Everything.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, stop) is { } it ? new OwnNotification(it, (await Show([it], stop))[0]) : null;

    /// <summary>Each with what it is about, looked up now.</summary>
    public async Task<IReadOnlyList<ShownNotification>> Show(IReadOnlyList<Notification> told, CancellationToken stop)
    {
        var (me, ids) = (caller.Id, told.Select(x => x.Id).ToList());
        var read = await db.NotificationReads.AsNoTracking().Where(x => x.Account == me && ids.Contains(x.NotificationId)).ToDictionaryAsync(x => x.NotificationId, x => x.At, stop);
        var heads = new Dictionary<Guid, Head>();
        foreach (var kind in told.GroupBy(x => x.RecordKind, x => x.RecordId))
            foreach (var head in await Heads(kind.Key, [.. kind.Distinct()]).ToListAsync(stop))
                heads[head.Id] = head;
        // A case that was destroyed has no head of its own any more.
        var ended = told.Where(x => IsOfDestruction(x.Kind) && !heads.ContainsKey(x.RecordId)).Select(x => x.Subject).ToList();
        foreach (var head in ended.Count == 0 ? [] : await db.Destructions.Where(x => ended.Contains(x.Id)).Select(x => new Head(x.CaseId, null, x.CaseNumber, null, x.Marking, x.LeadPartner)).ToListAsync(stop))
            heads[head.Id] = head;
        return [.. told.Select(x => Show(x, read.TryGetValue(x.Id, out var at) ? at : null, heads.GetValueOrDefault(x.RecordId)))];
    }

    static bool IsOfDestruction(NotificationKind kind) => kind is NotificationKind.DestructionAnnounced or NotificationKind.DestructionEnded;

    sealed record Head(Guid Id, Guid? CaseId, string? Number, string? Title, Marking Marking, string Originator);

    IQueryable<Head> Heads(RecordKind kind, List<Guid> ids) => kind switch
    {
        RecordKind.Case => db.Cases.Where(x => ids.Contains(x.Id)).Select(x => new Head(x.Id, x.Id, x.Number, x.Title, x.Marking, x.Originator)),
        RecordKind.Boarding => db.ShownRevisions.Where(x => ids.Contains(x.BoardingId))
            .Join(db.Boardings, x => x.BoardingId, x => x.Id, (revision, it) => new Head(it.Id, it.CaseId, it.Number, revision.Title, it.Marking, it.Originator)),
        // The flag State reads the request, and not its case.
        RecordKind.ConsentRequest => db.ConsentRequests.Where(x => ids.Contains(x.Id)).Select(x => new Head(x.Id, db.Cases.Where(c => c.Id == x.CaseId).Select(c => (Guid?)c.Id).FirstOrDefault(), x.Number, x.Title, x.Marking, x.Originator)),
        RecordKind.Comment => db.Comments.Where(x => ids.Contains(x.Id)).Select(x => new Head(x.Id, x.CaseId, x.Case!.Number, null, x.Marking, x.Originator)),
        RecordKind.Task => db.Tasks.Where(x => ids.Contains(x.Id)).Select(x => new Head(x.Id, x.CaseId, x.Case!.Number, x.Title, x.Marking, x.Originator)),
        RecordKind.Dispatch => db.Dispatches.Where(x => ids.Contains(x.Id)).Select(x => new Head(x.Id, null, x.Number, x.Title, x.Marking, x.Originator)),
        RecordKind.Attachment => db.Attachments.Where(x => ids.Contains(x.Id)).Select(x => new Head(x.Id, x.CaseId, x.Number, x.Name, x.Marking, x.Originator)),
    };

    ShownNotification Show(Notification it, DateTimeOffset? readAt, Head? head) => new()
    {
        Id = it.Id,
        Kind = it.Kind,
        At = it.At,
        Read = readAt is not null,
        ReadAt = readAt,
        RecordKind = it.RecordKind,
        Record = it.RecordId,
        Number = head?.Number,
        Title = head?.Title,
        Marking = head is null ? null : Masking.Of(head.Marking, caller.StandingTo(head.Originator)),
        CaseId = head?.CaseId,
        Address = $"{Api.Base}/{it.Kind switch
        {
            NotificationKind.ProposalMade or NotificationKind.ProposalDecided => "proposals",
            _ when IsOfDestruction(it.Kind) => "destructions",
            NotificationKind.HandOverWaits or NotificationKind.HandOverEnded => "custody-events",
            _ => it.RecordKind switch { RecordKind.Case => "cases", RecordKind.Boarding => "boardings", RecordKind.ConsentRequest => "consent-requests", RecordKind.Comment => "comments", RecordKind.Task => "tasks", RecordKind.Attachment => "attachments", RecordKind.Dispatch => "dispatches" },
        }}/{it.Subject}",
    };
}
