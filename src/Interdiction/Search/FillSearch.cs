using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Vessels;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Search;

/// <summary>
/// Makes the search entries of a database that has records and no entries: it was filled before there was a search, or before
/// a search found attachments. What ships are found by is made with them where there is none either.
/// </summary>
sealed class FillSearch(InterdictionDb db)
{
    const int Batch = 200;

    /// <summary>All of them in one transaction, so that a start that is broken off is not taken for a filled table.</summary>
    public async Task Fill(CancellationToken stop)
    {
        await using var transaction = await db.Begin(stop);
        await db.Derive(async () => !await db.EveryEntry.AnyAsync(stop) ? await FillAll(stop)
            : await db.EveryEntry.AnyAsync(x => x.Kind == SearchKind.Attachment, stop) ? 0 : await FillAttachments(stop));
        await transaction.CommitAsync(stop);
    }

    async Task<int> FillAll(CancellationToken stop)
    {
        var made = 0;
        var vessels = !await db.EveryKey.AnyAsync(stop);
        for (Guid? last = null; ;)
        {
            var cases = await db.EveryCase.AsNoTracking().Where(x => last == null || x.Id > last).OrderBy(x => x.Id).Take(Batch).ToListAsync(stop);
            if (cases.Count == 0)
                return made;
            last = cases[^1].Id;
            List<Guid> ids = [.. cases.Select(x => x.Id)];
            var reports = await db.EveryReport.AsNoTracking().Where(x => ids.Contains(x.CaseId)).ToDictionaryAsync(x => x.Id, stop);
            var revisions = await db.EveryRevisionOf(reports.Keys).AsNoTracking().ToListAsync(stop);
            db.AddRange(revisions.SelectMany(x => SearchTable.Of(reports[x.BoardingId], x)));
            db.AddRange((await db.EveryTranslationOf(reports.Keys).AsNoTracking().ToListAsync(stop)).Select(x => SearchTable.Of(x, reports[x.BoardingId])));
            if (vessels)
            {
                db.RemoveRange(await db.EveryClaimOf(reports.Keys).ToListAsync(stop));
                foreach (var (claims, keys) in revisions.Select(x => VesselTable.Of(reports[x.BoardingId], x)))
                {
                    db.AddRange(claims);
                    db.AddRange(keys);
                }
            }
            db.AddRange(cases.Select(SearchTable.Of));
            db.AddRange((await db.EveryRecordIn(ids, stop)).Select(SearchTable.Of));
            db.AddRange((await db.EveryHoldIn(ids, stop)).Select(SearchTable.Of));
            made += await db.SaveChangesAsync(stop);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Attachments came later than other records.</summary>
    async Task<int> FillAttachments(CancellationToken stop)
    {
        var made = 0;
        for (Guid? last = null; ;)
        {
            var found = await db.EveryAttachment.AsNoTracking().Where(x => last == null || x.Id > last).OrderBy(x => x.Id).Take(Batch).ToListAsync(stop);
            if (found.Count == 0)
                return made;
            last = found[^1].Id;
            db.AddRange(found.Select(SearchTable.Of));
            made += await db.SaveChangesAsync(stop);
            db.ChangeTracker.Clear();
        }
    }
}
