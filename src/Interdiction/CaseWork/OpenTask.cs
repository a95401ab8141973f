using FluentValidation;
using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;

namespace Interdiction.CaseWork;

/// <summary>An officer or coordinator opens a task in an open case that they read, for their own partner or for another that can read the task.</summary>
public sealed record OpenTask(Guid Id, NewTask Task) : ICommand<ShownTask>, IAbout<Case>, ICreate
{
    public static Permission Needs => Permission.OpenTasks;

    Guid? ICreate.Id => Task.Id;

    public IMessage<ShownTask> Again(Guid resource) => new GetTask(resource);

    internal sealed class Validator : AbstractValidator<OpenTask>
    {
        public Validator() => this.Body(x => x.Task, new NewTaskValidator());
    }

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope, Markings markings, Owners owners, TimeProvider clock) : ICommandHandler<OpenTask, ShownTask>
    {
        public async Task<Result<ShownTask>> Handle(OpenTask message, CancellationToken stop)
        {
            var (asked, @case) = (message.Task, db.Loaded(message));
            if (await markings.Check(asked.Marking!, stop) is { } refusal)
                return refusal;
            if (@case.IsClosed)
                return Refusal.Conflict("wrongState", $"Case {@case.Number} is closed: no task is added to it.");
            var opened = CaseTask.Open(asked.Id ?? clock.NewId(), @case, asked, markings.Complete(asked.Marking!), caller, clock.Now());
            if (owners.Check(opened, opened.Owner) is { } cannot)
                return cannot;
            db.Tasks.Add(opened);
            return await opened.Answer(db, envelope, caller, stop);
        }
    }
}
