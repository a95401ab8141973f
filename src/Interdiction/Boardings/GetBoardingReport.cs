using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Boardings;

/// <summary>Shows a boarding report in the revision that the caller may see, with its screening and warnings.</summary>
public sealed record GetBoardingReport(Guid Id) : IQuery<FiledReport>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope) : IQueryHandler<GetBoardingReport, FiledReport>
    {
        public async Task<Result<FiledReport>> Handle(GetBoardingReport message, CancellationToken stop)
        {
            envelope.Resource = message.Id;
            var found = await db.ShownRevisionOf(message.Id).AsNoTracking()
                .Join(db.Boardings, x => x.BoardingId, x => x.Id, (revision, boarding) => new { revision, boarding, boarding.Case.Number })
                .SingleOrDefaultAsync(stop);
            if (found is null)
                return Refusal.NotFound;
            envelope.ETag = found.boarding.Tag(found.revision);
            return Shown.Of(found.boarding, found.revision, found.Number, caller);
        }
    }
}
