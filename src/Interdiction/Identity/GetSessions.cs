using Interdiction.Contracts;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Identity;

/// <summary>A person sees where they are signed in. A machine client has no sessions.</summary>
public sealed record GetSessions : IQuery<Page<OpenSession>>
{
    public static Permission Needs => Permission.KnowOneself;

    internal sealed class Handler(Sessions sessions, Caller caller) : IQueryHandler<GetSessions, Page<OpenSession>>
    {
        public async Task<Result<Page<OpenSession>>> Handle(GetSessions message, CancellationToken stop)
        {
            var open = await sessions.Open(caller.Id).AsNoTracking().OrderByDescending(x => x.SeenAt).ToListAsync(stop);
            return new Page<OpenSession>([.. open.Select(x => new OpenSession(x.Id, x.BeganAt, x.SeenAt, x.Browser, x.Address, x.Id == caller.Session?.Id))], null);
        }
    }
}
