using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Law;

/// <summary>Looks every few seconds what was signed at another server.</summary>
sealed class FollowLaw(IServiceScopeFactory scopes, LawBook law, TimeProvider clock, ILogger<FollowLaw> log) : RepeatedJob(Pace, clock, log)
{
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    internal override async Task Look(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        law.Take(await scope.ServiceProvider.GetRequiredService<InterdictionDb>().LegalSignatures.AsNoTracking().ToListAsync(stop));
    }
}
