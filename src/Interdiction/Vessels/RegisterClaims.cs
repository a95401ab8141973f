using Interdiction.Boardings;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Vessels;

/// <summary>Keeps the identity claims of a ship in step with what the report says of it.</summary>
internal sealed class RegisterClaims(InterdictionDb db) : IDomainEventHandler<ReportWritten>
{
    public async Task Handle(ReportWritten what, CancellationToken stop)
    {
        var (boarding, revision) = (what.Boarding, what.Boarding.Current);
        if (revision.Version > 1)
            db.RemoveRange(await db.VesselClaims.Where(x => x.BoardingId == boarding.Id && x.Revision == revision.Number).ToListAsync(stop));
        if (revision.Report.Conveyance is not Vessel vessel)
            return;
        db.AddRange(vessel.Names.DefaultIfEmpty(new VesselName()).Select((name, i) => new VesselClaim
        {
            BoardingId = boarding.Id,
            Revision = revision.Number,
            Number = i + 1,
            Name = name.Name,
            Source = name.Source is { } source ? Code<NameSource>.Of(source) : null,
            Flag = vessel.FlagClaimed,
            Imo = vessel.Imo,
            Mmsi = vessel.Mmsi,
            CallSign = vessel.CallSign,
            At = revision.StartedAt ?? boarding.FiledAt,
            ClaimedTo = boarding.Originator,
        }));
    }
}
