using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.CaseWork;

/// <summary>Lists the tasks of a case that the caller can read, oldest first.</summary>
/// <param name="State">Only those in this state; null for all.</param>
public sealed record ListCaseTasks(Guid Id, TaskState? State, Paging Paging) : IQuery<Page<ShownTask>>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope, Cursors cursors) : IQueryHandler<ListCaseTasks, Page<ShownTask>>
    {
        public async Task<Result<Page<ShownTask>>> Handle(ListCaseTasks message, CancellationToken stop)
        {
            envelope.Resource = message.Id;
            var filter = $"caseTasks {message.Id} {message.State}";
            if (!cursors.TryRead(message.Paging, filter, out var after))
                return Cursors.Bad;
            if (await db.CaseOf(message.Id).Select(x => x.Number).SingleOrDefaultAsync(stop) is not { } number)
                return Refusal.NotFound;
            var found = db.Tasks.Where(x => x.CaseId == message.Id && (message.State == null || x.State == message.State));
            var page = after is null ? found : found.Where(x => x.At > after.At || x.At == after.At && x.Id > after.Id);
            var rows = await page.AsNoTracking().OrderBy(x => x.At).ThenBy(x => x.Id).Take(message.Paging.Limit + 1)
                .Select(x => new { Task = x, Report = db.Boardings.Where(b => b.Id == x.BoardingId).Select(b => b.Number).FirstOrDefault() }).ToListAsync(stop);
            return cursors.Page(rows, message.Paging, filter, x => x.Task.Show(number, x.Report, caller), x => new PageEnd(x.Task.At, x.Task.Id), message.Paging.Counted ? await found.CountAsync(stop) : null);
        }
    }
}
