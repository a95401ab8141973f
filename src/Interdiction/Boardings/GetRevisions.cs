using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Law;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Boardings;

/// <summary>Lists the revisions of a report that the caller may see, with what each changed.</summary>
public sealed record GetRevisions(Guid Id) : IQuery<Page<RevisionHead>>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope) : IQueryHandler<GetRevisions, Page<RevisionHead>>
    {
        public async Task<Result<Page<RevisionHead>>> Handle(GetRevisions message, CancellationToken stop)
        {
            envelope.Resource = message.Id;
            var revisions = await db.RevisionsOf(message.Id).AsNoTracking().OrderBy(x => x.Number).ToListAsync(stop);
            if (revisions.Count == 0)
                return Refusal.NotFound;
            return await db.ReportOf(message.Id).AsNoTracking().SingleOrDefaultAsync(stop) is { } boarding
                ? new Page<RevisionHead>(Shown.Of(boarding, revisions, caller), null)
                : Refusal.NotFound;
        }
    }
}

/// <summary>Shows one revision of a report as it was.</summary>
public sealed record GetRevision(Guid Id, int Number) : IQuery<FiledReport>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope, LawBook law) : IQueryHandler<GetRevision, FiledReport>
    {
        public async Task<Result<FiledReport>> Handle(GetRevision message, CancellationToken stop)
        {
            envelope.Resource = message.Id;
            var found = await db.RevisionsOf(message.Id).AsNoTracking().Where(x => x.Number == message.Number)
                .Join(db.Boardings, x => x.BoardingId, x => x.Id, (revision, boarding) => new { revision, boarding, boarding.Case.Number })
                .SingleOrDefaultAsync(stop);
            if (found is null)
                return Refusal.NotFound;
            envelope.ETag = found.boarding.Tag(found.revision);
            var newest = await db.ShownRevisionOf(message.Id).AsNoTracking().SingleOrDefaultAsync(stop);
            return newest is null ? Refusal.NotFound : Shown.Of(found.boarding, found.revision, found.Number, caller, law, newest);
        }
    }
}
