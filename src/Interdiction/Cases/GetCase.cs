using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Cases;

/// <summary>Shows the head of a case.</summary>
public sealed record GetCase(Guid Id) : IQuery<CaseHead>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope) : IQueryHandler<GetCase, CaseHead>
    {
        public async Task<Result<CaseHead>> Handle(GetCase message, CancellationToken stop)
        {
            envelope.Resource = message.Id;
            if (await db.CaseOf(message.Id).AsNoTracking().Include(x => x.Participants).SingleOrDefaultAsync(stop) is not { } found)
                return Refusal.NotFound;
            envelope.ETag = found.ETag;
            return found.ToHead(caller);
        }
    }
}

static class CaseHeads
{
    /// <summary>The head as the caller is shown it.</summary>
    public static CaseHead ToHead(this Case it, Caller caller) => new()
    {
        Id = it.Id,
        Number = it.Number,
        Title = it.Title,
        Mode = it.Mode,
        Status = it.Status,
        Disposition = it.Disposition,
        Retention = it.Retention,
        LeadPartner = it.LeadPartner,
        Originator = it.Originator,
        OpenedAt = it.OpenedAt,
        Marking = Masking.Of(it.Marking, caller.StandingTo(it.Originator)),
        Participants = it.Parts(),
    };

    public static IReadOnlyList<CaseParticipant> Parts(this Case it) =>
        [.. it.Participants.Select(x => new CaseParticipant(x.Partner, x.Part)).Distinct().OrderBy(x => x.Partner, StringComparer.Ordinal)];
}
