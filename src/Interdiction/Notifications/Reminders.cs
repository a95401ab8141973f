using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Notifications;

/// <summary>
/// Finds whose time runs out, and has it told through the pipeline, each in a transaction of its own that one server wins.
/// Due times and what was told lie in the database, so that neither a restart nor a step of the clock loses or repeats one.
/// Also forgets what was told long ago.
/// </summary>
sealed class Reminders(IServiceScopeFactory scopes, Settings settings, TimeProvider clock, ILogger<Reminders> log) : RepeatedJob(Pace, clock, log)
{
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);
    static readonly TimeSpan ClearedUp = TimeSpan.FromHours(1);

    DateTimeOffset clearAt;

    internal override async Task Look(CancellationToken stop)
    {
        await Each(await Due(stop), async it =>
        {
            var (id, originator) = it;
            await using var scope = scopes.For(Job.Reminders, originator);
            if ((await scope.ServiceProvider.GetRequiredService<Messenger>().Send(new Remind(id), stop)).Refusal is { } refusal)
                log.LogInformation("Nobody was reminded of {Id}: {Reason}", id, refusal.Detail);
        }, stop);
        if (Clock.Now() >= clearAt)
        {
            await ClearUp(stop);
            clearAt = Clock.Now() + ClearedUp;
        }
    }

    async Task<List<(Guid Id, string Originator)>> Due(CancellationToken stop)
    {
        await using var scope = scopes.For(Job.Reminders);
        var db = scope.ServiceProvider.GetRequiredService<InterdictionDb>();
        await using var transaction = await db.Begin(stop);
        var now = Clock.Now();
        // The clocks that run are few; half of a time is reckoned here and not in SQL.
        var running = await db.RunningClocks.AsNoTracking().Where(x => x.DueAt > now).ToListAsync(stop);
        var (ids, clocks) = (running.ConvertAll(x => x.Id), new HashSet<(Guid, DateTimeOffset, ReminderStep)>());
        foreach (var it in await db.Reminders.AsNoTracking().Where(x => ids.Contains(x.RecordId)).ToListAsync(stop))
            clocks.Add((it.RecordId, it.DueAt, it.Step));
        var tasks = await db.TasksDue(now + settings.Reminders.Task).Where(x => !db.Reminders.Any(r => r.RecordId == x.Id && r.DueAt == x.DueAt))
            .OrderBy(x => x.DueAt).Select(x => new { x.Id, x.Originator }).ToListAsync(stop);
        return
        [
            .. from it in running
               where ReminderTimes.Of(it, settings.Reminders.Consent, now).Any(x => !clocks.Contains((it.Id, it.DueAt!.Value, x)))
               orderby it.DueAt
               select (it.Id, it.Originator),
            .. tasks.Select(x => (x.Id, x.Originator)),
        ];
    }

    async Task ClearUp(CancellationToken stop)
    {
        await using var scope = scopes.For(Job.Reminders);
        var db = scope.ServiceProvider.GetRequiredService<InterdictionDb>();
        await using var transaction = await db.Begin(stop);
        var before = Clock.Now() - Inbox.Kept;
        await db.EveryNotification.Where(x => x.At < before).ExecuteDeleteAsync(stop);
        await db.NotificationReads.Where(x => x.At < before).ExecuteDeleteAsync(stop);
        await transaction.CommitAsync(stop);
    }
}
