using Interdiction.Boardings;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Search;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Vessels;

/// <summary>Keeps the identity claims of a ship, and what it is found by, in step with what the report says of it.</summary>
internal sealed class RegisterClaims(InterdictionDb db) : IDomainEventHandler<ReportWritten>
{
    public async Task Handle(ReportWritten what, CancellationToken stop)
    {
        var (boarding, revision) = (what.Boarding, what.Boarding.Current);
        List<VesselKey> stored = [];
        if (revision.Version > 1)
        {
            db.RemoveRange(await db.VesselClaims.Where(x => x.BoardingId == boarding.Id && x.Revision == revision.Number).ToListAsync(stop));
            stored = await db.VesselKeys.Where(x => x.BoardingId == boarding.Id && x.Revision == revision.Number).ToListAsync(stop);
        }
        var vessel = revision.Report.Conveyance as Vessel;
        var names = vessel?.Names.DefaultIfEmpty(new VesselName()) ?? [];
        var keys = VesselKey.Of(names.Select(x => (x.Name, vessel?.Imo, vessel?.Mmsi, vessel?.CallSign)));
        // A key is its own row's: what stays is left as it is.
        db.RemoveRange(stored.Where(x => !keys.ContainsKey(x.Value)));
        db.AddRange(keys.ExceptBy(stored.Select(x => x.Value), x => x.Key).Select(x => new VesselKey { Value = x.Key, Weight = x.Value, BoardingId = boarding.Id, Revision = revision.Number }));
        if (vessel is null)
            return;
        db.AddRange(names.Select((name, i) => new VesselClaim
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
        }));
    }
}
