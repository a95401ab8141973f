using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Cases;

/// <summary>Tells what happened in a case, in order, as the caller may see it.</summary>
public sealed record GetTimeline(Guid Id, Paging Paging) : IQuery<Page<TimelineEntry>>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Envelope envelope, Cursors cursors) : IQueryHandler<GetTimeline, Page<TimelineEntry>>
    {
        public async Task<Result<Page<TimelineEntry>>> Handle(GetTimeline message, CancellationToken stop)
        {
            envelope.Resource = message.Id;
            if (!cursors.TryRead(message.Paging, message.Id.ToString(), out var after))
                return Cursors.Bad;
            if (!await db.CaseOf(message.Id).AnyAsync(stop))
                return Refusal.NotFound;
            var events = db.CaseEvents.Where(x => x.CaseId == message.Id);
            var page = after is null ? events : events.Where(x => x.At > after.At || x.At == after.At && x.Id > after.Id);
            var rows = await page.OrderBy(x => x.At).ThenBy(x => x.Id).Take(message.Paging.Limit + 1)
                .Select(x => new { x.Id, Entry = new TimelineEntry(x.At, x.Kind, x.Actor, x.Partner, x.RecordId, x.Text) }).ToListAsync(stop);
            return cursors.Page(rows, message.Paging, message.Id.ToString(), x => x.Entry, x => new PageEnd(x.Entry.At, x.Id),
                message.Paging.Counted ? await events.CountAsync(stop) : null);
        }
    }
}
