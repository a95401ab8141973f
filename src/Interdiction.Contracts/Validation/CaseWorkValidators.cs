using FluentValidation;

namespace Interdiction.Contracts;

/// <summary>The shape of a comment: words and a marking.</summary>
public sealed class NewCommentValidator : AbstractValidator<NewComment>
{
    public NewCommentValidator()
    {
        RuleFor(x => x.Text).IsGiven("what you have to say").IsNote();
        RuleFor(x => x.Marking).IsChosen("a marking");
        RuleFor(x => x.Marking!).SetValidator(new MarkingValidator()).When(x => x.Marking is not null);
    }
}

/// <summary>The shape of a task: a title and a marking. Whether its owner can read it is known to the server.</summary>
public sealed class NewTaskValidator : AbstractValidator<NewTask>
{
    public NewTaskValidator()
    {
        RuleFor(x => x.Title).IsGiven("a title").IsName();
        RuleFor(x => x.Text).IsNote();
        RuleFor(x => x.Owner).IsName();
        RuleFor(x => x.Marking).IsChosen("a marking");
        RuleFor(x => x.Marking!).SetValidator(new MarkingValidator()).When(x => x.Marking is not null);
    }
}

/// <summary>The shape of a change of a task: who declines it says why.</summary>
public sealed class TaskChangeValidator : AbstractValidator<TaskChange>
{
    public TaskChangeValidator()
    {
        RuleFor(x => x.Title).Must((it, _) => it != new TaskChange()).WithErrorCode(RuleCodes.Required).WithMessage("Say what is to change: title, text, owner, dueAt or state.");
        RuleFor(x => x.Title).IsGiven("a title").IsName().When(x => x.Title is not null);
        RuleFor(x => x.Text).IsNote();
        RuleFor(x => x.Owner).IsName();
        RuleFor(x => x.Reason).IsNote();
        RuleFor(x => x.Reason).Must(x => x is null).WithErrorCode("notHere").WithMessage("A reason goes with a state.").When(x => x.State is null);
        RuleFor(x => x.Reason).IsGiven("the reason why it is declined").When(x => x.State is TaskState.Declined);
    }
}
