using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Administration;

/// <summary>An administrator dissolves a team that has no people and whose name stands in no marking: otherwise nobody of the partner would read its records any more.</summary>
public sealed record DissolveTeam(Guid Id) : ICommand<Nothing>, IChange<Team>, IIdempotent
{
    public static Permission Needs => Permission.AdministerTeams;

    public IMessage<Nothing> Again(Guid resource) => this;

    internal sealed class Handler(InterdictionDb db) : ICommandHandler<DissolveTeam, Nothing>
    {
        public async Task<Result<Nothing>> Handle(DissolveTeam message, CancellationToken stop)
        {
            var it = db.Loaded(message);
            if (it.People.Any())
                return Refusal.Conflict("wrongState", "The team has people. Take them out first.");
            if (await db.Derive(() => db.Readers.AnyAsync(x => x.Partner == it.Partner && (x.Audience == it.Id || x.CaseAudience == it.Id), stop)))
                return Refusal.Conflict("wrongState", "Records name this team in their marking; without it nobody of your partner would read them. Keep it.");
            db.Teams.Remove(it);
            return Nothing.Answer;
        }
    }
}
