using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Boardings;

/// <summary>Shows a boarding report in the revision that the caller may see, with its screening and warnings.</summary>
public sealed record GetBoardingReport(Guid Id) : IQuery<FiledReport>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Envelope envelope) : IQueryHandler<GetBoardingReport, FiledReport>
    {
        public async Task<Result<FiledReport>> Handle(GetBoardingReport message, CancellationToken stop)
        {
            envelope.Resource = message.Id;
            var found = await db.ShownRevisions.AsNoTracking().Where(x => x.BoardingId == message.Id)
                .Join(db.Boardings, x => x.BoardingId, x => x.Id, (revision, boarding) => new { revision, boarding, boarding.Case.Number })
                .SingleOrDefaultAsync(stop);
            if (found is null)
                return Refusal.NotFound;
            envelope.ETag = found.revision.ETag;
            return FiledReports.Show(found.boarding, found.revision, found.Number);
        }
    }
}

static class FiledReports
{
    /// <summary>The report as it is answered: what was written, its head, its screening and its warnings.</summary>
    public static FiledReport Show(Boarding boarding, BoardingRevision revision, string caseNumber) => new(revision.Report)
    {
        Id = boarding.Id,
        CaseId = boarding.CaseId,
        Marking = boarding.Marking,
        Number = boarding.Number,
        CaseNumber = caseNumber,
        Revision = revision.Number,
        State = revision.State,
        Originator = boarding.Originator,
        FiledBy = boarding.FiledBy,
        FiledAt = boarding.FiledAt,
        SubmittedAt = revision.SubmittedAt,
        AcceptedAt = revision.AcceptedAt,
        Screening = revision.Screening,
        Warnings = Completeness.Of(revision.Report),
    };

    /// <summary>Answers a command with the report as it now stands.</summary>
    public static FiledReport Answer(this Boarding boarding, Envelope envelope)
    {
        (envelope.Resource, envelope.ETag) = (boarding.Id, boarding.ETag);
        return Show(boarding, boarding.Current, boarding.Case.Number);
    }
}
