using Interdiction.Contracts;
using Interdiction.Identity;
using Interdiction.Kernel;
using Interdiction.Notifications;
using Interdiction.Pipeline;
using Microsoft.AspNetCore.Antiforgery;

namespace Interdiction.Pages;

/// <summary>The page of what somebody was told, and its buttons that mark it as read.</summary>
static class InboxPages
{
    const string Path = "/notifications";
    const int PerPage = 50;

    public static void MapInbox(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, List);
        pages.MapPost(Path, MarkAsRead);
    }

    static async Task<IResult> List(string? show, string? cursor, Messenger messenger, CancellationToken stop)
    {
        var found = await messenger.Send(new ListNotifications(show is "all" ? null : true, new Paging(PerPage, cursor, Counted: false)), stop);
        return found.Refusal is { } refusal ? Page.Error(refusal)
            : Page.Of<NotificationsPage>((nameof(NotificationsPage.Found), found.Value), (nameof(NotificationsPage.ShowsAll), show is "all"), (nameof(NotificationsPage.IsFirst), cursor is null));
    }

    static async Task<IResult> MarkAsRead(HttpContext context, IAntiforgery antiforgery, Messenger messenger, Envelope envelope, CancellationToken stop)
    {
        if (await SignInEndpoints.Read(context, antiforgery) is not { } form)
            return Page.Error(StatusCodes.Status400BadRequest);
        // What stands there now is marked, however it was shown: a mark takes nothing from anybody.
        envelope.IfMatch = ["*"];
        foreach (var id in form["id"].Take(PerPage))
            if (Guid.TryParse(id, out var known))
                // One that is not there any more needs no mark.
                await messenger.Send(new MarkNotification(known, new NotificationChange { Read = true }), stop);
        return Results.Redirect($"{Path}{(form["show"] == "all" ? "?show=all" : "")}");
    }
}
