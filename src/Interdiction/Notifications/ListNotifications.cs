using Interdiction.Contracts;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Notifications;

/// <summary>Lists what the caller was told in the last 90 days, newest first, of records that it reads at this moment.</summary>
/// <param name="Unread">True: only what is unread; false: only what was read; null for all.</param>
public sealed record ListNotifications(bool? Unread, Paging Paging) : IQuery<Page<ShownNotification>>
{
    public static Permission Needs => Permission.ReadContent;

    public static object Read(string? unread, string? limit, string? cursor, string? count) =>
        unread is null ? Parameters.Then(Parameters.Paging(limit, cursor, count), x => new ListNotifications(null, x))
        : bool.TryParse(unread, out var known) ? Parameters.Then(Parameters.Paging(limit, cursor, count), x => new ListNotifications(known, x))
        : Refusal.BadParameter("unread", "it is true or false.");

    internal sealed class Handler(Inbox inbox, Cursors cursors) : IQueryHandler<ListNotifications, Page<ShownNotification>>
    {
        public async Task<Result<Page<ShownNotification>>> Handle(ListNotifications message, CancellationToken stop)
        {
            var filter = $"notifications {message.Unread}";
            if (!cursors.TryRead(message.Paging, filter, out var after))
                return Cursors.Bad;
            var found = message.Unread is { } unread ? inbox.Marked(!unread) : inbox.Everything;
            var page = after is null ? found : found.Where(x => x.At < after.At || x.At == after.At && x.Id < after.Id);
            var rows = await page.AsNoTracking().OrderByDescending(x => x.At).ThenByDescending(x => x.Id).Take(message.Paging.Limit + 1).ToListAsync(stop);
            var shown = (await inbox.Show(rows, stop)).ToDictionary(x => x.Id);
            return cursors.Page(rows, message.Paging, filter, x => shown[x.Id], x => new PageEnd(x.At, x.Id), message.Paging.Counted ? await found.CountAsync(stop) : null);
        }
    }
}
