using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Consents;

/// <summary>
/// Ends consent requests whose time has run out. The due time lies with the request, so that neither a restart nor a step
/// of the server's clock loses it; each is ended through the pipeline, in a transaction of its own that one server wins.
/// </summary>
sealed class ConsentClock(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ConsentClock> log) : RepeatedJob(Pace, clock, log)
{
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    internal override async Task Look(CancellationToken stop)
    {
        await Each(await Due(stop), async it =>
        {
            var (id, originator) = it;
            await using var scope = scopes.For(Job.ConsentClock, originator);
            var result = await scope.ServiceProvider.GetRequiredService<Messenger>().Send(new EndConsentRequest(id), stop);
            if (result.Refusal is { } refusal)
                log.LogInformation("Consent request {Id} was left as it is: {Reason}", id, refusal.Detail);
        }, stop);
    }

    async Task<List<(Guid Id, string Originator)>> Due(CancellationToken stop)
    {
        await using var scope = scopes.For(Job.ConsentClock);
        var db = scope.ServiceProvider.GetRequiredService<InterdictionDb>();
        await using var transaction = await db.Begin(stop);
        var due = await db.DueRequests(Clock.Now()).OrderBy(x => x.DueAt).Select(x => new { x.Id, x.Originator }).ToListAsync(stop);
        return [.. due.Select(x => (x.Id, x.Originator))];
    }
}
