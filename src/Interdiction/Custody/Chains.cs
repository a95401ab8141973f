using System.Text.Json;
using Interdiction.Boardings;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Custody;

/// <summary>Finds exhibits with their chains, as the report that holds them is shown to the caller, and stores what was added to them.</summary>
public sealed class Chains(InterdictionDb db, Caller caller)
{
    /// <param name="Text">The exhibit in its seizure, as the report has it; null for a part that was split off.</param>
    /// <param name="Revision">The revision of the report that the caller is shown.</param>
    public sealed record Found(CustodyChain Chain, Seizure? Text, BoardingRevision Revision);

    /// <returns>Null where there is none that the caller can read.</returns>
    public async Task<CustodyChain?> Of(Guid exhibit, CancellationToken stop) => (await Find(exhibit, stop))?.Chain;

    /// <returns>Null where there is none that the caller can read.</returns>
    public async Task<Found?> Find(Guid exhibit, CancellationToken stop)
    {
        var (boarding, revisions) = await db.ReportWith(exhibit, stop);
        if (boarding is null)
            return null;
        var text = Shown.Seized(revisions[0], exhibit);
        var chain = await db.CustodyChains.Include(x => x.Events.OrderBy(e => e.Number)).SingleOrDefaultAsync(x => x.Id == exhibit, stop);
        if (chain is null && text is not null)
            chain = Begin(boarding, revisions, text);
        return chain is null ? null : new Found(chain, text?.Seizure, revisions[0]);
    }

    /// <summary>An event with the chain that it is in.</summary>
    /// <returns>Null where there is none that the caller can read.</returns>
    public async Task<(CustodyChain Chain, CustodyEvent Event)?> Event(Guid id, CancellationToken stop)
    {
        var exhibit = await db.CustodyEvents.Where(x => x.Id == id).Select(x => (Guid?)x.ExhibitId).SingleOrDefaultAsync(stop);
        // The first event has the exhibit's id, and is stored with the second.
        return await Of(exhibit ?? id, stop) is { } chain && chain.Events.FirstOrDefault(x => x.Id == id) is { } found ? (chain, found) : null;
    }

    /// <summary>Stores what was added to a chain: its beginning too, and the part that a split made.</summary>
    public void Keep(CustodyChain chain, CustodyEvent added, Writer by)
    {
        if (db.Entry(chain).State is EntityState.Detached)
        {
            // A report that is written at the same moment collides here: it was written by what the chain was before.
            chain.Boarding.TakeIntoCustody();
            db.CustodyChains.Add(chain);
        }
        if (added.Part is not { } part)
            return;
        db.CustodyChains.Add(chain.Part(added, by));
        db.IssuedIds.Add(new IssuedId { Id = part, Record = chain.BoardingId });
    }

    CustodyChain Begin(Boarding boarding, List<BoardingRevision> revisions, Shown.SeizedExhibit text)
    {
        var written = Written(text);
        var (oldest, seized) = revisions.Select(x => (Revision: x, Seized: Shown.Seized(x, text.Exhibit.Id!.Value)))
            .TakeWhile(x => x.Seized is not null && Written(x.Seized) == written).Last();
        return CustodyChain.Begin(boarding, oldest, text.Seizure, seized!.At ?? boarding.FiledAt, caller.Partner);
    }

    static string Written(Shown.SeizedExhibit it) => JsonSerializer.Serialize(it.Seizure, Json.Compact);
}
