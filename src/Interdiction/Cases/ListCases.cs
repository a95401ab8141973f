using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Cases;

/// <summary>Lists the cases that the caller can read. A filter sees of a case only what the caller sees of it.</summary>
public sealed record ListCases(CaseFilter Filter) : IQuery<Page<CaseHead>>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Caller caller, Cursors cursors) : IQueryHandler<ListCases, Page<CaseHead>>
    {
        public async Task<Result<Page<CaseHead>>> Handle(ListCases message, CancellationToken stop)
        {
            var filter = message.Filter;
            if (!cursors.TryRead(filter.Paging, filter.Fingerprint("cases"), out var after))
                return Cursors.Bad;

            var fitting = await Fitting(filter, stop);
            var found = from reader in db.Reading(RecordKind.Case)
                        join @case in fitting on reader.RecordId equals @case.Id
                        select new { reader.At, reader.RecordId, Case = @case };
            var page = (after, filter.OldestFirst) switch
            {
                (null, _) => found,
                ({ } end, false) => found.Where(x => x.At < end.At || x.At == end.At && x.RecordId < end.Id),
                ({ } end, true) => found.Where(x => x.At > end.At || x.At == end.At && x.RecordId > end.Id),
            };
            var sorted = filter.OldestFirst ? page.OrderBy(x => x.At).ThenBy(x => x.RecordId) : page.OrderByDescending(x => x.At).ThenByDescending(x => x.RecordId);
            var rows = await sorted.Take(filter.Paging.Limit + 1).Select(x => new { x.At, x.Case, x.Case.Participants }).AsNoTracking().ToListAsync(stop);
            return cursors.Page(rows, filter.Paging, filter.Fingerprint("cases"), x => x.Case.ToHead(caller), x => new PageEnd(x.At, x.Case.Id),
                filter.Paging.Counted ? await found.CountAsync(stop) : null);
        }

        async Task<IQueryable<Case>> Fitting(CaseFilter filter, CancellationToken stop)
        {
            var cases = db.Cases.AsQueryable();
            if (filter.Status is not null)
                cases = cases.Where(x => x.Status == filter.Status);
            if (filter.LeadPartner is not null)
                cases = cases.Where(x => x.LeadPartner == filter.LeadPartner);
            if (filter.Mode is not null)
                cases = cases.Where(x => x.Mode == filter.Mode);
            if (filter.RetainedBefore is not null)
                cases = cases.Where(x => x.RetainUntil < filter.RetainedBefore);
            if (filter.AsksForReports)
            {
                var reports = filter.Of(db.ShownRevisions, db, caller);
                cases = cases.Where(x => reports.Any(r => r.CaseId == x.Id));
            }
            if (!filter.Question.IsEmpty)
            {
                var entries = db.Found(filter.Question);
                // Words that many have fill a page soon where each case is asked, which the largest number forces: an EXISTS would be
                // made one join with all that have them. Rare words are looked for once, and not once a case.
                cases = db.SearchedFirst > 0 && await entries.Take(db.SearchedFirst).CountAsync(stop) == db.SearchedFirst
                    ? cases.Where(x => entries.Where(e => e.CaseId == x.Id).Max(e => (int?)e.Revision) != null)
                    : cases.Where(x => entries.Select(e => e.CaseId).Contains(x.Id));
            }
            return cases;
        }
    }
}
