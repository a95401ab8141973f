using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Evidence;

/// <summary>Throws away what has come of files of which nothing more came for long.</summary>
sealed class Expiry(IServiceScopeFactory scopes, Spool spool, TimeProvider clock, ILogger<Expiry> log) : RepeatedJob(TimeSpan.FromMinutes(1), clock, log)
{
    internal override async Task Look(CancellationToken stop)
    {
        await Each(await Expired(stop), async it =>
        {
            var (id, originator) = it;
            await using var scope = scopes.For(Job.ExpireUploads, originator);
            if ((await scope.ServiceProvider.GetRequiredService<Messenger>().Send(new ExpireUpload(id), stop)).Refusal is null)
                spool.Drop(id);
        }, stop);
    }

    async Task<List<(Guid Id, string Originator)>> Expired(CancellationToken stop)
    {
        await using var scope = scopes.For(Job.ExpireUploads);
        var db = scope.ServiceProvider.GetRequiredService<InterdictionDb>();
        await using var transaction = await db.Begin(stop);
        var found = await db.ExpiredUploads(Clock.Now()).Select(x => new { x.Id, x.Originator }).ToListAsync(stop);
        return [.. found.Select(x => (x.Id, x.Originator))];
    }
}
