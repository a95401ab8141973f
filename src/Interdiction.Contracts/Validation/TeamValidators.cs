using FluentValidation;

namespace Interdiction.Contracts;

/// <summary>The shape of a team to set up.</summary>
public sealed class NewTeamValidator : AbstractValidator<NewTeam>
{
    public NewTeamValidator()
    {
        RuleFor(x => x.Name).IsGiven("the team a name").IsName();
        RuleFor(x => x.Members).HasAtMost(Limits.TeamPeople, "members");
        RuleFor(x => x.Supervisors).HasAtMost(Limits.TeamPeople, "supervisors");
    }
}

/// <summary>The shape of a change of a team.</summary>
public sealed class TeamChangeValidator : AbstractValidator<TeamChange>
{
    public TeamChangeValidator()
    {
        RuleFor(x => x.Name).Must((it, _) => it != new TeamChange()).WithErrorCode(RuleCodes.Required).WithMessage("Say what is to change: name, members or supervisors.");
        RuleFor(x => x.Name).IsGiven("the team a name").When(x => x.Name is not null);
        RuleFor(x => x.Name).IsName();
        RuleFor(x => x.Members!).HasAtMost(Limits.TeamPeople, "members").When(x => x.Members is not null);
        RuleFor(x => x.Supervisors!).HasAtMost(Limits.TeamPeople, "supervisors").When(x => x.Supervisors is not null);
    }
}

/// <summary>The shape of a deputy to name.</summary>
public sealed class NewDeputyValidator : AbstractValidator<NewDeputy>
{
    public NewDeputyValidator()
    {
        RuleFor(x => x.Partner).IsGiven("the code of the deputy's partner").IsName();
        RuleFor(x => x.Acts).Must(x => x.Count > 0).WithErrorCode(RuleCodes.Required).WithMessage($"Give at least one act: {Code<ProposalAct>.List}.");
    }
}

/// <summary>The shape of a change of a deputy.</summary>
public sealed class DeputyChangeValidator : AbstractValidator<DeputyChange>
{
    public DeputyChangeValidator() => RuleFor(x => x.Acts).Must(x => x is { Count: > 0 }).WithErrorCode(RuleCodes.Required)
        .WithMessage($"Give at least one act: {Code<ProposalAct>.List}. To take all of them away, delete the deputy.");
}
