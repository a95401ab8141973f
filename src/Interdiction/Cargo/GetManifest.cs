using Interdiction.Boardings;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Law;

namespace Interdiction.Cargo;

/// <summary>Shows a manifest with its screening and its reconciliation, to whom its report is shown.</summary>
public sealed record GetManifest(Guid Id) : IQuery<ShownManifest>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope, LawBook law) : IQueryHandler<GetManifest, ShownManifest>
    {
        public async Task<Result<ShownManifest>> Handle(GetManifest message, CancellationToken stop)
        {
            envelope.Resource = message.Id;
            if (await db.ReportWith(message.Id, stop) is not ({ } boarding, [var revision, ..]))
                return Refusal.NotFound;
            var report = Shown.Of(boarding, revision, boarding.Case.Number, caller, law);
            if (report.Manifest is not { } manifest || manifest.Id != message.Id)
                return Refusal.NotFound;
            envelope.ETag = boarding.Tag(revision);
            var anew = Screener.Screen(manifest);
            return new ShownManifest(message.Id, boarding.Id, boarding.CaseId, manifest.Lines, revision.Screening, anew.ListVersion == revision.Screening.ListVersion ? null : anew,
                Reconciliation.Of(report), report.Marking!);
        }
    }
}
