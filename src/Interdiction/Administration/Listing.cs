using Interdiction.Contracts;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Administration;

static class Listing
{
    extension(Cursors cursors)
    {
        /// <summary>A page of what was made, in that order.</summary>
        public async Task<Result<Page<T>>> List<T>(IQueryable<T> all, Paging paging, string filter, CancellationToken stop) where T : class, IListed
        {
            if (!cursors.TryRead(paging, filter, out var after))
                return Cursors.Bad;
            var page = after is null ? all : all.Where(x => x.MadeAt > after.At || x.MadeAt == after.At && x.Id > after.Id);
            var rows = await page.OrderBy(x => x.MadeAt).ThenBy(x => x.Id).Take(paging.Limit + 1).AsNoTracking().ToListAsync(stop);
            return cursors.Page(rows, paging, filter, x => x, x => new PageEnd(x.MadeAt, x.Id), paging.Counted ? await all.CountAsync(stop) : null);
        }
    }

    extension<T>(Page<T> page)
    {
        /// <summary>The same page with its items as they are shown.</summary>
        public Page<TItem> Of<TItem>(Func<T, TItem> item) => new([.. page.Items.Select(item)], page.NextCursor, page.Total);
    }
}
