using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Notifications;

/// <summary>Tells people that the time for a consent request or a task runs out, once for each due time. The job of reminders alone sends this.</summary>
public sealed record Remind(Guid Id) : ICommand<Nothing>, IIdempotent
{
    public static Permission Needs => Permission.Remind;

    public IMessage<Nothing> Again(Guid resource) => throw new InvalidOperationException("The job sends no key: nothing is replayed.");

    internal sealed class Handler(InterdictionDb db, Messenger messenger, Envelope envelope, Settings settings, TimeProvider clock) : ICommandHandler<Remind, Nothing>
    {
        static readonly Refusal Done = Refusal.Conflict("wrongState", "There is nobody to remind any more.");

        public async Task<Result<Nothing>> Handle(Remind message, CancellationToken stop)
        {
            envelope.Resource = message.Id;
            var now = clock.Now();
            if (await db.RunningClocks.SingleOrDefaultAsync(x => x.Id == message.Id, stop) is { } request)
                return await Give(request, request.DueAt!.Value, ReminderTimes.Of(request, settings.Reminders.Consent, now));
            return await db.TasksDue(now + settings.Reminders.Task).SingleOrDefaultAsync(x => x.Id == message.Id, stop) is { } task
                ? await Give(task, task.DueAt!.Value, ReminderTimes.Of(task, settings.Reminders.Task, now)) : Done;

            async Task<Result<Nothing>> Give(ISubject of, DateTimeOffset dueAt, IEnumerable<ReminderStep> due)
            {
                // Another server may have been quicker: the key of the row lets one of them through.
                var given = await db.Reminders.Where(x => x.RecordId == message.Id && x.DueAt == dueAt).Select(x => x.Step).ToListAsync(stop);
                var left = due.Except(given).ToList();
                if (left.Count == 0)
                    return Done;
                // Those that fell due together, as while the server stood, are one.
                db.Reminders.AddRange(left.Select(x => new Reminder { RecordId = message.Id, DueAt = dueAt, Step = x, At = now }));
                await messenger.Tell(new TimeRunsOut(of), stop);
                return Nothing.Answer;
            }
        }
    }
}
