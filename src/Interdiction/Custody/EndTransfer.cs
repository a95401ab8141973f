using FluentValidation;
using Interdiction.Contracts;
using Interdiction.Kernel;
using Interdiction.Pipeline;

namespace Interdiction.Custody;

/// <summary>The receiver of an exhibit takes it over or refuses it; where the receiver has no account, the witness says which it was. The giver never does.</summary>
public sealed record EndTransfer(Guid Id, CustodyTransition Transition) : ICommand<ShownCustodyEvent>, IChange<CustodyEvent>
{
    public static Permission Needs => Permission.ReceiveExhibits;

    public IMessage<ShownCustodyEvent> Again(Guid resource) => new GetCustodyEvent(resource);

    internal sealed class Validator : AbstractValidator<EndTransfer>
    {
        public Validator() => this.Body(x => x.Transition, new CustodyTransitionValidator());
    }

    internal sealed class Handler(Chains chains, Caller caller, Envelope envelope, TimeProvider clock) : ICommandHandler<EndTransfer, ShownCustodyEvent>
    {
        public async Task<Result<ShownCustodyEvent>> Handle(EndTransfer message, CancellationToken stop)
        {
            if (await chains.Event(message.Id, stop) is not var (chain, it))
                return Refusal.NotFound;
            if (chain.End(it, message.Transition.To!.Value, message.Transition.Reason, Writer.Of(caller, clock.Now())) is { } refusal)
                return refusal;
            (envelope.Resource, envelope.ETag) = (it.Id, it.ETag);
            return it.Show();
        }
    }
}

/// <summary>Shows how a hand-over ended, and what the caller may do with it now.</summary>
public sealed record GetCustodyTransitions(Guid Id) : IQuery<Transitions>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(Chains chains, Caller caller, Envelope envelope) : IQueryHandler<GetCustodyTransitions, Transitions>
    {
        public async Task<Result<Transitions>> Handle(GetCustodyTransitions message, CancellationToken stop)
        {
            envelope.Resource = message.Id;
            if (await chains.Event(message.Id, stop) is not var (_, it))
                return Refusal.NotFound;
            envelope.ETag = it.ETag;
            TransitionMade[] made = it.DecidedAt is { } at
                ? [new TransitionMade(at, Code<CustodyState>.Of(CustodyState.AwaitingReceiver), Code<CustodyState>.Of(it.State), 0, it.DecidedBy!, it.DecidedPartner!, it.DecisionReason, [])]
                : [];
            var allowed = it.State is CustodyState.AwaitingReceiver && !Permission.ReceiveExhibits.Against(caller, it).Any() ? Enum.GetValues<CustodyDecision>() : [];
            return new Transitions(made, null, [.. allowed.Select(Code<CustodyDecision>.Of)]);
        }
    }
}
