using System.Text.RegularExpressions;
using FluentValidation;

namespace Interdiction.Contracts;

/// <summary>The shape of an invitation to a new person.</summary>
public sealed partial class NewUserValidator : AbstractValidator<NewUser>
{
    public NewUserValidator()
    {
        RuleFor(x => x.Email).IsGiven("the person's e-mail address").IsName()
            .Must(x => string.IsNullOrWhiteSpace(x) || Address().IsMatch(x)).WithErrorCode(RuleCodes.Form).WithMessage("Give an e-mail address, such as officer@customs.example.");
        RuleFor(x => x.Name).IsGiven("the person's name").IsName();
        RuleFor(x => x.Roles).Must(x => x.Count > 0).WithErrorCode(RuleCodes.Required).WithMessage($"Give at least one role: {Code<Role>.List}.");
        RuleFor(x => x.Grants).HasAtMost(Limits.Grants, "grants");
        RuleForEach(x => x.Grants).IsName();
    }

    // What is written before and behind the sign is the mail system's own business; spaces and lists of addresses are not.
    [GeneratedRegex(@"^[^@\s,;<>]+@[^@\s,;<>]+\z")]
    private static partial Regex Address();
}

/// <summary>The shape of a change of a person.</summary>
public sealed class UserChangeValidator : AbstractValidator<UserChange>
{
    public UserChangeValidator()
    {
        RuleFor(x => x.Name).Must((it, _) => it != new UserChange()).WithErrorCode(RuleCodes.Required).WithMessage("Say what is to change: name, roles, grants, clearance or subject.");
        RuleFor(x => x.Name).IsGiven("the person's name").When(x => x.Name is not null);
        RuleFor(x => x.Name).IsName();
        RuleFor(x => x.Roles!).Must(x => x.Count > 0).When(x => x.Roles is not null).WithErrorCode(RuleCodes.Required).WithMessage($"Give at least one role: {Code<Role>.List}.");
        RuleFor(x => x.Grants!).HasAtMost(Limits.Grants, "grants").When(x => x.Grants is not null);
        RuleForEach(x => x.Grants).IsName();
        RuleFor(x => x.Subject).IsText(Limits.Subject);
    }
}

/// <summary>The shape of a suspension, or of its end.</summary>
public sealed class AccountTransitionValidator : AbstractValidator<AccountTransition>
{
    public AccountTransitionValidator() => RuleFor(x => x.To).IsChosen($"the state to go to: {Code<AccountState>.List}");
}

/// <summary>The shape of a new invitation.</summary>
public sealed class NewInvitationValidator : AbstractValidator<NewInvitation>
{
    public NewInvitationValidator() => RuleFor(x => x.User).IsChosen("the id of the person's account");
}
