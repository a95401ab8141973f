using FluentValidation;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Archives;

/// <summary>A coordinator of any partner that reads the case keeps it from being destroyed.</summary>
public sealed record StopDestruction(Guid Id, DestructionTransition Transition) : ICommand<ShownDestruction>, IChange<Destruction>
{
    public static Permission Needs => Permission.StopDestructions;

    public IMessage<ShownDestruction> Again(Guid resource) => new GetDestruction(resource);

    internal sealed class Validator : AbstractValidator<StopDestruction>
    {
        public Validator() => this.Body(x => x.Transition, new DestructionTransitionValidator());
    }

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope, TimeProvider clock) : ICommandHandler<StopDestruction, ShownDestruction>
    {
        public async Task<Result<ShownDestruction>> Handle(StopDestruction message, CancellationToken stop)
        {
            var it = db.Loaded(message);
            if (await db.CaseOf(it.CaseId).SingleOrDefaultAsync(stop) is not { } @case)
                return Refusal.Conflict("wrongState", $"The destruction is {Code<DestructionState>.Of(it.State)} already.");
            if (it.Stop(@case, message.Transition.Reason!, caller, clock.Now()) is { } refusal)
                return refusal;
            (envelope.Resource, envelope.ETag) = (it.Id, it.ETag);
            return it.Show(caller);
        }
    }
}
