using System.Security.Cryptography;
using System.Text.Json;
using Interdiction.Boardings;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Vessels;

/// <summary>Shows a ship: what it claimed to be and to whom, what of it does not go together, and its boardings, as far as the caller can read them.</summary>
public sealed record GetVessel(Guid Id) : IQuery<ShownVessel>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Ships ships, Caller caller, Envelope envelope) : IQueryHandler<GetVessel, ShownVessel>
    {
        public async Task<Result<ShownVessel>> Handle(GetVessel message, CancellationToken stop)
        {
            envelope.Resource = message.Id;
            if (!await db.ShownClaimsOf(message.Id).AnyAsync(stop))
                return Refusal.NotFound;
            var ship = (await ships.Of([message.Id], stop))[message.Id];
            var claims = await ships.Claims(ship, stop);
            var links = await db.VesselLinks.AsNoTracking().Where(x => ship.Contains(x.First) || ship.Contains(x.Second)).OrderBy(x => x.At).ThenBy(x => x.Id).ToListAsync(stop);
            var shown = new ShownVessel(Ships.Head(message.Id, claims))
            {
                Claims = claims,
                Contradictions = Contradictions.Of(claims),
                Boardings = [.. (await Boardings(ship).ToListAsync(stop)).OrderByDescending(x => x.StartedAt ?? x.FiledAt).ThenByDescending(x => x.Id).Select(x => Shown.Of(x, caller))],
                Links = [.. links.Select(x => x.Show())],
            };
            envelope.ETag = $"\"{Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(shown, Json.Compact)).AsSpan(0, 16))}\"";
            return shown;
        }

        IQueryable<BoardingHead> Boardings(IReadOnlyCollection<Guid> ship) =>
            from revision in db.ShownRevisions
            join boarding in db.Boardings on revision.BoardingId equals boarding.Id
            where ship.Contains(boarding.Id)
            select new BoardingHead
            {
                Id = boarding.Id,
                Number = boarding.Number,
                CaseId = boarding.CaseId,
                CaseNumber = boarding.Case.Number,
                Title = revision.Title,
                Mode = revision.Mode,
                State = revision.State,
                Revision = revision.Number,
                Originator = boarding.Originator,
                FiledAt = boarding.FiledAt,
                StartedAt = revision.StartedAt,
                Outcome = revision.Outcome,
                Marking = boarding.Marking,
            };
    }
}
