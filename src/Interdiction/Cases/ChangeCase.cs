using FluentValidation;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;

namespace Interdiction.Cases;

/// <summary>The originator corrects the title or the mode of a case.</summary>
public sealed record ChangeCase(Guid Id, CaseChange Change) : ICommand<CaseHead>, IChange<Case>, IIdempotent
{
    public static Permission Needs => Permission.ChangeCases;

    public IMessage<CaseHead> Again(Guid resource) => new GetCase(resource);

    internal sealed class Validator : AbstractValidator<ChangeCase>
    {
        public Validator() => this.Body(x => x.Change, new CaseChangeValidator());
    }

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope) : ICommandHandler<ChangeCase, CaseHead>
    {
        public Task<Result<CaseHead>> Handle(ChangeCase message, CancellationToken stop)
        {
            var it = db.Loaded(message);
            it.Change(message.Change.Title, message.Change.Mode);
            (envelope.Resource, envelope.ETag) = (it.Id, it.ETag);
            return Task.FromResult<Result<CaseHead>>(it.ToHead(caller));
        }
    }
}
