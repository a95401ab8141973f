using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;

namespace Interdiction.Proposals;

/// <summary>Shows how a proposal was decided, and what the caller may decide now.</summary>
public sealed record GetProposalTransitions(Guid Id) : IQuery<Transitions>, IAbout<Proposal>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Deciders deciders, Caller caller, Envelope envelope, TimeProvider clock) : IQueryHandler<GetProposalTransitions, Transitions>
    {
        public async Task<Result<Transitions>> Handle(GetProposalTransitions message, CancellationToken stop)
        {
            var it = db.Loaded(message);
            envelope.ETag = it.ETag;
            TransitionMade[] made = it.DecidedAt is { } at
                ? [new TransitionMade(at, Code<ProposalState>.Of(ProposalState.Open), Code<ProposalState>.Of(it.State), 0, it.DecidedBy!, it.DecidedPartner!, it.DecisionReason, [])]
                : [];
            ProposalState[] allowed = it.StateAt(clock.Now()) is not ProposalState.Open ? []
                : it.IsAuthor(caller.Id) ? [ProposalState.Withdrawn]
                : await deciders.Of(it, stop) is { Against: [] } && !Permission.DecideProposals.Against(caller, it).Any() ? [ProposalState.Approved, ProposalState.Refused] : [];
            return new Transitions(made, null, [.. allowed.Select(Code<ProposalState>.Of)]);
        }
    }
}
