using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;

namespace Interdiction.Administration;

/// <summary>Lists the teams of the administrator's own partner, oldest first.</summary>
public sealed record ListTeams(Paging Paging) : IQuery<Page<TeamHead>>
{
    public static Permission Needs => Permission.AdministerTeams;

    internal sealed class Handler(InterdictionDb db, Caller caller, Cursors cursors) : IQueryHandler<ListTeams, Page<TeamHead>>
    {
        public async Task<Result<Page<TeamHead>>> Handle(ListTeams message, CancellationToken stop)
        {
            var page = await cursors.List(db.Teams.Where(x => x.Partner == caller.Partner), message.Paging, "teams", stop);
            return page.Refusal is { } refusal ? refusal : page.Value.Of(TeamHeads.ToHead);
        }
    }
}
