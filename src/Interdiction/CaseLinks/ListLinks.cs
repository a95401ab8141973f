using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.CaseLinks;

/// <summary>Lists the cases that belong with a case, of those that the caller can read, oldest link first.</summary>
public sealed record ListLinks(Guid Id, Paging Paging) : IQuery<Page<LinkedCase>>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope, Cursors cursors) : IQueryHandler<ListLinks, Page<LinkedCase>>
    {
        public async Task<Result<Page<LinkedCase>>> Handle(ListLinks message, CancellationToken stop)
        {
            envelope.Resource = message.Id;
            var filter = $"links {message.Id}";
            if (!cursors.TryRead(message.Paging, filter, out var after))
                return Cursors.Bad;
            if (!await db.CaseOf(message.Id).AnyAsync(stop))
                return Refusal.NotFound;
            var found = db.CaseLinks.Where(x => x.First == message.Id || x.Second == message.Id);
            var page = after is null ? found : found.Where(x => x.At > after.At || x.At == after.At && x.Id > after.Id);
            var rows = await (from link in page.AsNoTracking()
                              from other in db.Cases
                              where other.Id == (link.First == message.Id ? link.Second : link.First)
                              orderby link.At, link.Id
                              select new { Link = link, Other = other }).Take(message.Paging.Limit + 1).ToListAsync(stop);
            return cursors.Page(rows, message.Paging, filter, x => x.Link.Show(x.Other, caller), x => new PageEnd(x.Link.At, x.Link.Id), message.Paging.Counted ? await found.CountAsync(stop) : null);
        }
    }
}
