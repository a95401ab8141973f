using Interdiction.Boardings;
using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Evidence;
using Interdiction.Kernel;
using Interdiction.Vessels;
using Interdiction.Law;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Reporting;

/// <summary>Gathers what is printed, as the caller may read it at this moment.</summary>
public sealed class CaseFiles(InterdictionDb db, Ships ships, Caller caller, LawBook law, TimeProvider clock)
{
    /// <returns>Null where the caller can read no such case.</returns>
    public Task<CaseFile?> Of(Guid @case, PaperSize paper, CancellationToken stop) => Of(@case, db.ShownRevisions.Where(x => x.CaseId == @case), null, paper, stop);

    /// <summary>The case with one of its reports alone.</summary>
    /// <returns>Null where the caller can read no such report.</returns>
    public async Task<CaseFile?> OfReport(Guid report, PaperSize paper, CancellationToken stop) =>
        await db.ReportOf(report).Select(x => (Guid?)x.CaseId).SingleOrDefaultAsync(stop) is { } @case ? await Of(@case, db.ShownRevisionOf(report), report, paper, stop) : null;

    async Task<CaseFile?> Of(Guid @case, IQueryable<BoardingRevision> shown, Guid? report, PaperSize paper, CancellationToken stop) =>
        await db.CaseOf(@case).AsNoTracking().Include(x => x.Participants).SingleOrDefaultAsync(stop) is { } found ? await Gather(found, shown, report, paper, stop) : null;

    async Task<CaseFile> Gather(Case @case, IQueryable<BoardingRevision> shown, Guid? report, PaperSize paper, CancellationToken stop)
    {
        var reports = await shown.AsNoTracking().Join(db.Boardings, x => x.BoardingId, x => x.Id, (revision, boarding) => new { revision, boarding })
            .OrderBy(x => x.boarding.FiledAt).ThenBy(x => x.boarding.Id).ToListAsync(stop);
        List<Guid> printed = [.. reports.Select(x => x.boarding.Id)];
        var (same, claims) = (await ships.Of(printed, stop), await ships.Claims(printed, stop));
        var events = await db.CaseEvents.AsNoTracking().Where(x => x.CaseId == @case.Id).OrderBy(x => x.At).ThenBy(x => x.Id).ToListAsync(stop);
        var holds = await db.Holds.AsNoTracking().Where(x => x.CaseId == @case.Id && x.State == HoldState.InForce).OrderBy(x => x.At).ThenBy(x => x.Id).ToListAsync(stop);
        // With one report alone, what belongs to that one.
        var attachments = await db.Attachments.AsNoTracking().Include(x => x.Boarding).Where(x => x.CaseId == @case.Id && (report == null || x.RecordId == report)).OrderBy(x => x.At).ThenBy(x => x.Id).ToListAsync(stop);
        return new CaseFile(
            @case.ToHead(caller),
            [
                .. reports.Select(x => new PrintedReport(
                    Shown.Of(x.boarding, x.revision, @case.Number, caller, law),
                    [.. events.Where(e => e.RecordId == x.boarding.Id && e.To is not null).Select(TransitionLog.Of)],
                    Contradictions.Of([.. claims.Where(c => same[x.boarding.Id].Contains(c.VesselId))]))),
            ],
            [.. events.Select(x => new TimelineEntry(x.At, x.Kind, x.Actor, x.Partner, x.RecordId, x.Text))],
            [.. holds.Select(x => x.Show(@case.Number))],
            [.. attachments.Select(x => ShownEvidence.Of(x, @case, x.Boarding, caller))],
            new Copy(caller.Name, caller.Partner, clock.Now(), paper));
    }
}
