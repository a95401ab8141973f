using Interdiction.Contracts;
using Interdiction.Kernel;
using Interdiction.Vessels;

namespace Interdiction.Pages;

/// <summary>A ship as a page shows it: with its boardings, and with the vessels that may be the same.</summary>
public sealed record ShipInView(ShownVessel Vessel, IReadOnlyList<LikelyVessel> Likely)
{
    const int Shown = 10;

    /// <returns>Null where the caller can read no such vessel.</returns>
    public static async Task<ShipInView?> Of(Guid vessel, Messenger messenger, CancellationToken stop)
    {
        var found = await messenger.Send(new GetVessel(vessel), stop);
        var likely = await messenger.Send(new GetLikelySame(vessel), stop);
        return (found.Refusal ?? likely.Refusal) is null ? new ShipInView(found.Value, [.. likely.Value.Items.Take(Shown)]) : null;
    }
}
