using FluentValidation;

namespace Interdiction.Contracts;

/// <summary>The shape of a stop: why the case is to be kept.</summary>
public sealed class DestructionTransitionValidator : AbstractValidator<DestructionTransition>
{
    public DestructionTransitionValidator()
    {
        RuleFor(x => x.To).Must(x => x is DestructionState.Stopped).WithErrorCode(RuleCodes.Required).WithMessage("Say what becomes of it: stopped. What is not stopped is done by itself.");
        RuleFor(x => x.Reason).IsGiven("the reason why the case is to be kept").IsNote();
    }
}
