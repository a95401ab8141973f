using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Archives;

/// <summary>Shows the destruction of a case, once it is done as its certificate, to whom the case is or was shown.</summary>
public sealed record GetDestruction(Guid Id) : IQuery<ShownDestruction>, IAbout<Destruction>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope) : IQueryHandler<GetDestruction, ShownDestruction>
    {
        public Task<Result<ShownDestruction>> Handle(GetDestruction message, CancellationToken stop)
        {
            var it = db.Loaded(message);
            (envelope.Resource, envelope.ETag) = (it.Id, it.ETag);
            return Task.FromResult<Result<ShownDestruction>>(it.Show(caller));
        }
    }
}

/// <summary>Lists the destructions of cases that the caller reads or read, newest first.</summary>
/// <param name="State">Only those in this state; null for all.</param>
public sealed record ListDestructions(DestructionState? State, Paging Paging) : IQuery<Page<ShownDestruction>>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Caller caller, Cursors cursors) : IQueryHandler<ListDestructions, Page<ShownDestruction>>
    {
        public async Task<Result<Page<ShownDestruction>>> Handle(ListDestructions message, CancellationToken stop)
        {
            var filter = $"destructions {message.State}";
            if (!cursors.TryRead(message.Paging, filter, out var after))
                return Cursors.Bad;
            var found = db.Destructions.Where(x => message.State == null || x.State == message.State);
            var page = after is null ? found : found.Where(x => x.At < after.At || x.At == after.At && x.Id < after.Id);
            var rows = await page.AsNoTracking().OrderByDescending(x => x.At).ThenByDescending(x => x.Id).Take(message.Paging.Limit + 1).ToListAsync(stop);
            return cursors.Page(rows, message.Paging, filter, x => x.Show(caller), x => new PageEnd(x.At, x.Id), message.Paging.Counted ? await found.CountAsync(stop) : null);
        }
    }
}

/// <summary>Lists the records that were destroyed with a case, of those that the caller could read.</summary>
public sealed record ListDestroyed(Guid Id, Paging Paging) : IQuery<Page<DestroyedRecord>>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Subjects subjects, Envelope envelope, Cursors cursors) : IQueryHandler<ListDestroyed, Page<DestroyedRecord>>
    {
        public async Task<Result<Page<DestroyedRecord>>> Handle(ListDestroyed message, CancellationToken stop)
        {
            envelope.Resource = message.Id;
            var filter = $"destroyed {message.Id}";
            if (!cursors.TryRead(message.Paging, filter, out var after))
                return Cursors.Bad;
            if (await subjects.Destruction(message.Id, stop) is null)
                return Refusal.NotFound;
            var found = db.DestroyedEntries.Where(x => x.DestructionId == message.Id);
            var page = after is null ? found : found.Where(x => x.Id > after.Id);
            var rows = await page.AsNoTracking().OrderBy(x => x.Id).Take(message.Paging.Limit + 1).ToListAsync(stop);
            return cursors.Page(rows, message.Paging, filter, x => x.Show(), x => new PageEnd(default, x.Id), message.Paging.Counted ? await found.CountAsync(stop) : null);
        }
    }
}
