using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.CaseWork;

/// <summary>
/// Opens what is to be done after an accepted report, for its originator. What an earlier revision brought is not opened
/// again. The background job alone sends this.
/// </summary>
public sealed record OpenDuties(Guid Id) : ICommand<Nothing>, IIdempotent
{
    public static Permission Needs => Permission.OpenDuties;

    public IMessage<Nothing> Again(Guid resource) => throw new InvalidOperationException("The job sends no key: nothing is replayed.");

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope, TimeProvider clock) : ICommandHandler<OpenDuties, Nothing>
    {
        public async Task<Result<Nothing>> Handle(OpenDuties message, CancellationToken stop)
        {
            envelope.Resource = message.Id;
            // Another server may have opened them a moment ago.
            if (await db.OwingRevisions.Where(x => x.BoardingId == message.Id).OrderBy(x => x.Number).FirstOrDefaultAsync(stop) is not { } accepted)
                return Refusal.Conflict("wrongState", "Nothing is owed for the report any more.");
            var (report, @case, opened) = await db.Owed(accepted, stop);
            foreach (var (duty, dueAt) in accepted.Duties.Where(x => !opened.Contains(x.Duty.Key)))
            {
                var task = CaseTask.Owe(clock.NewId(), @case, report, duty, dueAt, caller, clock.Now());
                db.Tasks.Add(task);
                db.IssuedIds.Add(new IssuedId { Id = task.Id, Record = task.Id });
            }
            accepted.Discharge();
            return Nothing.Answer;
        }
    }
}
