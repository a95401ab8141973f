using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;

namespace Interdiction.Administration;

/// <summary>Lists the machine clients of the administrator's own partner, oldest first.</summary>
public sealed record ListClients(Paging Paging) : IQuery<Page<ClientHead>>
{
    public static Permission Needs => Permission.AdministerAccounts;

    internal sealed class Handler(InterdictionDb db, Caller caller, Cursors cursors, Registration registration) : IQueryHandler<ListClients, Page<ClientHead>>
    {
        public async Task<Result<Page<ClientHead>>> Handle(ListClients message, CancellationToken stop)
        {
            var own = db.Accounts.Where(x => x.Partner == caller.Partner && x.Kind == AccountKind.Client);
            var page = await cursors.List(own, message.Paging, "clients", stop);
            return page.Refusal is { } refusal ? refusal : page.Value.Of(await registration.Of(page.Value.Items, stop));
        }
    }
}
