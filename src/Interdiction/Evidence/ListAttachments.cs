using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Evidence;

/// <summary>Lists the attachments of a case, and of the reports and exhibits in it, that the caller can read, oldest first; or those of one record.</summary>
/// <param name="Record">Id of the case itself, a report or an exhibit; null for all in the case.</param>
public sealed record ListAttachments(Guid Id, Guid? Record, Paging Paging) : IQuery<Page<ShownAttachment>>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope, Cursors cursors) : IQueryHandler<ListAttachments, Page<ShownAttachment>>
    {
        public async Task<Result<Page<ShownAttachment>>> Handle(ListAttachments message, CancellationToken stop)
        {
            envelope.Resource = message.Id;
            var filter = $"attachments {message.Id} {message.Record}";
            if (!cursors.TryRead(message.Paging, filter, out var after))
                return Cursors.Bad;
            if (await db.CaseOf(message.Id).AsNoTracking().SingleOrDefaultAsync(stop) is not { } @case)
                return Refusal.NotFound;
            var found = db.Attachments.Where(x => x.CaseId == message.Id && (message.Record == null || x.BoundTo == message.Record || x.RecordId == message.Record));
            var page = after is null ? found : found.Where(x => x.At > after.At || x.At == after.At && x.Id > after.Id);
            var rows = await page.AsNoTracking().Include(x => x.Boarding).OrderBy(x => x.At).ThenBy(x => x.Id).Take(message.Paging.Limit + 1).ToListAsync(stop);
            return cursors.Page(rows, message.Paging, filter, x => ShownEvidence.Of(x, @case, x.Boarding, caller), x => new PageEnd(x.At, x.Id), message.Paging.Counted ? await found.CountAsync(stop) : null);
        }
    }
}
