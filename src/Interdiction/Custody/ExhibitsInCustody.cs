using System.Text.Json;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Custody;

/// <summary>Keeps a report that is written anew from touching an exhibit whose chain went on since it was seized.</summary>
public sealed class ExhibitsInCustody(InterdictionDb db)
{
    /// <returns>A refusal that points to every exhibit that was touched; null where none was.</returns>
    public async Task<Refusal?> Touched(Guid boarding, BoardingReport earlier, BoardingReport written, CancellationToken stop)
    {
        var chains = await db.CustodyChains.AsNoTracking().Where(x => x.BoardingId == boarding).Select(x => new { x.Id, x.Number, x.Parent }).ToListAsync(stop);
        var (before, after) = (Exhibits(earlier), Exhibits(written));
        // A part of an exhibit stands in no report: its id is not an exhibit's to have.
        if (chains.Any(x => x.Parent is not null && after.ContainsKey(x.Id)))
            return Refusal.Conflict("idInUse", "The id of a part is in use already. Choose another.");
        Fault[] touched =
        [
            .. from chain in chains
               where chain.Parent is null && before.ContainsKey(chain.Id)
               let now = after.GetValueOrDefault(chain.Id)
               where now.Text != before[chain.Id].Text
               select new Fault(now.Pointer ?? "/seizures", "inCustody",
                   $"Exhibit {chain.Number} has custody events since it was seized: leave it as it is. What is wrong with it is told by a correction in its chain."),
        ];
        return touched.Length == 0 ? null : Refusal.Invalid(touched);
    }

    static Dictionary<Guid, (string? Pointer, string? Text)> Exhibits(BoardingReport report) =>
        (from seizure in report.Seizures.Index()
         from exhibit in seizure.Item.Exhibits.Index()
         select (exhibit.Item.Id!.Value, Pointer: $"/seizures/{seizure.Index}/exhibits/{exhibit.Index}", Text: JsonSerializer.Serialize(seizure.Item with { Exhibits = [exhibit.Item] }, Json.Compact)))
        .ToDictionary(x => x.Value, x => ((string?)x.Pointer, (string?)x.Text));
}
