using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Partners;

/// <summary>
/// Opens to a partner that joined later what was released to every partner before: ALL means every partner, whenever it
/// joined. The register must know the partner already. Done twice, it does no harm.
/// </summary>
public sealed class Welcome(InterdictionDb db, ReaderTable readers, TimeProvider clock)
{
    const int Batch = 200;

    /// <returns>How many records it reads that it did not read before.</returns>
    public Task<int> Open(string partner, CancellationToken stop) => db.Derive(() => OpenEvery(partner, stop));

    async Task<int> OpenEvery(string partner, CancellationToken stop)
    {
        var opened = 0;
        for (Guid? last = null; ;)
        {
            var cases = await db.EveryCase.AsNoTracking().Where(x => last == null || x.Id > last).OrderBy(x => x.Id).Take(Batch).ToListAsync(stop);
            if (cases.Count == 0)
                return opened;
            last = cases[^1].Id;
            // What is in a case is read by those alone who read the case.
            var own = cases.SelectMany(readers.Of).Where(x => x.Partner == partner).ToList();
            var read = own.Select(x => x.RecordId).ToList();
            var reports = await db.EveryReport.AsNoTracking().Include(x => x.Case).Where(x => read.Contains(x.CaseId)).ToListAsync(stop);
            // A request is also opened to the flag State that it is addressed to, which joined after it was sent.
            var records = await db.EveryRecordIn([.. cases.Select(x => x.Id)], stop);
            opened += await Store(partner, [.. own, .. reports.SelectMany(readers.Of).Where(x => x.Partner == partner), .. records.SelectMany(readers.Of).Where(x => x.Partner == partner)], stop);
        }
    }

    async Task<int> Store(string partner, List<Reader> rows, CancellationToken stop)
    {
        var ids = rows.Select(x => x.RecordId).ToList();
        var there = await db.Readers.AsNoTracking().Where(x => x.Partner == partner && ids.Contains(x.RecordId)).Select(x => x.RecordId).ToListAsync(stop);
        var missing = rows.Where(x => !there.Contains(x.RecordId)).ToList();
        var now = clock.Now();
        foreach (var row in missing)
            row.Since = now;
        db.Readers.AddRange(missing);
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
        return missing.Count;
    }
}
