using FluentValidation;

namespace Interdiction.Contracts;

/// <summary>The shape of a link of two cases: its reason.</summary>
public sealed class LinkReasonValidator : AbstractValidator<LinkReason>
{
    public LinkReasonValidator() => RuleFor(x => x.Reason).IsGiven("the reason why the cases belong together").IsNote();
}
