using Interdiction.Boardings;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Cargo;

/// <summary>Keeps lines, matches and exhibits of a report in step with what its officer wrote.</summary>
internal sealed class RegisterCargo(InterdictionDb db) : IDomainEventHandler<ReportWritten>
{
    public async Task Handle(ReportWritten what, CancellationToken stop)
    {
        var (boarding, revision) = (what.Boarding, what.Boarding.Current);
        if (revision.Version > 1)
        {
            db.RemoveRange(await db.CargoLines.Where(x => x.BoardingId == boarding.Id && x.Revision == revision.Number).ToListAsync(stop));
            db.RemoveRange(await db.LineMatches.Where(x => x.BoardingId == boarding.Id && x.Revision == revision.Number).ToListAsync(stop));
            db.RemoveRange(await db.Exhibits.Where(x => x.BoardingId == boarding.Id && x.Revision == revision.Number).ToListAsync(stop));
        }

        var report = revision.Report;
        db.AddRange(from line in report.Manifest?.Lines ?? []
                    select new CargoLine
                    {
                        BoardingId = boarding.Id,
                        Revision = revision.Number,
                        Number = line.Number!.Value,
                        ManifestId = report.Manifest!.Id!.Value,
                        Declared = line.Declared?.Description,
                        Found = line.Found?.Description,
                        PackageCount = (line.Found?.Packages ?? line.Declared?.Packages)?.Count,
                        PackageType = (line.Found?.Packages ?? line.Declared?.Packages)?.Type,
                    });
        db.AddRange(from match in revision.Screening.Matches
                    where match.Line is not null
                    group match by (match.Line, match.List, match.Item, Cas: match.Cas ?? "") into same
                    select new LineMatch
                    {
                        BoardingId = boarding.Id,
                        Revision = revision.Number,
                        Line = same.Key.Line!.Value,
                        List = same.Key.List,
                        Item = same.Key.Item,
                        Cas = same.Key.Cas,
                        Score = same.Max(x => x.Score),
                    });
        db.AddRange(from seizure in report.Seizures
                    from exhibit in seizure.Exhibits
                    select new ExhibitEntry
                    {
                        Id = exhibit.Id!.Value,
                        BoardingId = boarding.Id,
                        Revision = revision.Number,
                        SeizureId = seizure.Id!.Value,
                        Number = exhibit.Number!,
                        ManifestLine = exhibit.ManifestLine,
                        Description = exhibit.Description,
                        Authority = seizure.Authority,
                        Amount = exhibit.Quantity?.Value,
                        Unit = exhibit.Quantity?.Unit,
                    });
    }
}
