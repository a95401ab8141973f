using FluentValidation;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;

namespace Interdiction.Administration;

/// <summary>An administrator says anew which acts a deputy may approve; it counts at once.</summary>
public sealed record ChangeDeputy(Guid Id, DeputyChange Change) : ICommand<DeputyHead>, IChange<Deputy>, IIdempotent
{
    public static Permission Needs => Permission.NameDeputies;

    public IMessage<DeputyHead> Again(Guid resource) => new GetDeputy(resource);

    internal sealed class Validator : AbstractValidator<ChangeDeputy>
    {
        public Validator() => this.Body(x => x.Change, new DeputyChangeValidator());
    }

    internal sealed class Handler(InterdictionDb db, Envelope envelope) : ICommandHandler<ChangeDeputy, DeputyHead>
    {
        public Task<Result<DeputyHead>> Handle(ChangeDeputy message, CancellationToken stop)
        {
            var it = db.Loaded(message);
            it.Entrust([.. message.Change.Acts!.Distinct()]);
            (envelope.Resource, envelope.ETag) = (it.Id, it.ETag);
            return Task.FromResult<Result<DeputyHead>>(it.ToHead());
        }
    }
}
