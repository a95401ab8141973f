using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.CaseWork;

/// <summary>
/// Looks which accepted reports owe duties. That they do lies with the report and was stored with its acceptance, so that
/// neither a restart nor a kill loses it; each report's are opened in a transaction of their own that one server wins.
/// </summary>
sealed class FollowAccepted(IServiceScopeFactory scopes, TimeProvider clock, ILogger<FollowAccepted> log) : RepeatedJob(Pace, clock, log)
{
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    internal override async Task Look(CancellationToken stop)
    {
        await Each(await Owing(stop), async it =>
        {
            var (id, originator) = it;
            await using var scope = scopes.For(Job.OpenDuties, originator);
            var result = await scope.ServiceProvider.GetRequiredService<Messenger>().Send(new OpenDuties(id), stop);
            if (result.Refusal is { } refusal)
                log.LogInformation("The duties of report {Id} were left as they are: {Reason}", id, refusal.Detail);
        }, stop);
    }

    async Task<List<(Guid Id, string Originator)>> Owing(CancellationToken stop)
    {
        await using var scope = scopes.For(Job.OpenDuties);
        var db = scope.ServiceProvider.GetRequiredService<InterdictionDb>();
        await using var transaction = await db.Begin(stop);
        var owing = await db.OwingRevisions.OrderBy(x => x.AcceptedAt).Select(x => new { x.BoardingId, x.Originator }).ToListAsync(stop);
        return [.. owing.Select(x => (x.BoardingId, x.Originator))];
    }
}
