using Interdiction.Boardings;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Vessels;

/// <summary>Keeps the identity claims of a ship, and what it is found by, in step with what the report says of it.</summary>
internal sealed class RegisterClaims(InterdictionDb db) : IDomainEventHandler<ReportWritten>
{
    public async Task Handle(ReportWritten what, CancellationToken stop)
    {
        var (boarding, revision) = (what.Boarding, what.Boarding.Current);
        var (claims, keys) = VesselTable.Of(boarding, revision);
        List<VesselKey> stored = [];
        if (revision.Version > 1)
        {
            db.RemoveRange(await db.VesselClaims.Where(x => x.BoardingId == boarding.Id && x.Revision == revision.Number).ToListAsync(stop));
            stored = await db.VesselKeys.Where(x => x.BoardingId == boarding.Id && x.Revision == revision.Number).ToListAsync(stop);
        }
        // A key is its own row's: what stays is left as it is.
        db.RemoveRange(stored.ExceptBy(keys.Select(x => x.Value), x => x.Value));
        db.AddRange(keys.ExceptBy(stored.Select(x => x.Value), x => x.Value));
        db.AddRange(claims);
    }
}
