using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Cases;

/// <summary>Shows which transitions a case made, and which the caller may make now.</summary>
public sealed record GetCaseTransitions(Guid Id) : IQuery<Transitions>, IAbout<Case>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope) : IQueryHandler<GetCaseTransitions, Transitions>
    {
        public async Task<Result<Transitions>> Handle(GetCaseTransitions message, CancellationToken stop)
        {
            var it = db.Loaded(message);
            envelope.ETag = it.ETag;
            var allowed = Permission.ReviewCases.Against(caller, it).Any() ? [] : CaseMoves.From(it.Status);
            return new Transitions(await TransitionLog.Of(db.CaseEvents.Where(x => x.RecordId == it.Id), stop), null, [.. allowed.Select(Code<CaseStatus>.Of)]);
        }
    }
}

static class TransitionLog
{
    /// <summary>The transitions among the events of one record, oldest first.</summary>
    public static async Task<IReadOnlyList<TransitionMade>> Of(IQueryable<CaseEvent> events, CancellationToken stop) =>
        [.. (await events.AsNoTracking().Where(x => x.To != null).OrderBy(x => x.At).ThenBy(x => x.Id).ToListAsync(stop)).Select(Of)];

    public static TransitionMade Of(CaseEvent it) => new(it.At, it.From, it.To!, it.Revision, it.Actor, it.Partner, it.Reason, it.Remarks);
}
