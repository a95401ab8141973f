using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Search;

/// <summary>
/// Finds cases, boarding reports, exhibits, translations, consent requests, dispatches, comments, tasks, attachments and legal holds by words that the caller is
/// shown of them, newest first: nothing that the caller does not read changes what is found or in which order. Where no
/// word is asked for, nothing is found.
/// </summary>
public sealed record SearchRecords(SearchQuestion Question, Paging Paging) : IQuery<Page<SearchHit>>
{
    public static Permission Needs => Permission.ReadContent;

    /// <summary>More than there are: a bound, so that what is found is looked up before it is sorted.</summary>
    const int Most = 100_000_000;

    sealed record Row(SearchKind Kind, Guid Id, Guid RecordId, Guid CaseId, bool ReadsCase, DateTimeOffset At, string Title, string Text);

    internal sealed class Handler(InterdictionDb db, HitMarkings markings, Cursors cursors) : IQueryHandler<SearchRecords, Page<SearchHit>>
    {
        public async Task<Result<Page<SearchHit>>> Handle(SearchRecords message, CancellationToken stop)
        {
            var filter = $"search {message.Question.Print}";
            if (!cursors.TryRead(message.Paging, filter, out var after))
                return Cursors.Bad;
            if (message.Question.IsEmpty)
                return new Page<SearchHit>([], null, message.Paging.Counted ? 0 : null);
            // Words that are common fill a page with the newest that there is; of rare ones all are few enough to sort.
            var rows = db.SearchedFirst > 0 ? await First(db.Found(message.Question, Newest(After(db.SearchEntries)).Take(db.SearchedFirst))) : [];
            if (rows.Count <= message.Paging.Limit)
                rows = await First(After(db.Found(message.Question)).OrderBy(x => x.RowId).Take(Most));
            var marked = await markings.Of(rows.Select(x => (x.Kind, x.RecordId)), stop);
            return cursors.Page(rows, message.Paging, filter, x => new SearchHit
            {
                Kind = x.Kind,
                Id = x.Id,
                CaseId = x.ReadsCase ? x.CaseId : null,
                BoardingId = x.Kind is SearchKind.Exhibit or SearchKind.Translation ? x.RecordId : null,
                Title = x.Title,
                Marking = marked[x.RecordId],
                Highlights = Highlights.Of(message.Question, x.Text),
            }, x => new PageEnd(x.At, x.Id), message.Paging.Counted ? await db.Found(message.Question).CountAsync(stop) : null);

            IQueryable<SearchEntry> After(IQueryable<SearchEntry> all) => after is null ? all : all.Where(x => x.At < after.At || x.At == after.At && x.Id < after.Id);

            Task<List<Row>> First(IQueryable<SearchEntry> found) => Newest(found.AsNoTracking()).Take(message.Paging.Limit + 1)
                .Select(x => new Row(x.Kind, x.Id, x.RecordId, x.CaseId, x.Kind != SearchKind.ConsentRequest && x.Kind != SearchKind.Dispatch || db.Cases.Any(y => y.Id == x.CaseId), x.At, x.Title, x.Text)).ToListAsync(stop);
        }

        static IOrderedQueryable<SearchEntry> Newest(IQueryable<SearchEntry> all) => all.OrderByDescending(x => x.At).ThenByDescending(x => x.Id);
    }
}
