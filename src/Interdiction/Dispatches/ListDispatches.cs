using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Dispatches;

/// <summary>Lists the dispatches that the caller can read, newest first.</summary>
/// <param name="Kind">Tips alone, or requests alone; null for both.</param>
/// <param name="State">Only those in this state; null for all.</param>
/// <param name="To">Only those to this partner; null for all.</param>
/// <param name="CaseId">Only those that concern this case, where the caller reads it; null for all.</param>
public sealed record ListDispatches(DispatchKind? Kind, DispatchState? State, string? To, Guid? CaseId, Paging Paging) : IQuery<Page<ShownDispatch>>
{
    public static Permission Needs => Permission.ReadContent;

    /// <summary>Reads the filters of the list.</summary>
    public static object Read(string? kind, string? state, string? to, string? caseId, string? limit, string? cursor, string? count)
    {
        if (kind is not null && !Code<DispatchKind>.TryRead(kind, out _))
            return Refusal.BadParameter("kind", $"it is one of {Code<DispatchKind>.List}.");
        if (state is not null && !Code<DispatchState>.TryRead(state, out _))
            return Refusal.BadParameter("state", $"it is one of {Code<DispatchState>.List}.");
        if (caseId is not null && !Guid.TryParse(caseId, out _))
            return Refusal.BadParameter("caseId", "it is the id of a case.");
        return Parameters.Then(Parameters.Paging(limit, cursor, count), x => new ListDispatches(
            kind is null ? null : Code<DispatchKind>.Read(kind), state is null ? null : Code<DispatchState>.Read(state), to, caseId is null ? null : Guid.Parse(caseId), x));
    }

    internal sealed class Handler(InterdictionDb db, Cursors cursors, ShownDispatches shown) : IQueryHandler<ListDispatches, Page<ShownDispatch>>
    {
        public async Task<Result<Page<ShownDispatch>>> Handle(ListDispatches message, CancellationToken stop)
        {
            var filter = $"dispatches {message.Kind} {message.State} {message.To} {message.CaseId}";
            if (!cursors.TryRead(message.Paging, filter, out var after))
                return Cursors.Bad;
            // Which case it concerns is told, and asked for, where the caller reads it.
            var cases = db.Cases;
            var found = from reader in db.Reading(RecordKind.Dispatch)
                        join dispatch in db.Dispatches on reader.RecordId equals dispatch.Id
                        where message.Kind == null || dispatch.Kind == message.Kind
                        where message.State == null || dispatch.State == message.State
                        where message.To == null || dispatch.Addressee == message.To
                        where message.CaseId == null || dispatch.CaseId == message.CaseId && cases.Any(c => c.Id == dispatch.CaseId)
                        select new { reader.At, reader.RecordId, Dispatch = dispatch };
            var page = after is null ? found : found.Where(x => x.At < after.At || x.At == after.At && x.RecordId < after.Id);
            var rows = await page.AsNoTracking().OrderByDescending(x => x.At).ThenByDescending(x => x.RecordId).Take(message.Paging.Limit + 1).ToListAsync(stop);
            var numbers = await shown.Cases(rows.Select(x => x.Dispatch), stop);
            return cursors.Page(rows, message.Paging, filter, x => shown.Of(x.Dispatch, numbers), x => new PageEnd(x.At, x.RecordId), message.Paging.Counted ? await found.CountAsync(stop) : null);
        }
    }
}
