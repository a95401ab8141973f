using Interdiction.Boardings;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;

namespace Interdiction.Custody;

/// <summary>Shows one exhibit with its balance, seals, custodian and chain, to whom its report is shown.</summary>
public sealed record GetExhibit(Guid Id) : IQuery<ShownExhibit>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(ShownExhibits exhibits, Envelope envelope) : IQueryHandler<GetExhibit, ShownExhibit>
    {
        public async Task<Result<ShownExhibit>> Handle(GetExhibit message, CancellationToken stop)
        {
            envelope.Resource = message.Id;
            if (await exhibits.Of(message.Id, stop) is not { } found)
                return Refusal.NotFound;
            envelope.ETag = found.ETag;
            return found.Exhibit;
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
