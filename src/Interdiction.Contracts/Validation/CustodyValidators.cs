using FluentValidation;

namespace Interdiction.Contracts;

/// <summary>The shape of a link of a chain of custody: what each type needs, and what it does not take.</summary>
public sealed class NewCustodyEventValidator : AbstractValidator<NewCustodyEvent>
{
    public NewCustodyEventValidator(TimeProvider clock)
    {
        RuleFor(x => x.Type).IsChosen($"what happened: {Code<CustodyType>.List}")
            .NotEqual(CustodyType.Seized).WithErrorCode("notHere").WithMessage("seized is the first event of every exhibit, made by filing its report.");
        RuleFor(x => x.At).IsChosen("the time at which it happened")
            .Must(x => x is null || x <= clock.GetUtcNow() + Limits.ClockGrace).WithErrorCode(RuleCodes.Future).WithMessage("Give a time that is not in the future; look at the device's clock.");
        RuleFor(x => x.Reason).IsGiven("the reason").IsNote();
        RuleFor(x => x.Place).IsName();
        RuleFor(x => x.Remarks).IsNote();
        RuleFor(x => x.To).IsChosen("who receives the exhibit").When(x => x.Type is CustodyType.Transferred);
        RuleFor(x => x.To).Null().WithErrorCode("notHere").WithMessage("A receiver goes with transferred.")
            .When(x => x.Type is not (null or CustodyType.Transferred or CustodyType.Returned or CustodyType.Released or CustodyType.Destroyed));
        RuleFor(x => x.To).SetValidator(new ReceiverValidator()!);
        RuleFor(x => x.Quantity).IsChosen("how much was taken").When(x => x.Type is CustodyType.Sampled or CustodyType.Split);
        RuleFor(x => x.Quantity).SetValidator(new QuantityValidator()!);
        RuleFor(x => x.Seals).HasAtMost(Limits.Seals, "seals");
        RuleForEach(x => x.Seals).SetValidator(new SealValidator());
        RuleFor(x => x.Corrects).IsChosen("the id of the event that is corrected").When(x => x.Type is CustodyType.Correction);
        RuleFor(x => x.Corrects).Null().WithErrorCode("notHere").WithMessage("corrects goes with a correction.").When(x => x.Type is not (null or CustodyType.Correction));
        // The receiver's own acceptance is the proof; without an account it is what was signed, and a colleague who saw it.
        RuleFor(x => x.To!.Document).IsGiven("the reference of the document that the receiver signed").When(IsOutside);
        RuleFor(x => x.To!.Name).Must((x, name) => !string.IsNullOrWhiteSpace(name) || !string.IsNullOrWhiteSpace(x.To!.Agency))
            .WithErrorCode(RuleCodes.Required).WithMessage("Give the name or the agency of the receiver.").When(IsOutside);
        RuleFor(x => x.Witness).IsChosen("another officer of your partner as witness, for the receiver has no account").When(IsOutside);
    }

    static bool IsOutside(NewCustodyEvent it) => it is { Type: CustodyType.Transferred, To: { Partner: null, User: null } };
}

/// <summary>Who receives an exhibit, in words or by code.</summary>
public sealed class ReceiverValidator : AbstractValidator<Receiver>
{
    public ReceiverValidator()
    {
        RuleFor(x => x.Partner).IsName();
        RuleFor(x => x.Agency).IsName();
        RuleFor(x => x.Name).IsName();
        RuleFor(x => x.Document).IsName();
    }
}

/// <summary>The shape of the end of a hand-over: a refusal says why.</summary>
public sealed class CustodyTransitionValidator : AbstractValidator<CustodyTransition>
{
    public CustodyTransitionValidator()
    {
        RuleFor(x => x.To).IsChosen($"how the hand-over ends: {Code<CustodyDecision>.List}");
        RuleFor(x => x.Reason).IsNote();
        RuleFor(x => x.Reason).IsGiven("the reason of the refusal").When(x => x.To is CustodyDecision.Refused);
    }
}
