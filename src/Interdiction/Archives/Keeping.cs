using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Archives;

/// <summary>What keeps a case from being destroyed at this moment.</summary>
sealed class Keeping(InterdictionDb db, TimeProvider clock)
{
    /// <summary>The obstacles, as far as the caller reads what makes them.</summary>
    public async Task<IReadOnlyList<string>> Of(Case it, CancellationToken stop)
    {
        return
        [
            .. OfTime(it),
            .. await db.Holds.AnyAsync(x => x.CaseId == it.Id && x.State == HoldState.InForce, stop) ? [UnderHold] : Array.Empty<string>(),
            .. (await InCustody(it, stop)).Select(x => $"Exhibit {x} is in custody: it is returned, released or destroyed first, so that its chain ends before it is destroyed."),
            .. await db.Destructions.AnyAsync(x => x.CaseId == it.Id && x.State == DestructionState.Announced, stop) ? ["Its destruction is announced already."] : Array.Empty<string>(),
        ];
    }

    /// <summary>The first obstacle of all that there is, whoever reads it; of what not everybody may know it says no more than that there is one.</summary>
    public async Task<string?> First(Case it, CaseRemains remains, CancellationToken stop) =>
        OfTime(it).FirstOrDefault()
        ?? (await db.EveryHoldIn([it.Id], stop)).Where(x => x.State is HoldState.InForce).Select(_ => UnderHold).FirstOrDefault()
        ?? (remains.Exhibits.Any(x => x.InCustody) || remains.Untold.Any()
            ? "Something in the case is to be kept still: an exhibit is in custody, or a partner that filed something cannot read the case and was not told. Release the case to all who took part, and see to the exhibits."
            : null);

    const string UnderHold = "The case is under a legal hold: nothing of it is destroyed until the lead partner lifts it.";

    IEnumerable<string> OfTime(Case it)
    {
        if (it.ClosedAt is null)
            yield return $"The case is {Code<CaseStatus>.Of(it.Status)}: it is closed and put into the archive first.";
        else if (it.RetainUntil is not { } until)
            yield return "The case is kept for good. Two coordinators of the lead can set another class.";
        else if (clock.Now() < until)
            yield return $"The case is kept until {until:yyyy-MM-dd}.";
        else if (it.Status is not CaseStatus.Archived)
            yield return "The case is not in the archive: a coordinator puts it there first.";
    }

    // An amendment that was withdrawn leaves the revision before it standing, and what was seized by that one in custody.
    async Task<IEnumerable<string>> InCustody(Case it, CancellationToken stop)
    {
        var stands = await db.Revisions.Where(x => x.CaseId == it.Id && x.State != BoardingState.Withdrawn).GroupBy(x => x.BoardingId).Select(x => new { x.Key, Number = x.Max(r => r.Number) }).ToListAsync(stop);
        var reports = stands.ConvertAll(x => x.Key);
        var seized = await db.Exhibits.AsNoTracking().Where(x => reports.Contains(x.BoardingId)).Select(x => new { x.Id, x.Number, x.BoardingId, x.Revision }).ToListAsync(stop);
        var chains = await db.CustodyChains.AsNoTracking().Include(x => x.Events).Where(x => reports.Contains(x.BoardingId)).ToListAsync(stop);
        return seized.Where(x => stands.Exists(s => s.Key == x.BoardingId && s.Number == x.Revision) && !chains.Exists(c => c.Id == x.Id)).Select(x => x.Number)
            .Concat(chains.Where(x => x.IsHeld).Select(x => x.Number)).Distinct().Order(StringComparer.Ordinal);
    }
}
