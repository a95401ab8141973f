using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.CaseWork;

/// <summary>Lists the tasks of every case that the caller can read, newest first.</summary>
/// <param name="State">Only those in this state; null for all.</param>
/// <param name="Owner">Only those that are this partner's work; null for all.</param>
public sealed record ListTasks(TaskState? State, string? Owner, Paging Paging) : IQuery<Page<ShownTask>>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Caller caller, Cursors cursors) : IQueryHandler<ListTasks, Page<ShownTask>>
    {
        public async Task<Result<Page<ShownTask>>> Handle(ListTasks message, CancellationToken stop)
        {
            var filter = $"tasks {message.State} {message.Owner}";
            if (!cursors.TryRead(message.Paging, filter, out var after))
                return Cursors.Bad;
            var found = from reader in db.Reading(RecordKind.Task)
                        join task in db.Tasks on reader.RecordId equals task.Id
                        join @case in db.Cases on task.CaseId equals @case.Id
                        where message.State == null || task.State == message.State
                        where message.Owner == null || task.Owner == message.Owner
                        select new { reader.At, reader.RecordId, Task = task, CaseNumber = @case.Number, Report = db.Boardings.Where(b => b.Id == task.BoardingId).Select(b => b.Number).FirstOrDefault() };
            var page = after is null ? found : found.Where(x => x.At < after.At || x.At == after.At && x.RecordId < after.Id);
            var rows = await page.AsNoTracking().OrderByDescending(x => x.At).ThenByDescending(x => x.RecordId).Take(message.Paging.Limit + 1).ToListAsync(stop);
            return cursors.Page(rows, message.Paging, filter, x => x.Task.Show(x.CaseNumber, x.Report, caller), x => new PageEnd(x.At, x.RecordId),
                message.Paging.Counted ? await found.CountAsync(stop) : null);
        }
    }
}
