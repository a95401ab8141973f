using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Figures;

/// <summary>Counts the submitted reports that the caller can read, with what was seized in them.</summary>
/// <param name="From">Start of the boarding not before; null for no bound.</param>
/// <param name="To">Start of the boarding before; null for no bound.</param>
public sealed record GetStatistics(StatisticsBy By, DateTimeOffset? From, DateTimeOffset? To) : IQuery<Statistics>
{
    public static Permission Needs => Permission.ReadStatistics;

    internal sealed class Handler(InterdictionDb db) : IQueryHandler<GetStatistics, Statistics>
    {
        public async Task<Result<Statistics>> Handle(GetStatistics message, CancellationToken stop)
        {
            // An amendment that is being written does not take its report out of the numbers.
            var reports = from reader in db.Reading(RecordKind.Boarding)
                          join x in db.Revisions on new { Id = reader.RecordId, Number = reader.Revision } equals new { Id = x.BoardingId, x.Number }
                          where x.Number > 1 || x.SubmittedAt != null && x.State != BoardingState.Withdrawn
                          where message.From == null || x.StartedAt >= message.From
                          where message.To == null || x.StartedAt < message.To
                          select x;
            var items = message.By switch
            {
                StatisticsBy.Partner => await Count(reports.Select(Keyed<string>.By(x => x.Originator)), x => [x], stop),
                StatisticsBy.Mode => await Count(reports.Select(Keyed<Mode>.By(x => x.Mode)), x => [Code<Mode>.Of(x)], stop),
                StatisticsBy.Outcome => await Count(reports.Where(x => x.Outcome != null).Select(Keyed<Outcome>.By(x => x.Outcome!.Value)), x => [Code<Outcome>.Of(x)], stop),
                StatisticsBy.LegalBasis => await Count(reports.Select(Keyed<string>.By(x => x.Bases)), x => x.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(), stop),
                StatisticsBy.Month => await Count(reports.Where(x => x.Month != "").Select(Keyed<string>.By(x => x.Month)), x => [x], stop),
                StatisticsBy.Chemical => await Count(
                    from x in reports
                    join match in db.LineMatches.Where(m => m.Cas != "").Select(m => new { m.BoardingId, m.Revision, m.Cas }).Distinct() on new { x.BoardingId, Revision = x.Number } equals new { match.BoardingId, match.Revision }
                    select new Keyed<string> { Key = match.Cas, BoardingId = x.BoardingId, Revision = x.Number, Outcome = x.Outcome }, x => [x], stop),
            };
            return new Statistics(items);
        }

        async Task<List<StatisticsItem>> Count<TKey>(IQueryable<Keyed<TKey>> reports, Func<TKey, IEnumerable<string>> keys, CancellationToken stop) where TKey : notnull
        {
            var boardings = await reports.GroupBy(x => x.Key).Select(x => new { x.Key, Boardings = x.Count(), Refusals = x.Sum(r => r.Outcome == Outcome.BoardingRefused ? 1 : 0) }).ToListAsync(stop);
            var seized = await (from x in reports
                                join e in db.Exhibits on new { x.BoardingId, x.Revision } equals new { e.BoardingId, e.Revision }
                                group e by x.Key into found
                                select new { found.Key, Exhibits = found.Count(), Seizures = found.Select(e => e.SeizureId).Distinct().Count() }).ToDictionaryAsync(x => x.Key, stop);
            var items = from x in boardings
                        let kept = seized.GetValueOrDefault(x.Key)
                        from key in keys(x.Key)
                        select new StatisticsItem(key, x.Boardings, x.Refusals, kept?.Seizures ?? 0, kept?.Exhibits ?? 0);
            // What was grouped by several codes at once is told by each of them.
            return [.. items.GroupBy(x => x.Key).OrderBy(x => x.Key, StringComparer.Ordinal).Select(x => new StatisticsItem(x.Key, x.Sum(i => i.Boardings), x.Sum(i => i.Refusals), x.Sum(i => i.Seizures), x.Sum(i => i.Exhibits)))];
        }
    }
}
