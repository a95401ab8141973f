using System.Text.RegularExpressions;
using FluentValidation;
using FluentValidation.Results;
using Interdiction.Contracts.Reference;

namespace Interdiction.Contracts;

/// <summary>
/// Whether a report is well formed, already as a draft: types, codes, ranges, the order of times, references inside the
/// document. What is missing or doubtful is told by <see cref="Completeness"/> and stops no draft. Runs on the server
/// and on a device without a connection alike.
/// </summary>
public sealed partial class BoardingReportValidator : AbstractValidator<BoardingReport>
{
    /// <param name="needsMarking">False where the marking stands already and is not written again.</param>
    public BoardingReportValidator(TimeProvider clock, bool needsMarking = true)
    {
        RuleFor(x => x.Title).IsGiven("a title").IsName();
        RuleFor(x => x.Mode).IsChosen($"a mode: {Code<Mode>.List}");
        RuleFor(x => x.Marking).IsChosen("a marking").When(_ => needsMarking);
        RuleFor(x => x.Marking).SetValidator(new MarkingValidator()!);
        RuleFor(x => x.Narrative).IsText(Limits.Narrative);
        Times(clock);
        RuleFor(x => x.Place).SetValidator(new PlaceValidator()!);
        RuleFor(x => x.Conveyance)
            .Custom((conveyance, context) =>
            {
                if (conveyance?.GetType() == typeof(Conveyance))
                    context.AddFailure(new ValidationFailure("Conveyance.Kind", "Give the kind of conveyance: vessel, aircraft or shipment.") { ErrorCode = RuleCodes.Required });
            })
            .SetInheritanceValidator(kind => kind.Add(new VesselValidator()).Add(new AircraftValidator(clock)).Add(new ShipmentValidator()));
        RuleFor(x => x.Voyage!.LastPort).IsName().When(x => x.Voyage is not null);
        RuleFor(x => x.Voyage!.NextPort).IsName().When(x => x.Voyage is not null);
        RuleFor(x => x.Consent!.MasterWords).IsNote().When(x => x.Consent is not null);
        RuleFor(x => x.Persons).SetValidator(new PersonsValidator(clock)!);
        LegalBases();
        Checks();
        RuleFor(x => x.Manifest).SetValidator(new ManifestValidator()!);
        RuleFor(x => x.Seizures).HasAtMost(Limits.Seizures, "seizures")
            .Must(x => x.Sum(y => y.Exhibits.Count) <= Limits.Exhibits).WithErrorCode(RuleCodes.TooMany).WithMessage($"Give at most {Limits.Exhibits} exhibits.");
        RuleForEach(x => x.Seizures).SetValidator(new SeizureValidator());
        RuleFor(x => x).Custom((report, context) => References.Check(report, context.AddFailure));
    }

    void Times(TimeProvider clock)
    {
        RuleFor(x => x.StartedAt).IsPast(clock, "a start");
        RuleFor(x => x.EndedAt).IsPast(clock, "an end")
            .Must((report, at) => at is null || report.StartedAt is null || at >= report.StartedAt).WithErrorCode(RuleCodes.Order).WithMessage("Give an end that is not before the start.");
        RuleFor(x => x.LocalOffset).Must(x => x is null || Offset().IsMatch(x)).WithErrorCode(RuleCodes.Form).WithMessage("Give the offset from UTC as +hh:mm or -hh:mm, such as +08:00.");
    }

    void LegalBases()
    {
        RuleFor(x => x.LegalBases).HasAtMost(Limits.LegalBases, "legal bases");
        RuleForEach(x => x.LegalBases).ChildRules(basis =>
        {
            basis.RuleFor(x => x.Code).IsCode(ReferenceData.LegalBases.ContainsKey, "a code of the register of legal bases, such as INTERNAL_PORT");
            basis.RuleFor(x => x.Statute).IsNote();
            basis.RuleFor(x => x.Grounds).IsNote();
        });
    }

    void Checks()
    {
        RuleFor(x => x.Checks).HasAtMost(Limits.Checks, "checks").Custom((checks, context) =>
        {
            var seen = new HashSet<CheckCode>();
            for (var i = 0; i < checks.Count; i++)
                if (checks[i].Code is { } code && !seen.Add(code))
                    context.AddFailure(new ValidationFailure($"Checks[{i}].Code", $"The check {Code<CheckCode>.Of(code)} is answered twice: answer it once.") { ErrorCode = RuleCodes.Duplicate });
        });
        RuleForEach(x => x.Checks).ChildRules(check =>
        {
            check.RuleFor(x => x.Code).IsChosen($"the check: {Code<CheckCode>.List}");
            check.RuleFor(x => x.Remark).IsNote();
        });
    }

    // The inhabited Earth keeps times from -12:00 to +14:00.
    [GeneratedRegex(@"^(?:[+-](?:0[0-9]|1[01]):[0-5][0-9]|[+-]12:00|[+]1[23]:[0-5][0-9]|[+]14:00)\z")]
    private static partial Regex Offset();
}
