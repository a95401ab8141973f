using FluentValidation;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Law;
using Interdiction.Pipeline;

namespace Interdiction.Consents;

/// <summary>The liaison of the flag State that is asked acknowledges receipt, grants, refuses, or directs the ship to a port.</summary>
public sealed record AnswerConsentRequest(Guid Id, ConsentTransition Transition) : ICommand<ShownConsentRequest>, IChange<ConsentRequest>
{
    public static Permission Needs => Permission.AnswerConsentRequests;

    public IMessage<ShownConsentRequest> Again(Guid resource) => new GetConsentRequest(resource);

    internal sealed class Validator : AbstractValidator<AnswerConsentRequest>
    {
        public Validator() => this.Body(x => x.Transition, new ConsentTransitionValidator());
    }

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope, LawBook law, ShownRequests shown, TimeProvider clock)
        : ICommandHandler<AnswerConsentRequest, ShownConsentRequest>
    {
        public Task<Result<ShownConsentRequest>> Handle(AnswerConsentRequest message, CancellationToken stop)
        {
            var (it, (to, reason, conditions), now) = (db.Loaded(message), (message.Transition.To!.Value, message.Transition.Reason, message.Transition.Conditions), clock.Now());
            var refusal = to is ConsentState.Acknowledged
                ? it.Acknowledge(Silence.Of(law.For(it.Originator).AgreementOf(it.Agreement), now), conditions, reason, now)
                : it.Answer(to, conditions, reason, caller, now);
            return Task.FromResult<Result<ShownConsentRequest>>(refusal is null ? shown.Answer(it, envelope) : refusal);
        }
    }
}

/// <summary>The partner that asked takes its question back.</summary>
public sealed record WithdrawConsentRequest(Guid Id, ConsentTransition Transition) : ICommand<ShownConsentRequest>, IChange<ConsentRequest>
{
    public static Permission Needs => Permission.WithdrawConsentRequests;

    public IMessage<ShownConsentRequest> Again(Guid resource) => new GetConsentRequest(resource);

    internal sealed class Validator : AbstractValidator<WithdrawConsentRequest>
    {
        public Validator() => this.Body(x => x.Transition, new ConsentTransitionValidator());
    }

    internal sealed class Handler(InterdictionDb db, Envelope envelope, ShownRequests shown, TimeProvider clock) : ICommandHandler<WithdrawConsentRequest, ShownConsentRequest>
    {
        public Task<Result<ShownConsentRequest>> Handle(WithdrawConsentRequest message, CancellationToken stop)
        {
            var it = db.Loaded(message);
            return Task.FromResult<Result<ShownConsentRequest>>(it.Withdraw(message.Transition.Reason, clock.Now()) is { } refusal ? refusal : shown.Answer(it, envelope));
        }
    }
}
