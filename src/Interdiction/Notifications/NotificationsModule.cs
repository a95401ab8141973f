using Interdiction.Contracts;
using Interdiction.Http;
using Microsoft.AspNetCore.Mvc;

namespace Interdiction.Notifications;

/// <summary>What people are told: the inbox, the stream that says when to look into it, and reminders.</summary>
static class NotificationsModule
{
    public static void AddNotifications(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<Inbox>();
        builder.Services.AddHostedService<Reminders>();
        builder.Services.AddSingleton<EventStreams>().AddHostedService(x => x.GetRequiredService<EventStreams>());
    }

    public static void MapNotifications(this RouteGroupBuilder api)
    {
        var inbox = api.MapGroup("/notifications").WithTags("Notifications");
        inbox.Get<ListNotifications, Page<ShownNotification>>("/", (string? unread, string? limit, string? cursor, string? count) => ListNotifications.Read(unread, limit, cursor, count));
        inbox.Get<GetNotification, ShownNotification>("/{id:guid}", (Guid id) => new GetNotification(id));
        inbox.Patch<MarkNotification, ShownNotification>("/{id:guid}", (Guid id, NotificationChange body) => new MarkNotification(id, body));
        api.MapGroup("/events").WithTags("Notifications").Get<FollowEvents, EventStream>("/", ([FromHeader(Name = "Last-Event-ID")] string? lastEventId) => FollowEvents.Read(lastEventId));
    }
}
