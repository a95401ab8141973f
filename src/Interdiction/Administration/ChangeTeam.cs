using FluentValidation;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;

namespace Interdiction.Administration;

/// <summary>An administrator renames a team or says anew who belongs to it. Who joins reads its records from the next request; who leaves does not.</summary>
public sealed record ChangeTeam(Guid Id, TeamChange Change) : ICommand<TeamHead>, IChange<Team>, IIdempotent
{
    public static Permission Needs => Permission.AdministerTeams;

    public IMessage<TeamHead> Again(Guid resource) => new GetTeam(resource);

    internal sealed class Validator : AbstractValidator<ChangeTeam>
    {
        public Validator() => this.Body(x => x.Change, new TeamChangeValidator());
    }

    internal sealed class Handler(InterdictionDb db, Envelope envelope, Staffing staffing) : ICommandHandler<ChangeTeam, TeamHead>
    {
        public async Task<Result<TeamHead>> Handle(ChangeTeam message, CancellationToken stop)
        {
            var (it, change) = (db.Loaded(message), message.Change);
            if (await staffing.Set(it, change.Name ?? it.Name, change.Members ?? it.Members, change.Supervisors ?? it.Supervisors, stop) is { } refusal)
                return refusal;
            (envelope.Resource, envelope.ETag) = (it.Id, it.ETag);
            return it.ToHead();
        }
    }
}
