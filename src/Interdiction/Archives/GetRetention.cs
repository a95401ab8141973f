using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Archives;

/// <summary>Shows how long a case is kept, what keeps it, and what of it would be destroyed: a dry run, of what the caller reads.</summary>
public sealed record GetRetention(Guid Id) : IQuery<CaseRetention>, IAbout<Case>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Keeping keeping, Envelope envelope) : IQueryHandler<GetRetention, CaseRetention>
    {
        public async Task<Result<CaseRetention>> Handle(GetRetention message, CancellationToken stop)
        {
            var it = db.Loaded(message);
            envelope.Resource = it.Id;
            var reports = db.ShownRevisions.Where(x => x.CaseId == it.Id);
            return new CaseRetention
            {
                CaseId = it.Id,
                CaseNumber = it.Number,
                ClosedAt = it.ClosedAt,
                Retention = it.Retention,
                Reason = it.RetentionReason,
                Obstacles = await keeping.Of(it, stop),
                Holds =
                [
                    new(DestroyedKind.Boarding, await reports.CountAsync(stop)),
                    // Those of the report, and those that were split from them.
                    new(DestroyedKind.Exhibit, await db.Exhibits.CountAsync(x => reports.Any(r => r.BoardingId == x.BoardingId && r.Number == x.Revision), stop)
                        + await db.CustodyChains.CountAsync(x => x.Parent != null && reports.Any(r => r.BoardingId == x.BoardingId), stop)),
                    new(DestroyedKind.ConsentRequest, await db.ConsentRequests.CountAsync(x => x.CaseId == it.Id, stop)),
                    new(DestroyedKind.Attachment, await db.Attachments.CountAsync(x => x.CaseId == it.Id, stop), await db.Attachments.Where(x => x.CaseId == it.Id).SumAsync(x => x.Length, stop)),
                    new(DestroyedKind.Comment, await db.Comments.CountAsync(x => x.CaseId == it.Id, stop)),
                    new(DestroyedKind.Task, await db.Tasks.CountAsync(x => x.CaseId == it.Id, stop)),
                ],
                Destruction = await db.Destructions.Where(x => x.CaseId == it.Id && x.State == DestructionState.Announced).Select(x => (Guid?)x.Id).SingleOrDefaultAsync(stop),
            };
        }
    }
}
