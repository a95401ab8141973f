using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;

namespace Interdiction.Administration;

/// <summary>Shows a team of the administrator's own partner, with its people.</summary>
public sealed record GetTeam(Guid Id) : IQuery<TeamHead>, IAbout<Team>
{
    public static Permission Needs => Permission.AdministerTeams;

    internal sealed class Handler(InterdictionDb db, Envelope envelope) : IQueryHandler<GetTeam, TeamHead>
    {
        public Task<Result<TeamHead>> Handle(GetTeam message, CancellationToken stop)
        {
            var it = db.Loaded(message);
            (envelope.Resource, envelope.ETag) = (it.Id, it.ETag);
            return Task.FromResult<Result<TeamHead>>(it.ToHead());
        }
    }
}
