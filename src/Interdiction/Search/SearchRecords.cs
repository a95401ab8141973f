using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Search;

/// <summary>
/// Finds cases, boarding reports, exhibits, consent requests, comments, tasks and legal holds by words that the caller is
/// shown of them, newest first: nothing that the caller does not read changes what is found or in which order. Where no
/// word is asked for, nothing is found.
/// </summary>
public sealed record SearchRecords(SearchQuestion Question, Paging Paging) : IQuery<Page<SearchHit>>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, HitMarkings markings, Cursors cursors) : IQueryHandler<SearchRecords, Page<SearchHit>>
    {
        public async Task<Result<Page<SearchHit>>> Handle(SearchRecords message, CancellationToken stop)
        {
            var filter = $"search {message.Question.Print}";
            if (!cursors.TryRead(message.Paging, filter, out var after))
                return Cursors.Bad;
            if (message.Question.IsEmpty)
                return new Page<SearchHit>([], null, message.Paging.Counted ? 0 : null);
            var found = db.Found(message.Question);
            var page = after is null ? found : found.Where(x => x.At < after.At || x.At == after.At && x.Id < after.Id);
            var rows = await page.AsNoTracking().OrderByDescending(x => x.At).ThenByDescending(x => x.Id).Take(message.Paging.Limit + 1)
                .Select(x => new { x.Kind, x.Id, x.RecordId, x.CaseId, ReadsCase = x.Kind != SearchKind.ConsentRequest || db.Cases.Any(y => y.Id == x.CaseId), x.At, x.Title, x.Text }).ToListAsync(stop);
            var marked = await markings.Of(rows.Select(x => (x.Kind, x.RecordId)), stop);
            return cursors.Page(rows, message.Paging, filter, x => new SearchHit
            {
                Kind = x.Kind,
                Id = x.Id,
                CaseId = x.ReadsCase ? x.CaseId : null,
                BoardingId = x.Kind is SearchKind.Exhibit ? x.RecordId : null,
                Title = x.Title,
                Marking = marked[x.RecordId],
                Highlights = Highlights.Of(message.Question, x.Text),
            }, x => new PageEnd(x.At, x.Id), message.Paging.Counted ? await found.CountAsync(stop) : null);
        }
    }
}
