using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;

namespace Interdiction.Administration;

/// <summary>Lists the people of the administrator's own partner, oldest account first.</summary>
public sealed record ListUsers(Paging Paging) : IQuery<Page<UserHead>>
{
    public static Permission Needs => Permission.AdministerAccounts;

    internal sealed class Handler(InterdictionDb db, Caller caller, Cursors cursors, UserHeads heads) : IQueryHandler<ListUsers, Page<UserHead>>
    {
        public async Task<Result<Page<UserHead>>> Handle(ListUsers message, CancellationToken stop)
        {
            var own = db.Accounts.Where(x => x.Partner == caller.Partner && x.Kind == AccountKind.Person);
            var page = await cursors.List(own, message.Paging, "users", stop);
            return page.Refusal is { } refusal ? refusal : page.Value.Of(await heads.Of(page.Value.Items, stop));
        }
    }
}
