using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Boardings;

/// <summary>After a marking changed, every revision is found where other partners are shown it now, also those that whoever changed it does not read.</summary>
internal sealed class ReleaseRevisions(InterdictionDb db) : IDomainEventHandler<MarkingChanged>
{
    public async Task Handle(MarkingChanged what, CancellationToken stop)
    {
        if (what.Record is not Boarding it)
            return;
        foreach (var revision in await db.Derive(() => db.EveryRevisionOf([it.Id]).ToListAsync(stop)))
            revision.Release(it.Marking);
    }
}
