using FluentValidation;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;

namespace Interdiction.Cases;

/// <summary>A coordinator takes a case under review, or opens it again for more reports; puts a closed one into the archive, or takes it out.</summary>
public sealed record MoveCase(Guid Id, CaseTransition Transition) : ICommand<CaseHead>, IChange<Case>
{
    public static Permission Needs => Permission.ReviewCases;

    public IMessage<CaseHead> Again(Guid resource) => new GetCase(resource);

    internal sealed class Validator : AbstractValidator<MoveCase>
    {
        public Validator() => this.Body(x => x.Transition, new CaseTransitionValidator());
    }

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope) : ICommandHandler<MoveCase, CaseHead>
    {
        public Task<Result<CaseHead>> Handle(MoveCase message, CancellationToken stop)
        {
            var it = db.Loaded(message);
            if (it.Move(message.Transition.To!.Value, message.Transition.Reason) is { } refusal)
                return Task.FromResult<Result<CaseHead>>(refusal);
            (envelope.Resource, envelope.ETag) = (it.Id, it.ETag);
            return Task.FromResult<Result<CaseHead>>(it.ToHead(caller));
        }
    }
}
