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
public sealed class CaseFiles(InterdictionDb db, Ships ships, Caller caller, Envelope envelope, LawBook law, TimeProvider clock)
{
    /// <returns>Null where the caller can read no such case.</returns>
    public Task<CaseFile?> Of(Guid @case, Sheets sheets, CancellationToken stop) => Of(@case, db.ShownRevisions.Where(x => x.CaseId == @case), null, sheets, stop);

    /// <summary>The case with one of its reports alone.</summary>
    /// <returns>Null where the caller can read no such report.</returns>
    public async Task<CaseFile?> OfReport(Guid report, Sheets sheets, CancellationToken stop) =>
        await db.ReportOf(report).Select(x => (Guid?)x.CaseId).SingleOrDefaultAsync(stop) is { } @case ? await Of(@case, db.ShownRevisionOf(report), report, sheets, stop) : null;

    async Task<CaseFile?> Of(Guid @case, IQueryable<BoardingRevision> shown, Guid? report, Sheets sheets, CancellationToken stop) =>
        await db.CaseOf(@case).AsNoTracking().Include(x => x.Participants).SingleOrDefaultAsync(stop) is { } found ? await Gather(found, shown, report, sheets, stop) : null;

    async Task<CaseFile> Gather(Case @case, IQueryable<BoardingRevision> shown, Guid? report, Sheets sheets, CancellationToken stop)
    {
        var reports = await shown.AsNoTracking().Join(db.Boardings, x => x.BoardingId, x => x.Id, (revision, boarding) => new { revision, boarding })
            .OrderBy(x => x.boarding.FiledAt).ThenBy(x => x.boarding.Id).ToListAsync(stop);
        List<Guid> printed = [.. reports.Select(x => x.boarding.Id)];
        var (same, claims) = (await ships.Of(printed, stop), await ships.Claims(printed, stop));
        var events = await db.CaseEvents.AsNoTracking().Where(x => x.CaseId == @case.Id).OrderBy(x => x.At).ThenBy(x => x.Id).ToListAsync(stop);
        var holds = await db.Holds.AsNoTracking().Where(x => x.CaseId == @case.Id && x.State == HoldState.InForce).OrderBy(x => x.At).ThenBy(x => x.Id).ToListAsync(stop);
        // With one report alone, what belongs to that one.
        var attachments = await db.Attachments.AsNoTracking().Include(x => x.Boarding).Where(x => x.CaseId == @case.Id && (report == null || x.RecordId == report)).OrderBy(x => x.At).ThenBy(x => x.Id).ToListAsync(stop);
        var head = @case.ToHead(caller);
        return new CaseFile(
            head with { Marking = CaseFile.OnPaper(head.Marking) },
            [
                .. reports.Select(x => new PrintedReport(
                    OnPaper(Shown.Of(x.boarding, x.revision, @case.Number, caller, law)),
                    [.. events.Where(e => e.RecordId == x.boarding.Id && e.To is not null).Select(TransitionLog.Of)],
                    Contradictions.Of([.. claims.Where(c => same[x.boarding.Id].Contains(c.VesselId))]))),
            ],
            [.. events.Select(x => new TimelineEntry(x.At, x.Kind, x.Actor, x.Partner, x.RecordId, x.Text))],
            [.. holds.Select(x => x.Show(@case.Number))],
            [.. attachments.Select(x => ShownEvidence.Of(x, @case, x.Boarding, caller)).Select(x => x with { Marking = CaseFile.OnPaper(x.Marking) })],
            Copy.For(caller, envelope, sheets, clock.Now()));
    }

    static FiledReport OnPaper(FiledReport report) => report with { Marking = CaseFile.OnPaper(report.Marking!) };
}
