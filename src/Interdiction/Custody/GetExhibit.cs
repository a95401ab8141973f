using Interdiction.Boardings;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Custody;

/// <summary>Shows one exhibit with its balance, seals, custodian and chain, to whom its report is shown.</summary>
public sealed record GetExhibit(Guid Id) : IQuery<ShownExhibit>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Chains chains, Caller caller, Envelope envelope) : IQueryHandler<GetExhibit, ShownExhibit>
    {
        public async Task<Result<ShownExhibit>> Handle(GetExhibit message, CancellationToken stop)
        {
            envelope.Resource = message.Id;
            if (await chains.Find(message.Id, stop) is not var (chain, text, revision))
                return Refusal.NotFound;
            var parts = await db.CustodyChains.Where(x => x.Parent == chain.Id).OrderBy(x => x.Number).Select(x => x.Id).ToListAsync(stop);
            var exhibit = text?.Exhibits[0];
            envelope.ETag = $"{chain.Boarding.Tag(revision).TrimEnd('"')}.{chain.Version}\"";
            return new ShownExhibit
            {
                Id = chain.Id,
                Number = chain.Number,
                Boarding = chain.BoardingId,
                CaseId = chain.Boarding.CaseId,
                Seizure = text?.Id,
                ManifestLine = exhibit?.ManifestLine,
                Description = chain.Description,
                Packages = exhibit?.Packages,
                Quantity = chain.Quantity,
                Seals = chain.Seals,
                Balance = chain.Balance?.Show(),
                Custodian = chain.Ended ? null : new Custodian(chain.Custodian, chain.Keeper?.Agency, chain.Keeper?.Name, chain.Keeper?.User),
                CustodyEvents = [.. chain.Events.Select(x => x.Show())],
                Parent = chain.Parent,
                Parts = parts,
                Marking = Shown.MarkingOf(chain.Boarding, caller),
            };
        }
    }
}

/// <summary>Shows a seizure with its exhibits, to whom its report is shown.</summary>
public sealed record GetSeizure(Guid Id) : IQuery<ShownSeizure>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope) : IQueryHandler<GetSeizure, ShownSeizure>
    {
        public async Task<Result<ShownSeizure>> Handle(GetSeizure message, CancellationToken stop)
        {
            envelope.Resource = message.Id;
            if (await db.ReportWith(message.Id, stop) is not ({ } boarding, var revisions) || Shown.Seizure(revisions[0], message.Id) is not { } it)
                return Refusal.NotFound;
            envelope.ETag = boarding.Tag(revisions[0]);
            return new ShownSeizure(message.Id, boarding.Id, boarding.CaseId, it.Authority, it.Exhibits, Shown.MarkingOf(boarding, caller));
        }
    }
}
