using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Cases;

/// <summary>Shows the head of a case.</summary>
public sealed record GetCase(Guid Id) : IQuery<CaseHead>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Envelope envelope) : IQueryHandler<GetCase, CaseHead>
    {
        public async Task<Result<CaseHead>> Handle(GetCase message, CancellationToken stop)
        {
            envelope.Resource = message.Id;
            if (await db.Cases.AsNoTracking().Include(x => x.Participants).SingleOrDefaultAsync(x => x.Id == message.Id, stop) is not { } found)
                return Refusal.NotFound;
            envelope.ETag = found.ETag;
            return found.ToHead();
        }
    }
}

static class CaseHeads
{
    public static CaseHead ToHead(this Case it) => new()
    {
        Id = it.Id,
        Number = it.Number,
        Title = it.Title,
        Mode = it.Mode,
        Status = it.Status,
        LeadPartner = it.LeadPartner,
        Originator = it.Originator,
        OpenedAt = it.OpenedAt,
        Marking = it.Marking,
        Participants = [.. it.Participants.Select(x => new CaseParticipant(x.Partner, x.Part)).Distinct().OrderBy(x => x.Partner, StringComparer.Ordinal)],
    };
}
