using Interdiction.Boardings;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Custody;

/// <summary>Shows exhibits with their chains, on screen and on paper alike, as the report that holds them is shown to the caller.</summary>
public sealed class ShownExhibits(InterdictionDb db, Chains chains, Caller caller)
{
    /// <param name="ETag">Strong entity tag of the exhibit with its chain.</param>
    public sealed record Found(ShownExhibit Exhibit, CustodyChain Chain, string? Authority, string ETag);

    /// <returns>Null where there is none that the caller can read.</returns>
    public async Task<Found?> Of(Guid id, CancellationToken stop)
    {
        if (await chains.Find(id, stop) is not var (chain, text, revision))
            return null;
        var parts = await db.CustodyChains.Where(x => x.Parent == chain.Id).OrderBy(x => x.Number).Select(x => x.Id).ToListAsync(stop);
        var exhibit = text?.Exhibits[0];
        // What was split off is of the line that the whole was of.
        var seized = Shown.Seized(revision, await Whole(chain, stop));
        return new Found(
            new ShownExhibit
            {
                Id = chain.Id,
                Number = chain.Number,
                Boarding = chain.BoardingId,
                CaseId = chain.Boarding.CaseId,
                Seizure = text?.Id,
                ManifestLine = exhibit?.ManifestLine,
                Description = chain.Description,
                Packages = exhibit?.Packages,
                Quantity = chain.Quantity,
                Hazard = seized is null ? null : Shown.HazardOf(revision, seized.Exhibit),
                Seals = chain.Seals,
                Balance = chain.Balance?.Show(),
                Custodian = chain.Ended ? null : new Custodian(chain.Custodian, chain.Keeper?.Agency, chain.Keeper?.Name, chain.Keeper?.User),
                CustodyEvents = [.. chain.Events.Select(x => x.Show())],
                Parent = chain.Parent,
                Parts = parts,
                Marking = Shown.MarkingOf(chain.Boarding, caller),
            },
            chain, seized?.Seizure.Authority, $"{chain.Boarding.Tag(revision).TrimEnd('"')}.{chain.Version}\"");
    }

    async Task<Guid> Whole(CustodyChain chain, CancellationToken stop)
    {
        var (id, parent) = (chain.Id, chain.Parent);
        while (parent is { } above)
            (id, parent) = (above, await db.CustodyChains.Where(x => x.Id == above).Select(x => x.Parent).SingleAsync(stop));
        return id;
    }
}
