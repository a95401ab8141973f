using System.Globalization;
using Interdiction.Http;
using Interdiction.Kernel;

namespace Interdiction.Notifications;

/// <summary>
/// Streams, as server-sent events, that something was told to the caller: the id of a notification and its kind, for as
/// long as the caller may read it. Last-Event-ID goes on after an event; what happened around it may come again.
/// </summary>
/// <param name="After">The last event that the client saw; null to begin now.</param>
public sealed record FollowEvents(Guid? After) : IQuery<EventStream>
{
    public static Permission Needs => Permission.ReadContent;

    public static object Read(string? lastEventId) =>
        string.IsNullOrEmpty(lastEventId) ? new FollowEvents((Guid?)null)
        : Guid.TryParse(lastEventId, CultureInfo.InvariantCulture, out var id) ? new FollowEvents(id)
        : new Refusal(RefusalKind.Malformed, "malformed", "Last-Event-ID is the id of an event of this stream.");

    internal sealed class Handler(EventStreams streams) : IQueryHandler<FollowEvents, EventStream>
    {
        // The transaction of the message ends before the first byte is sent: an open stream holds none.
        public Task<Result<EventStream>> Handle(FollowEvents message, CancellationToken stop) =>
            Task.FromResult<Result<EventStream>>(new EventStream(context => streams.Send(context, message.After)));
    }
}
