namespace Interdiction.Notifications;

/// <summary>How events are streamed.</summary>
public sealed class EventSettings
{
    /// <summary>How many streams of one account a server holds open at a time.</summary>
    public int Streams { get; init; } = 8;

    /// <summary>How often an idle stream says that it lives.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(15);
}
