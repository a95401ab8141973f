using FluentValidation;

namespace Interdiction.Contracts;

/// <summary>The shape of a dispatch: to whom, what, and a marking. Whether the addressee can read it is known to the server.</summary>
public sealed class NewDispatchValidator : AbstractValidator<NewDispatch>
{
    public NewDispatchValidator()
    {
        RuleFor(x => x.Kind).IsChosen($"what it is: {Code<DispatchKind>.List}");
        RuleFor(x => x.To).IsGiven("the partner that it is addressed to").IsName();
        RuleFor(x => x.Title).IsGiven("a title").IsName();
        RuleFor(x => x.Text).IsGiven("what you have to tell or to ask").IsNote();
        RuleFor(x => x.Source!.Name).IsNote().When(x => x.Source is not null);
        RuleFor(x => x.Source!.Accuracy).IsBetween(1, 4).When(x => x.Source is not null);
        RuleFor(x => x.Marking).IsChosen("a marking");
        RuleFor(x => x.Marking!).SetValidator(new MarkingValidator()).When(x => x.Marking is not null);
    }
}

/// <summary>The shape of a dispatch's transition: an answer has words, and it alone opens a case.</summary>
public sealed class DispatchTransitionValidator : AbstractValidator<DispatchTransition>
{
    public DispatchTransitionValidator()
    {
        RuleFor(x => x.To).IsChosen($"the state to go to: {Code<DispatchState>.List}");
        RuleFor(x => x.Text).IsNote();
        RuleFor(x => x.Text).IsGiven("the answer").When(x => x.To is DispatchState.Answered);
        RuleFor(x => x.Text).IsGiven("the reason why it is declined").When(x => x.To is DispatchState.Declined);
        RuleFor(x => x.Opens).Must(x => x is null).WithErrorCode("notHere").WithMessage("An answer alone opens a case.").When(x => x.To is not DispatchState.Answered);
        RuleFor(x => x.Opens!).SetValidator(new CaseOpeningValidator()).When(x => x.Opens is not null);
    }
}
