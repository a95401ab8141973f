using System.Globalization;
using Interdiction.Kernel;
using Interdiction.Notifications;

namespace Interdiction.Pages;

/// <summary>What stands in the head of every page beside the menu.</summary>
sealed class PageHead
{
    /// <summary>How many notifications are unread, in words; null for whom is told none, and on a page that is shown because something failed.</summary>
    public string? Unread { get; private set; }

    public static async ValueTask<object?> CountUnread(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var services = invocation.HttpContext.RequestServices;
        if (services.GetRequiredService<Caller>() is { IsKnown: true, ReadsAs.Length: > 0 } && HttpMethods.IsGet(invocation.HttpContext.Request.Method))
            services.GetRequiredService<PageHead>().Unread = Words(await services.GetRequiredService<Inbox>().CountUnread(invocation.HttpContext.RequestAborted));
        return await next(invocation);
    }

    static string Words(int count) => count < Inbox.Many ? count.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{Inbox.Many - 1}+");
}
