using FluentValidation;
using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;

namespace Interdiction.CaseWork;

/// <summary>An officer or coordinator says something in an open case that they read. It stands for good.</summary>
public sealed record AddComment(Guid Id, NewComment Comment) : ICommand<ShownComment>, IAbout<Case>, ICreate
{
    public static Permission Needs => Permission.Comment;

    Guid? ICreate.Id => Comment.Id;

    public IMessage<ShownComment> Again(Guid resource) => new GetComment(resource);

    internal sealed class Validator : AbstractValidator<AddComment>
    {
        public Validator() => this.Body(x => x.Comment, new NewCommentValidator());
    }

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope, Markings markings, TimeProvider clock) : ICommandHandler<AddComment, ShownComment>
    {
        public async Task<Result<ShownComment>> Handle(AddComment message, CancellationToken stop)
        {
            var (asked, @case) = (message.Comment, db.Loaded(message));
            if (await markings.Check(asked.Marking!, stop) is { } refusal)
                return refusal;
            if (@case.IsClosed)
                return Refusal.Conflict("wrongState", $"Case {@case.Number} is closed: nothing more is said in it.");
            var written = CaseWork.Comment.Write(asked.Id ?? clock.NewId(), @case, asked.Text!, markings.Complete(asked.Marking!), caller, clock.Now());
            db.Comments.Add(written);
            return written.Answer(envelope, caller);
        }
    }
}
