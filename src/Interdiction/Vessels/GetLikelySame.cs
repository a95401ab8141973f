using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Vessels;

/// <summary>Lists the vessels that may be the same ship, likeliest first and fifty at most, each with the reasons. Whether they are is for two people to say.</summary>
public sealed record GetLikelySame(Guid Id) : IQuery<Page<LikelyVessel>>
{
    /// <summary>How many are compared, those first that have most in common.</summary>
    const int Compared = 100;
    const int Listed = 50;

    /// <summary>How many keys are asked for, those first that tell most, and of the vessels that have one of them how many, the newest: what a thousand have in common tells little of any.</summary>
    const int Asked = 40;
    const int PerKey = 200;

    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Ships ships, Envelope envelope) : IQueryHandler<GetLikelySame, Page<LikelyVessel>>
    {
        public async Task<Result<Page<LikelyVessel>>> Handle(GetLikelySame message, CancellationToken stop)
        {
            envelope.Resource = message.Id;
            if (!await db.ShownClaimsOf(message.Id).AnyAsync(stop))
                return Refusal.NotFound;
            var ship = (await ships.Of([message.Id], stop))[message.Id];
            var own = await ships.Claims(ship, stop);
            var keys = VesselKey.Of(own.Select(x => (x.Name, x.Imo, x.Mmsi, x.CallSign))).OrderByDescending(x => x.Value).Take(Asked).Select(x => x.Key).ToList();
            // Of an earlier revision too: what is shown of them now is compared below.
            var near = keys.Count == 0 ? [] : await keys.Select(key => db.VesselKeys.Where(x => x.Value == key && !ship.Contains(x.BoardingId)).OrderByDescending(x => x.BoardingId).Take(PerKey))
                .Aggregate((one, other) => one.Concat(other)).GroupBy(x => x.BoardingId)
                .Select(x => new { x.Key, Weight = x.Sum(k => k.Weight) }).OrderByDescending(x => x.Weight).ThenByDescending(x => x.Key).Take(Compared).Select(x => x.Key).ToListAsync(stop);
            var others = (await ships.Of(near, stop)).Values.Distinct().ToList();
            var claims = (await ships.Claims([.. others.SelectMany(x => x)], stop)).ToLookup(x => x.VesselId);
            var likely = from other in others
                         where other.Any(claims.Contains)
                         let theirs = other.SelectMany(x => claims[x]).OrderByDescending(x => x.At).ThenByDescending(x => x.VesselId).ToList()
                         let likeness = Likeness.Of(own, theirs)
                         where likeness.Score >= Likeness.Told
                         orderby likeness.Score descending, theirs[0].At descending, theirs[0].VesselId
                         select new LikelyVessel { Vessel = Ships.Head(theirs[0].VesselId, theirs), Score = likeness.Score, Reasons = likeness.Reasons };
            return new Page<LikelyVessel>([.. likely.Take(Listed)], null);
        }
    }
}
