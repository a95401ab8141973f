using Interdiction.Boardings;
using Interdiction.Contracts;
using Interdiction.Data;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Vessels;

/// <summary>
/// Which vessels are one ship, for this caller: a link counts where both of its vessels are shown to it, and what is linked
/// by way of a vessel that it does not read is not one to it.
/// </summary>
public sealed class Ships(InterdictionDb db, Subjects subjects)
{
    /// <summary>The links that stand.</summary>
    public IQueryable<VesselLink> Links
    {
        get
        {
            var shown = db.ShownClaims;
            return db.VesselLinks.Where(x => x.EndedAt == null && shown.Any(c => c.BoardingId == x.First) && shown.Any(c => c.BoardingId == x.Second));
        }
    }

    /// <summary>The report that a vessel is known by.</summary>
    /// <returns>Null where there is none that the caller can read, or it is about no vessel.</returns>
    public async Task<Boarding?> Find(Guid vessel, CancellationToken stop) =>
        await db.ShownClaimsOf(vessel).AnyAsync(stop) ? await subjects.Boarding(vessel, stop) : null;

    /// <summary>For each of the vessels, all that are one ship with it.</summary>
    public async Task<IReadOnlyDictionary<Guid, HashSet<Guid>>> Of(IReadOnlyCollection<Guid> vessels, CancellationToken stop)
    {
        var ships = vessels.ToDictionary(x => x, x => new HashSet<Guid> { x });
        for (var next = vessels.ToList(); next.Count > 0;)
        {
            var links = await Links.Where(x => next.Contains(x.First) || next.Contains(x.Second)).Select(x => new { x.First, x.Second }).ToListAsync(stop);
            next = [.. links.SelectMany(x => new[] { x.First, x.Second }).Distinct().Where(x => !ships.ContainsKey(x))];
            foreach (var vessel in next)
                ships[vessel] = [vessel];
            foreach (var link in links.Where(x => ships[x.First] != ships[x.Second]))
            {
                var (whole, part) = (ships[link.First], ships[link.Second]);
                whole.UnionWith(part);
                foreach (var vessel in part)
                    ships[vessel] = whole;
            }
        }
        return ships;
    }

    /// <summary>What these vessels claimed to be, newest first.</summary>
    public async Task<List<IdentityClaim>> Claims(IReadOnlyCollection<Guid> vessels, CancellationToken stop) =>
        [.. (await (from claim in db.ShownClaims.AsNoTracking()
                    join boarding in db.Boardings on claim.BoardingId equals boarding.Id
                    where vessels.Contains(claim.BoardingId)
                    orderby claim.At descending, claim.BoardingId descending, claim.Number
                    select new { claim, boarding.Number }).ToListAsync(stop)).Select(x => Show(x.claim, x.Number))];

    /// <summary>A ship as it last claimed to be.</summary>
    /// <param name="claims">Its own, newest first.</param>
    public static VesselHead Head(Guid id, IReadOnlyCollection<IdentityClaim> claims)
    {
        var last = claims.First();
        return new VesselHead
        {
            Id = id,
            Vessels = [.. claims.Select(x => x.VesselId).Distinct()],
            Name = claims.Select(x => x.Name).FirstOrDefault(x => x is not null),
            Flag = claims.Select(x => x.FlagClaimed).FirstOrDefault(x => x is not null),
            Imo = claims.Select(x => x.Imo).FirstOrDefault(x => x is not null),
            Mmsi = claims.Select(x => x.Mmsi).FirstOrDefault(x => x is not null),
            CallSign = claims.Select(x => x.CallSign).FirstOrDefault(x => x is not null),
            Type = claims.Select(x => x.Type).FirstOrDefault(x => x is not null),
            GrossTonnage = claims.Select(x => x.GrossTonnage).FirstOrDefault(x => x is not null),
            SeenAt = last.At,
        };
    }

    static IdentityClaim Show(VesselClaim it, string number) => new()
    {
        VesselId = it.BoardingId,
        BoardingNumber = number,
        At = it.At,
        Partner = it.ClaimedTo,
        Name = it.Name,
        Source = it.Source is null ? null : Code<NameSource>.Read(it.Source),
        FlagClaimed = it.Flag,
        FlagConfirmed = it.FlagConfirmed,
        Imo = it.Imo,
        Mmsi = it.Mmsi,
        CallSign = it.CallSign,
        Type = it.Type,
        GrossTonnage = it.GrossTonnage,
    };
}
