using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Boardings;

/// <summary>Ids of the parts of a report: manifest, seizures, exhibits. Given by the client or here, and never used twice.</summary>
public sealed class ReportParts(InterdictionDb db, TimeProvider clock)
{
    /// <summary>The report with an id on every part; a part that stood in the earlier text without an id keeps its own.</summary>
    public BoardingReport Name(BoardingReport report, BoardingReport? earlier = null)
    {
        var exhibits = (earlier?.Seizures ?? []).SelectMany(x => x.Exhibits).ToDictionary(x => x.Number!, x => x.Id);
        return report with
        {
            Manifest = report.Manifest is { } manifest ? manifest with { Id = manifest.Id ?? earlier?.Manifest?.Id ?? clock.NewId() } : null,
            Seizures =
            [
                .. report.Seizures.Index().Select(seizure => seizure.Item with
                {
                    Id = seizure.Item.Id ?? earlier?.Seizures.ElementAtOrDefault(seizure.Index)?.Id ?? clock.NewId(),
                    Exhibits = [.. seizure.Item.Exhibits.Select(x => x with { Id = x.Id ?? exhibits.GetValueOrDefault(x.Number!) ?? clock.NewId() })],
                }),
            ],
        };
    }

    /// <summary>Marks the parts' ids as used by this report.</summary>
    /// <returns>A refusal where one stands twice in the report or is in use elsewhere.</returns>
    public async Task<Refusal?> Claim(BoardingReport report, CancellationToken stop)
    {
        var parts = Of(report).ToList();
        if (parts.GroupBy(x => x.Id).FirstOrDefault(x => x.Count() > 1 || x.Key == report.Id) is { } twice)
            return Refusal.Invalid(new Fault(twice.Last().Pointer, "duplicate", "This id stands twice in the report."));
        var ids = parts.Select(x => x.Id).ToList();
        var used = await db.IssuedIds.Where(x => ids.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.Record, stop);
        if (parts.Any(x => used.TryGetValue(x.Id, out var record) && record != report.Id))
            return Refusal.Conflict("idInUse", "The id of a part is in use already. Choose another.");
        db.IssuedIds.AddRange(parts.Where(x => !used.ContainsKey(x.Id)).Select(x => new IssuedId { Id = x.Id, Record = report.Id!.Value }));
        return null;
    }

    static IEnumerable<(Guid Id, string Pointer)> Of(BoardingReport report)
    {
        if (report.Manifest?.Id is { } manifest)
            yield return (manifest, "/manifest/id");
        foreach (var (i, seizure) in report.Seizures.Index())
        {
            yield return (seizure.Id!.Value, $"/seizures/{i}/id");
            foreach (var (j, exhibit) in seizure.Exhibits.Index())
                yield return (exhibit.Id!.Value, $"/seizures/{i}/exhibits/{j}/id");
        }
    }
}
