using FluentValidation;

namespace Interdiction.Contracts;

/// <summary>The shape of a mark: read or unread.</summary>
public sealed class NotificationChangeValidator : AbstractValidator<NotificationChange>
{
    public NotificationChangeValidator() => RuleFor(x => x.Read).NotNull().WithErrorCode(RuleCodes.Required).WithMessage("Say true or false.");
}
