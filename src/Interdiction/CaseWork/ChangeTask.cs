using FluentValidation;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;

namespace Interdiction.CaseWork;

/// <summary>
/// An officer or coordinator of the partner that opened a task, or whose work it is, writes it anew, hands it on, ends it
/// or opens it again. Work may outlast its case: in a closed one too.
/// </summary>
public sealed record ChangeTask(Guid Id, TaskChange Change) : ICommand<ShownTask>, IChange<CaseTask>, IIdempotent
{
    public static Permission Needs => Permission.ChangeTasks;

    public IMessage<ShownTask> Again(Guid resource) => new GetTask(resource);

    internal sealed class Validator : AbstractValidator<ChangeTask>
    {
        public Validator() => this.Body(x => x.Change, new TaskChangeValidator());
    }

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope, Owners owners, TimeProvider clock) : ICommandHandler<ChangeTask, ShownTask>
    {
        public async Task<Result<ShownTask>> Handle(ChangeTask message, CancellationToken stop)
        {
            var it = db.Loaded(message);
            return Change(it, message.Change) is { } refusal ? refusal : await it.Answer(db, envelope, caller, stop);
        }

        Refusal? Change(CaseTask it, TaskChange asked) =>
            asked.Owner is { } owner && owners.Check(it, owner) is { } cannot ? cannot : it.Change(asked, caller, clock.Now());
    }
}
