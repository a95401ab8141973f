using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Boardings;

/// <summary>Lists the revisions of a report that the caller may see, with what each changed.</summary>
public sealed record GetRevisions(Guid Id) : IQuery<Page<RevisionHead>>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Envelope envelope) : IQueryHandler<GetRevisions, Page<RevisionHead>>
    {
        public async Task<Result<Page<RevisionHead>>> Handle(GetRevisions message, CancellationToken stop)
        {
            envelope.Resource = message.Id;
            var revisions = await db.Revisions.AsNoTracking().Where(x => x.BoardingId == message.Id).OrderBy(x => x.Number).ToListAsync(stop);
            if (revisions.Count == 0)
                return Refusal.NotFound;
            return new Page<RevisionHead>(
                [.. revisions.Select((x, i) => new RevisionHead(x.Number, x.State, x.WrittenBy, x.WrittenAt, x.SubmittedAt, i == 0 ? [] : Differences.Between(revisions[i - 1].Report, x.Report)))],
                null);
        }
    }
}

/// <summary>Shows one revision of a report as it was.</summary>
public sealed record GetRevision(Guid Id, int Number) : IQuery<FiledReport>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Envelope envelope) : IQueryHandler<GetRevision, FiledReport>
    {
        public async Task<Result<FiledReport>> Handle(GetRevision message, CancellationToken stop)
        {
            envelope.Resource = message.Id;
            var found = await db.Revisions.AsNoTracking().Where(x => x.BoardingId == message.Id && x.Number == message.Number)
                .Join(db.Boardings, x => x.BoardingId, x => x.Id, (revision, boarding) => new { revision, boarding, boarding.Case.Number })
                .SingleOrDefaultAsync(stop);
            if (found is null)
                return Refusal.NotFound;
            envelope.ETag = found.revision.ETag;
            return FiledReports.Show(found.boarding, found.revision, found.Number);
        }
    }
}
