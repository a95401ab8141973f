using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Administration;

/// <summary>Knows who was named as a second person from elsewhere.</summary>
public sealed class Deputies(InterdictionDb db)
{
    /// <summary>True where this partner named the caller, or the coordinators of the caller's partner, for this act.</summary>
    public async Task<bool> MayStandIn(Caller caller, string partner, ProposalAct act, CancellationToken stop)
    {
        if (!caller.Has(Role.Coordinator) || caller.Partner == partner)
            return false;
        var named = await db.Deputies.AsNoTracking()
            .Where(x => x.For == partner && x.Partner == caller.Partner && (x.Person == null || x.Person == caller.Id)).ToListAsync(stop);
        return named.Any(x => x.Acts.Contains(act));
    }
}
