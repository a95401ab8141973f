using FluentValidation;

namespace Interdiction.Contracts;

/// <summary>The shape of a request to a flag State: whom, about which ship, on what grounds, how it was sent.</summary>
public sealed class NewConsentRequestValidator : AbstractValidator<NewConsentRequest>
{
    public NewConsentRequestValidator()
    {
        RuleFor(x => x.CaseId).IsChosen("the case that it is asked for");
        RuleFor(x => x.Flag).IsGiven("the flag State that is asked").IsCountry();
        RuleFor(x => x.Agreement).IsName();
        RuleFor(x => x.Vessel).IsChosen("the ship");
        RuleFor(x => x.Vessel!).Must(IsNamed).WithErrorCode(RuleCodes.Required).WithMessage("Give a name of the ship, its IMO number, MMSI or call sign.")
            .SetValidator(new VesselValidator()).When(x => x.Vessel is not null);
        RuleFor(x => x.Grounds).IsGiven("the grounds on which the ship is to be boarded").IsNote();
        RuleFor(x => x.Channel).IsChosen($"how the flag State was reached: {Code<Channel>.List}");
        RuleFor(x => x.Marking).IsChosen("a marking");
        RuleFor(x => x.Marking!).SetValidator(new MarkingValidator()).When(x => x.Marking is not null);
    }

    static bool IsNamed(Vessel it) => it.Names.Any(x => !string.IsNullOrWhiteSpace(x.Name)) || new[] { it.Imo, it.Mmsi, it.CallSign }.Any(x => !string.IsNullOrWhiteSpace(x));
}

/// <summary>The shape of a step of a consent request: conditions are the flag State's.</summary>
public sealed class ConsentTransitionValidator : AbstractValidator<ConsentTransition>
{
    public ConsentTransitionValidator()
    {
        RuleFor(x => x.To).IsChosen($"the state to go to: {Code<ConsentState>.List}");
        RuleFor(x => x.Reason).IsNote();
        RuleFor(x => x.Conditions).IsNote();
        RuleFor(x => x.Conditions).Must(x => x is null).WithErrorCode("notHere").WithMessage("Conditions are the flag State's: who withdraws sets none.")
            .When(x => x.To is ConsentState.Withdrawn);
    }
}
