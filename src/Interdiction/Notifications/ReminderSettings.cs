namespace Interdiction.Notifications;

/// <summary>How long before its end people are reminded of something.</summary>
public sealed class ReminderSettings
{
    /// <summary>Before the clock of a consent request runs out; they are reminded at half time as well.</summary>
    public TimeSpan Consent { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Before a task is due.</summary>
    public TimeSpan Task { get; init; } = TimeSpan.FromDays(1);
}
