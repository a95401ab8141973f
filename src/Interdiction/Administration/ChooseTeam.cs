using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Administration;

/// <summary>Lists the teams of the caller's own partner by name, for a marking. The people of a team are named to those who belong to it.</summary>
public sealed record ChooseTeam : IQuery<Page<TeamChoice>>
{
    public static Permission Needs => Permission.ReadTeams;

    internal sealed class Handler(InterdictionDb db, Caller caller) : IQueryHandler<ChooseTeam, Page<TeamChoice>>
    {
        public async Task<Result<Page<TeamChoice>>> Handle(ChooseTeam message, CancellationToken stop)
        {
            var teams = await db.Teams.AsNoTracking().Where(x => x.Partner == caller.Partner).OrderBy(x => x.Name).ToListAsync(stop);
            Guid[] people = [.. teams.Where(IsMine).SelectMany(x => x.People).Distinct()];
            var names = await db.Accounts.AsNoTracking().Where(x => people.Contains(x.Id) && x.SuspendedAt == null).ToDictionaryAsync(x => x.Id, x => x.Name, stop);
            return new Page<TeamChoice>([.. teams.Select(x => new TeamChoice(x.Id, x.Name, IsMine(x), IsMine(x) ? Colleagues(x, names) : []))], null);
        }

        bool IsMine(Team team) => caller.Audiences.Contains(team.Id);

        static List<Colleague> Colleagues(Team team, Dictionary<Guid, string> names) =>
            [.. team.People.Where(names.ContainsKey).Select(x => new Colleague(x, names[x])).OrderBy(x => x.Name, StringComparer.Ordinal)];
    }
}
