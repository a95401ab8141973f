using Interdiction.Boardings;
using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Reporting;

/// <summary>Gathers what is printed, as the caller may read it at this moment.</summary>
public sealed class CaseFiles(InterdictionDb db, Caller caller, TimeProvider clock)
{
    /// <returns>Null where the caller can read no such case.</returns>
    public async Task<CaseFile?> Of(Guid @case, PaperSize paper, CancellationToken stop) =>
        await db.Cases.AsNoTracking().Include(x => x.Participants).SingleOrDefaultAsync(x => x.Id == @case, stop) is { } found
            ? await Gather(found, db.ShownRevisions.Where(x => x.CaseId == found.Id), paper, stop)
            : null;

    /// <summary>The case with one of its reports alone.</summary>
    /// <returns>Null where the caller can read no such report.</returns>
    public async Task<CaseFile?> OfReport(Guid report, PaperSize paper, CancellationToken stop) =>
        await db.Cases.AsNoTracking().Include(x => x.Participants).SingleOrDefaultAsync(x => db.Boardings.Any(b => b.Id == report && b.CaseId == x.Id), stop) is { } found
            ? await Gather(found, db.ShownRevisions.Where(x => x.BoardingId == report), paper, stop)
            : null;

    async Task<CaseFile> Gather(Case @case, IQueryable<BoardingRevision> shown, PaperSize paper, CancellationToken stop)
    {
        var reports = await shown.AsNoTracking().Join(db.Boardings, x => x.BoardingId, x => x.Id, (revision, boarding) => new { revision, boarding })
            .OrderBy(x => x.boarding.FiledAt).ThenBy(x => x.boarding.Id).ToListAsync(stop);
        var events = await db.CaseEvents.AsNoTracking().Where(x => x.CaseId == @case.Id).OrderBy(x => x.At).ThenBy(x => x.Id).ToListAsync(stop);
        return new CaseFile(
            @case.ToHead(),
            [
                .. reports.Select(x => new PrintedReport(
                    FiledReports.Show(x.boarding, x.revision, @case.Number),
                    [.. events.Where(e => e.RecordId == x.boarding.Id && e.To is not null).Select(TransitionLog.Of)])),
            ],
            [.. events.Select(x => new TimelineEntry(x.At, x.Kind, x.Actor, x.Partner, x.RecordId, x.Text))],
            new Copy(caller.Name, caller.Partner, clock.Now(), paper));
    }
}
