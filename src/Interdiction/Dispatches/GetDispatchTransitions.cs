using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;

namespace Interdiction.Dispatches;

/// <summary>Shows how a dispatch was ended, and how the caller may end it now.</summary>
public sealed record GetDispatchTransitions(Guid Id) : IQuery<Transitions>, IAbout<Dispatch>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope) : IQueryHandler<GetDispatchTransitions, Transitions>
    {
        public Task<Result<Transitions>> Handle(GetDispatchTransitions message, CancellationToken stop)
        {
            var it = db.Loaded(message);
            envelope.ETag = it.ETag;
            TransitionMade[] made = it.EndedAt is { } at
                ? [new(at, Code<DispatchState>.Of(DispatchState.Sent), Code<DispatchState>.Of(it.State), 0, it.EndedBy!, it.EndedPartner!, it.Answer, [])] : [];
            var allowed = DispatchMoves.All.Where(x => x.From == it.State && !x.By.Against(caller, it).Any()).Select(x => Code<DispatchState>.Of(x.To));
            return Task.FromResult<Result<Transitions>>(new Transitions(made, null, [.. allowed]));
        }
    }
}

static class DispatchTransitions
{
    /// <summary>The message that makes a transition: who may send it depends on where the dispatch is to go.</summary>
    public static IMessage<ShownDispatch> Of(Guid id, DispatchTransition transition) =>
        transition.To is DispatchState.Withdrawn ? new WithdrawDispatch(id, transition) : new AnswerDispatch(id, transition);
}
