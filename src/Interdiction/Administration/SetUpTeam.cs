using FluentValidation;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;

namespace Interdiction.Administration;

/// <summary>An administrator sets up a team of the own partner: a unit whose records its members and supervisors read, and nobody else of the partner.</summary>
public sealed record SetUpTeam(NewTeam Team) : ICommand<TeamHead>, ICreate
{
    public static Permission Needs => Permission.AdministerTeams;

    public Guid? Id => Team.Id;

    public IMessage<TeamHead> Again(Guid resource) => new GetTeam(resource);

    internal sealed class Validator : AbstractValidator<SetUpTeam>
    {
        public Validator() => this.Body(x => x.Team, new NewTeamValidator());
    }

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope, Staffing staffing, TimeProvider clock) : ICommandHandler<SetUpTeam, TeamHead>
    {
        public async Task<Result<TeamHead>> Handle(SetUpTeam message, CancellationToken stop)
        {
            var asked = message.Team;
            var team = Administration.Team.SetUp(asked.Id ?? clock.NewId(), caller.Partner, asked.Name!, clock.Now());
            if (await staffing.Set(team, asked.Name!, asked.Members, asked.Supervisors, stop) is { } refusal)
                return refusal;
            db.Teams.Add(team);
            (envelope.Resource, envelope.ETag) = (team.Id, team.ETag);
            return team.ToHead();
        }
    }
}
