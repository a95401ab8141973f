using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Administration;

/// <summary>Lists the invitations that wait for people of the administrator's own partner, oldest first. Links are not shown again.</summary>
public sealed record ListInvitations(Paging Paging) : IQuery<Page<InvitationHead>>
{
    public static Permission Needs => Permission.AdministerAccounts;

    internal sealed class Handler(InterdictionDb db, Caller caller, Cursors cursors, TimeProvider clock) : IQueryHandler<ListInvitations, Page<InvitationHead>>
    {
        public async Task<Result<Page<InvitationHead>>> Handle(ListInvitations message, CancellationToken stop)
        {
            const string filter = "invitations";
            if (!cursors.TryRead(message.Paging, filter, out var after))
                return Cursors.Bad;
            var open = db.OpenInvitations(caller.Partner, clock.Now()).Select(x => x.Invitation);
            var page = after is null ? open : open.Where(x => x.CreatedAt > after.At || x.CreatedAt == after.At && x.Id > after.Id);
            var rows = await page.OrderBy(x => x.CreatedAt).ThenBy(x => x.Id).Take(message.Paging.Limit + 1).AsNoTracking().ToListAsync(stop);
            return cursors.Page(rows, message.Paging, filter, x => x.ToHead(null), x => new PageEnd(x.CreatedAt, x.Id),
                message.Paging.Counted ? await open.CountAsync(stop) : null);
        }
    }
}
