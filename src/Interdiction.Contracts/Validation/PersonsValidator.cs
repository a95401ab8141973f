using FluentValidation;

namespace Interdiction.Contracts;

/// <summary>People aboard: countries exist, nobody is born tomorrow; papers are kept as seen.</summary>
public sealed class PersonsValidator : AbstractValidator<Persons>
{
    public PersonsValidator(TimeProvider clock)
    {
        RuleFor(x => x.CrewCount).IsBetween(0, Limits.CrewCount);
        RuleFor(x => x.MasterName).IsName();
        RuleFor(x => x.Aboard).HasAtMost(Limits.Persons, "persons");
        RuleForEach(x => x.Aboard).ChildRules(person =>
        {
            person.RuleFor(x => x.Name).IsName();
            person.RuleFor(x => x.Nationality).IsCountry();
            person.RuleFor(x => x.Document!.Type).IsName().When(x => x.Document is not null);
            person.RuleFor(x => x.Document!.Number).IsName().When(x => x.Document is not null);
            person.RuleFor(x => x.Document!.Country).IsCountry().When(x => x.Document is not null);
            person.RuleFor(x => x.Document!.Mrz).IsName().When(x => x.Document is not null);
            // A day is over last where the clock is fourteen hours ahead of UTC.
            person.RuleFor(x => x.BirthDate).Must(x => x is null || x <= DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddHours(14)))
                .WithErrorCode(RuleCodes.Future).WithMessage("Give a birth date that is not in the future.");
            person.RuleFor(x => x.Remarks).IsNote();
        });
    }
}
