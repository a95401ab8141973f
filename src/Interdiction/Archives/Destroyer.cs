using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Archives;

/// <summary>
/// Destroys the cases whose notice is over, and then their files. Each is a message of its own, that one server wins; what
/// breaks off is done again, since the rows go in one transaction and a file that is gone already is no failure.
/// </summary>
sealed class Destroyer(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Destroyer> log) : RepeatedJob(Pace, clock, log)
{
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);

    internal override async Task Look(CancellationToken stop)
    {
        await Each(await Due(stop), async it =>
        {
            var (id, lead, isDone) = it;
            await using var scope = scopes.For(Job.DestroyCases, lead);
            var messenger = scope.ServiceProvider.GetRequiredService<Messenger>();
            var result = isDone ? await messenger.Send(new DestroyFiles(id), stop) : await messenger.Send(new EndCase(id), stop);
            if (result.Refusal is { } refusal)
                log.LogInformation("Destruction {Id} was left as it is: {Reason}", id, refusal.Detail);
        }, stop);
    }

    async Task<List<(Guid Id, string Lead, bool IsDone)>> Due(CancellationToken stop)
    {
        await using var scope = scopes.For(Job.DestroyCases);
        var db = scope.ServiceProvider.GetRequiredService<InterdictionDb>();
        await using var transaction = await db.Begin(stop);
        var now = Clock.Now();
        var due = await db.EveryDestruction.AsNoTracking().Where(x => x.State == DestructionState.Announced && x.DueAt <= now || x.State == DestructionState.Done && x.FilesGoneAt == null)
            .OrderBy(x => x.DueAt).ToListAsync(stop);
        return due.ConvertAll(x => (x.Id, x.LeadPartner, x.State is DestructionState.Done));
    }
}
