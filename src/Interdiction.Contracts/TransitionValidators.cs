using FluentValidation;

namespace Interdiction.Contracts;

/// <summary>The shape of a case to open.</summary>
public sealed class CaseOpeningValidator : AbstractValidator<CaseOpening>
{
    public CaseOpeningValidator()
    {
        RuleFor(x => x.Title).IsGiven("the case a title").IsName();
        RuleFor(x => x.Mode).NotNull().WithErrorCode("required").WithMessage($"Say the mode: {Code<Mode>.List}.");
        RuleFor(x => x.Marking).NotNull().WithErrorCode("required").WithMessage("Give the case a marking.");
        RuleFor(x => x.Marking!).SetValidator(new MarkingValidator()).When(x => x.Marking is not null);
    }
}

/// <summary>The shape of a case's transition.</summary>
public sealed class CaseTransitionValidator : AbstractValidator<CaseTransition>
{
    public CaseTransitionValidator()
    {
        RuleFor(x => x.To).NotNull().WithErrorCode("required").WithMessage($"Say the state to go to: {Code<CaseStatus>.List}.");
        RuleFor(x => x.Reason).IsNote();
    }
}

/// <summary>The shape of a boarding report's transition. A return says what to mend.</summary>
public sealed class BoardingTransitionValidator : AbstractValidator<BoardingTransition>
{
    public BoardingTransitionValidator()
    {
        RuleFor(x => x.To).NotNull().WithErrorCode("required").WithMessage($"Say the state to go to: {Code<BoardingMove>.List}.");
        RuleFor(x => x.Reason).IsNote();
        RuleFor(x => x.Reason).NotEmpty().WithErrorCode("required").WithMessage("Say what to mend: a reason, or remarks.")
            .When(x => x.To is BoardingMove.Returned && x.Remarks.Count == 0);
        RuleFor(x => x.Remarks).Empty().WithErrorCode("notHere").WithMessage("Remarks go with a return.")
            .When(x => x.To is not BoardingMove.Returned);
        RuleFor(x => x.Remarks).Must(x => x.Count <= 200).WithErrorCode("tooLong").WithMessage("At most 200 remarks.");
        RuleForEach(x => x.Remarks).ChildRules(remark =>
        {
            remark.RuleFor(x => x.Text).IsGiven("what is to be mended").IsNote();
            remark.RuleFor(x => x.Pointer).Must(x => x is null or "" || x.StartsWith('/')).WithErrorCode("form").WithMessage("A pointer begins with a slash (RFC 6901).")
                .MaximumLength(400).WithErrorCode("tooLong").WithMessage("A pointer has at most 400 characters.");
        });
    }
}

/// <summary>What may be changed of a case's head; something is.</summary>
public sealed class CaseChangeValidator : AbstractValidator<CaseChange>
{
    public CaseChangeValidator()
    {
        RuleFor(x => x.Title).Must(x => x is null || !string.IsNullOrWhiteSpace(x)).WithErrorCode("required").WithMessage("Give the case a title.").IsName();
        RuleFor(x => x).Must(x => x.Title is not null || x.Mode is not null).OverridePropertyName("title").WithErrorCode("required").WithMessage("Give what is to be changed: title or mode.");
    }
}

/// <summary>The shape of a participant's part.</summary>
public sealed class ParticipantPartValidator : AbstractValidator<ParticipantPart>
{
    public ParticipantPartValidator()
    {
        RuleFor(x => x.Part).NotNull().WithErrorCode("required").WithMessage($"Say the part: {Code<Part>.List}.");
        RuleFor(x => x.Part).NotEqual(Part.Lead).WithErrorCode("notHere").WithMessage("Another lead goes by proposal: moveLead.");
    }
}
