using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Interdiction.Search;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Vessels;

/// <summary>The filters of the list of vessels, as they came in the query.</summary>
/// <param name="Q">Words of names, also in Latin letters, and of identifiers; all of them, each from its beginning.</param>
/// <param name="Imo">IMO number that the vessel claimed.</param>
/// <param name="Mmsi">MMSI that it claimed.</param>
/// <param name="CallSign">Call sign that it claimed.</param>
/// <param name="Flag">Flag that it claimed or that was confirmed, ISO 3166-1 alpha-3.</param>
/// <param name="CaseId">Only the vessels that the case is about.</param>
/// <param name="Limit">How many items at most, 1 to 200; 50 where absent.</param>
/// <param name="Cursor">nextCursor of the page before.</param>
/// <param name="Count">exact: say how many there are in all.</param>
public sealed record VesselQuery(string? Q, string? Imo, string? Mmsi, string? CallSign, string? Flag, string? CaseId, string? Limit, string? Cursor, string? Count);

/// <summary>Lists the vessels whose boardings the caller can read, last filed first. What is linked as one ship is one item.</summary>
/// <param name="Keys">Identifiers that it claimed, all of them.</param>
public sealed record ListVessels(IReadOnlyList<string> Words, IReadOnlyList<string> Keys, string? Flag, Guid? CaseId, Paging Paging) : IQuery<Page<VesselHead>>
{
    public static Permission Needs => Permission.ReadContent;

    /// <summary>Reads the filters of the list.</summary>
    public static object Read(VesselQuery query)
    {
        if (query.CaseId is not null && !Guid.TryParse(query.CaseId, out _))
            return Refusal.BadParameter("caseId", "it is the id of a case.");
        // What is no identifier is nobody's.
        string?[] keys =
        [
            query.Imo is null ? null : VesselKey.Imo(query.Imo) ?? "",
            query.Mmsi is null ? null : VesselKey.Mmsi(query.Mmsi) ?? "",
            query.CallSign is null ? null : VesselKey.CallSign(query.CallSign) ?? "",
        ];
        return Parameters.Then(Parameters.Paging(query.Limit, query.Cursor, query.Count),
            x => new ListVessels([.. SearchWords.Asked(SearchWords.Split(query.Q ?? "")).Select(word => ' ' + word)], [.. keys.OfType<string>()], query.Flag, query.CaseId is null ? null : Guid.Parse(query.CaseId), x));
    }

    internal sealed class Handler(InterdictionDb db, Ships ships, Cursors cursors) : IQueryHandler<ListVessels, Page<VesselHead>>
    {
        public async Task<Result<Page<VesselHead>>> Handle(ListVessels message, CancellationToken stop)
        {
            var filter = $"vessels {string.Concat(message.Words)} {string.Join(' ', message.Keys)} {message.Flag} {message.CaseId}";
            if (!cursors.TryRead(message.Paging, filter, out var after))
                return Cursors.Bad;
            var (found, limit) = (Fitting(message), message.Paging.Limit);
            var rows = new List<(PageEnd End, HashSet<Guid> Ship)>();
            for (var more = true; more && rows.Count <= limit;)
            {
                var page = after is null ? found : found.Where(x => x.At < after.At || x.At == after.At && x.RecordId < after.Id);
                var ends = await page.OrderByDescending(x => x.At).ThenByDescending(x => x.RecordId).Take(limit + 1).Select(x => new PageEnd(x.At, x.RecordId)).ToListAsync(stop);
                rows.AddRange(await Firsts(found, ends, stop));
                (after, more) = (ends.LastOrDefault(), ends.Count > limit);
            }
            var claims = await ships.Claims([.. rows.SelectMany(x => x.Ship)], stop);
            return cursors.Page([.. rows.Take(limit + 1)], message.Paging, filter, x => Ships.Head(x.End.Id, [.. claims.Where(c => x.Ship.Contains(c.VesselId))]), x => x.End,
                message.Paging.Counted ? await Count(found, stop) : null);
        }

        IQueryable<Reader> Fitting(ListVessels message)
        {
            var found = db.Reading(RecordKind.Boarding).Where(r => db.VesselClaims.Any(c => c.BoardingId == r.RecordId && c.Revision == r.Revision
                && (message.Flag == null || c.Flag == message.Flag || c.FlagConfirmed == message.Flag)));
            foreach (var key in message.Keys)
                found = found.Where(r => db.VesselKeys.Any(k => k.Value == key && k.BoardingId == r.RecordId && k.Revision == r.Revision));
            foreach (var word in message.Words)
                found = found.Where(r => db.VesselClaims.Any(c => c.BoardingId == r.RecordId && c.Revision == r.Revision && c.Words.Contains(word)));
            return message.CaseId is null ? found : found.Where(r => db.Boardings.Any(b => b.Id == r.RecordId && b.CaseId == message.CaseId));
        }

        /// <summary>Those of a stretch of the list that no vessel of their ship precedes in the whole list.</summary>
        async Task<IEnumerable<(PageEnd, HashSet<Guid>)>> Firsts(IQueryable<Reader> found, List<PageEnd> stretch, CancellationToken stop)
        {
            var of = await ships.Of([.. stretch.Select(x => x.Id)], stop);
            var linked = of.Where(x => x.Value.Count > 1).Select(x => x.Key).ToList();
            var listed = linked.Count == 0 ? [] : await found.Where(x => linked.Contains(x.RecordId)).Select(x => new PageEnd(x.At, x.RecordId)).ToListAsync(stop);
            return stretch.Where(x => !listed.Any(y => (y.At, y.Id).CompareTo((x.At, x.Id)) > 0 && of[x.Id].Contains(y.Id))).Select(x => (x, of[x.Id]));
        }

        async Task<int> Count(IQueryable<Reader> found, CancellationToken stop)
        {
            var linked = await found.Where(x => ships.Links.Any(l => l.First == x.RecordId || l.Second == x.RecordId)).Select(x => x.RecordId).ToListAsync(stop);
            var of = await ships.Of(linked, stop);
            return await found.CountAsync(stop) - linked.Count + linked.Select(x => of[x]).Distinct().Count();
        }
    }
}
