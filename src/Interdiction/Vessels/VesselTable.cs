using Interdiction.Boardings;
using Interdiction.Contracts;
using Interdiction.Search;

namespace Interdiction.Vessels;

/// <summary>What one revision of a report says of its ship: what the ship claimed to be, and what it is found by.</summary>
static class VesselTable
{
    /// <returns>Nothing of both where the report is about no ship.</returns>
    public static (IReadOnlyList<VesselClaim> Claims, IReadOnlyList<VesselKey> Keys) Of(Boarding boarding, BoardingRevision revision)
    {
        if (revision.Report.Conveyance is not Vessel vessel)
            return ([], []);
        var names = vessel.Names.DefaultIfEmpty(new VesselName()).ToList();
        var keys = VesselKey.Of(names.Select(x => (x.Name, vessel.Imo, vessel.Mmsi, vessel.CallSign)));
        return (
            [.. names.Select((name, i) => new VesselClaim
            {
                BoardingId = boarding.Id,
                Revision = revision.Number,
                Number = i + 1,
                Name = name.Name,
                Source = name.Source is { } source ? Code<NameSource>.Of(source) : null,
                Flag = vessel.FlagClaimed,
                FlagConfirmed = vessel.FlagConfirmed,
                Imo = vessel.Imo,
                Mmsi = vessel.Mmsi,
                CallSign = vessel.CallSign,
                Type = vessel.Type,
                GrossTonnage = vessel.GrossTonnage,
                Words = ' ' + SearchWords.Of(new[] { name.Name, Transliteration.Latin(name.Name ?? ""), vessel.Imo, vessel.Mmsi, vessel.CallSign }.OfType<string>()),
                At = revision.StartedAt ?? boarding.FiledAt,
                ClaimedTo = boarding.Originator,
            })],
            [.. keys.Select(x => new VesselKey { Value = x.Key, Weight = x.Value, BoardingId = boarding.Id, Revision = revision.Number })]);
    }
}
