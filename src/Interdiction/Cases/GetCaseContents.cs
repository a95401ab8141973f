using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Cases;

/// <summary>Lists what is in a case that the caller can read, oldest first.</summary>
public sealed record GetCaseContents(Guid Id) : IQuery<CaseContents>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope) : IQueryHandler<GetCaseContents, CaseContents>
    {
        public async Task<Result<CaseContents>> Handle(GetCaseContents message, CancellationToken stop)
        {
            envelope.Resource = message.Id;
            if (!await db.CaseOf(message.Id).AnyAsync(stop))
                return Refusal.NotFound;
            var boardings = await db.ShownRevisions.Where(x => x.CaseId == message.Id)
                .Join(db.Boardings, x => x.BoardingId, x => x.Id, (revision, boarding) => new { boarding.Id, boarding.Number, revision.Title, revision.State, boarding.Marking, boarding.Originator, boarding.FiledAt })
                .OrderBy(x => x.FiledAt).ThenBy(x => x.Id).ToListAsync(stop);
            var requests = await db.ConsentRequests.AsNoTracking().Where(x => x.CaseId == message.Id).OrderBy(x => x.At).ThenBy(x => x.Id).ToListAsync(stop);
            var (comments, tasks) = (await db.Comments.CountAsync(x => x.CaseId == message.Id, stop), await db.Tasks.CountAsync(x => x.CaseId == message.Id, stop));
            var attachments = await db.Attachments.AsNoTracking().Where(x => x.CaseId == message.Id).OrderBy(x => x.At).ThenBy(x => x.Id).ToListAsync(stop);
            return new CaseContents([.. boardings.Select(x => new RecordHead(x.Id, x.Number, x.Title, Code<BoardingState>.Of(x.State), Masking.Of(x.Marking, caller.StandingTo(x.Originator))))],
                [.. requests.Select(x => new RecordHead(x.Id, x.Number, x.Title, Code<ConsentState>.Of(x.State), Masking.Of(x.Marking, caller.StandingTo(x.Originator))))],
                [.. attachments.Select(x => new RecordHead(x.Id, x.Number, x.Name, Code<EvidenceState>.Of(x.State), Masking.Of(x.Marking, caller.StandingTo(x.Originator))))], comments, tasks);
        }
    }
}
