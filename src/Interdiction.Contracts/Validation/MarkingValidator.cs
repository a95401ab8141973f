using System.Text.RegularExpressions;
using FluentValidation;

namespace Interdiction.Contracts;

/// <summary>A label has a classification, partners by code or ALL alone, and handling codes. Whether a partner takes part is known to the server.</summary>
public sealed partial class MarkingValidator : AbstractValidator<Marking>
{
    public MarkingValidator()
    {
        RuleFor(x => x.Classification).IsChosen($"a classification: {Code<Classification>.List}");
        RuleFor(x => x.ReleasableTo).HasAtMost(Limits.Partners, "partners")
            .Must(x => x.Count < 2 || !x.Contains(Marking.All)).WithErrorCode(RuleCodes.Form).WithMessage("Name partners, or ALL alone.");
        RuleForEach(x => x.ReleasableTo).Must(x => Partner().IsMatch(x)).WithErrorCode(RuleCodes.Form)
            .WithMessage("Give a partner by its three capitals (ISO 3166-1 alpha-3, or XCC for the coordination cell), or ALL.");
        RuleFor(x => x.Caveats).HasAtMost(Limits.Caveats, "caveats");
        RuleForEach(x => x.Caveats).IsName().Must(x => Caveat().IsMatch(x!)).WithErrorCode(RuleCodes.Form)
            .WithMessage("Give a handling code: H0, H1, H2, H3, or H3: with its text.");
    }

    [GeneratedRegex(@"^[A-Z]{3}\z")]
    private static partial Regex Partner();

    [GeneratedRegex(@"^(?:H[0-3]|H3:\s*\S.*)\z", RegexOptions.Singleline)]
    private static partial Regex Caveat();
}
