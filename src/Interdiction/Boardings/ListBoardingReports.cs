using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Boardings;

/// <summary>Lists the boarding reports that the caller can read, each in the revision that it may see.</summary>
public sealed record ListBoardingReports(CaseFilter Filter) : IQuery<Page<BoardingHead>>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Caller caller, Cursors cursors) : IQueryHandler<ListBoardingReports, Page<BoardingHead>>
    {
        public async Task<Result<Page<BoardingHead>>> Handle(ListBoardingReports message, CancellationToken stop)
        {
            var filter = message.Filter;
            if (!cursors.TryRead(filter.Paging, filter.Fingerprint("boardings"), out var after))
                return Cursors.Bad;

            var found = from reader in db.Reading(RecordKind.Boarding)
                        join revision in Fitting(filter) on new { Id = reader.RecordId, Number = reader.Revision } equals new { Id = revision.BoardingId, revision.Number }
                        join boarding in db.Boardings on reader.RecordId equals boarding.Id
                        where filter.Status == null || boarding.Case.Status == filter.Status
                        where filter.RetainedBefore == null || boarding.Case.RetainUntil < filter.RetainedBefore
                        where filter.LeadPartner == null || boarding.Case.LeadPartner == filter.LeadPartner
                        select new { reader.At, reader.RecordId, Revision = revision, Boarding = boarding, CaseNumber = boarding.Case.Number };
            var page = (after, filter.OldestFirst) switch
            {
                (null, _) => found,
                ({ } end, false) => found.Where(x => x.At < end.At || x.At == end.At && x.RecordId < end.Id),
                ({ } end, true) => found.Where(x => x.At > end.At || x.At == end.At && x.RecordId > end.Id),
            };
            var sorted = filter.OldestFirst ? page.OrderBy(x => x.At).ThenBy(x => x.RecordId) : page.OrderByDescending(x => x.At).ThenByDescending(x => x.RecordId);
            var rows = await sorted.Take(filter.Paging.Limit + 1).Select(x => new
            {
                x.At,
                Head = new BoardingHead
                {
                    Id = x.Boarding.Id,
                    Number = x.Boarding.Number,
                    CaseId = x.Boarding.CaseId,
                    CaseNumber = x.CaseNumber,
                    Title = x.Revision.Title,
                    Mode = x.Revision.Mode,
                    State = x.Revision.State,
                    Revision = x.Revision.Number,
                    Originator = x.Boarding.Originator,
                    FiledAt = x.Boarding.FiledAt,
                    StartedAt = x.Revision.StartedAt,
                    Outcome = x.Revision.Outcome,
                    Marking = x.Boarding.Marking,
                },
            }).ToListAsync(stop);
            return cursors.Page(rows, filter.Paging, filter.Fingerprint("boardings"), x => Shown.Of(x.Head, caller), x => new PageEnd(x.At, x.Head.Id),
                filter.Paging.Counted ? await found.CountAsync(stop) : null);
        }

        IQueryable<BoardingRevision> Fitting(CaseFilter filter)
        {
            var reports = filter.Of(db.Revisions, db, caller);
            if (filter.Mode is not null)
                reports = reports.Where(x => x.Mode == filter.Mode);
            if (!filter.Question.IsEmpty)
            {
                var entries = db.Found(filter.Question);
                reports = reports.Where(x => entries.Select(e => e.RecordId).Contains(x.BoardingId));
            }
            return reports;
        }
    }
}
