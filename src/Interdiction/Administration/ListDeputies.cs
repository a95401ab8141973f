using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;

namespace Interdiction.Administration;

/// <summary>Lists the deputies whom the administrator's own partner named, oldest first.</summary>
public sealed record ListDeputies(Paging Paging) : IQuery<Page<DeputyHead>>
{
    public static Permission Needs => Permission.NameDeputies;

    internal sealed class Handler(InterdictionDb db, Caller caller, Cursors cursors) : IQueryHandler<ListDeputies, Page<DeputyHead>>
    {
        public async Task<Result<Page<DeputyHead>>> Handle(ListDeputies message, CancellationToken stop)
        {
            var page = await cursors.List(db.Deputies.Where(x => x.For == caller.Partner), message.Paging, "deputies", stop);
            return page.Refusal is { } refusal ? refusal : page.Value.Of(DeputyHeads.ToHead);
        }
    }
}
