using FluentValidation;
using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;

namespace Interdiction.Dispatches;

/// <summary>An officer or coordinator of the partner that a dispatch is addressed to answers it, which may open a case, or declines it.</summary>
public sealed record AnswerDispatch(Guid Id, DispatchTransition Transition) : ICommand<ShownDispatch>, IChange<Dispatch>
{
    public static Permission Needs => Permission.AnswerDispatches;

    public IMessage<ShownDispatch> Again(Guid resource) => new GetDispatch(resource);

    internal sealed class Validator : AbstractValidator<AnswerDispatch>
    {
        public Validator() => this.Body(x => x.Transition, new DispatchTransitionValidator());
    }

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope, Openings openings, ShownDispatches shown, TimeProvider clock) : ICommandHandler<AnswerDispatch, ShownDispatch>
    {
        public async Task<Result<ShownDispatch>> Handle(AnswerDispatch message, CancellationToken stop)
        {
            var (it, asked) = (db.Loaded(message), message.Transition);
            if (it.End(asked.To!.Value, asked.Text, caller, clock.Now()) is { } refusal)
                return refusal;
            if (asked.Opens is { } opening)
            {
                var opened = await openings.Open(opening, null, "/opens", stop);
                if (opened.Refusal is { } cannot)
                    return cannot;
                db.IssuedIds.Add(new IssuedId { Id = opened.Value.Id, Record = opened.Value.Id });
                it.Opens(opened.Value);
            }
            return await shown.Answer(it, envelope, stop);
        }
    }
}

/// <summary>The partner that sent a dispatch takes it back; it stays readable to whom it was released.</summary>
public sealed record WithdrawDispatch(Guid Id, DispatchTransition Transition) : ICommand<ShownDispatch>, IChange<Dispatch>
{
    public static Permission Needs => Permission.WithdrawDispatches;

    public IMessage<ShownDispatch> Again(Guid resource) => new GetDispatch(resource);

    internal sealed class Validator : AbstractValidator<WithdrawDispatch>
    {
        public Validator() => this.Body(x => x.Transition, new DispatchTransitionValidator());
    }

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope, ShownDispatches shown, TimeProvider clock) : ICommandHandler<WithdrawDispatch, ShownDispatch>
    {
        public async Task<Result<ShownDispatch>> Handle(WithdrawDispatch message, CancellationToken stop)
        {
            var it = db.Loaded(message);
            return it.End(message.Transition.To!.Value, message.Transition.Text, caller, clock.Now()) is { } refusal ? refusal : await shown.Answer(it, envelope, stop);
        }
    }
}
