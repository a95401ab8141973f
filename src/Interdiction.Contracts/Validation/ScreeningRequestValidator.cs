using FluentValidation;

namespace Interdiction.Contracts;

/// <summary>Cargo to screen: a text or lines, not both, not neither.</summary>
public sealed class ScreeningRequestValidator : AbstractValidator<ScreeningRequest>
{
    public ScreeningRequestValidator()
    {
        RuleFor(x => x.Text).IsText(Limits.Narrative)
            .Must((request, x) => x is not null || request.Lines.Count > 0).WithErrorCode(RuleCodes.Required).WithMessage("Give a text, or lines.")
            .Must((request, x) => x is null || request.Lines.Count is 0).WithErrorCode(RuleCodes.Form).WithMessage("Give a text or lines, not both.");
        RuleFor(x => x.Lines).HasAtMost(Limits.ScreeningLines, "lines");
        RuleForEach(x => x.Lines).ChildRules(line =>
        {
            line.RuleFor(x => x.Description).IsNote();
            line.RuleFor(x => x.Cas).IsName();
            line.RuleFor(x => x.Un).IsName();
        });
    }
}
