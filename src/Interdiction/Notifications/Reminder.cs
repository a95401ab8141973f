using Interdiction.Kernel;

namespace Interdiction.Notifications;

/// <summary>How near the end of a time is.</summary>
public enum ReminderStep { HalfTime, Soon }

/// <summary>Somebody was reminded of a record for this due time. The row is the proof: it is there once, whatever the clocks of servers say.</summary>
public sealed class Reminder
{
    public Guid RecordId { get; init; }
    public DateTimeOffset DueAt { get; init; }
    public ReminderStep Step { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>The time for something runs out soon.</summary>
/// <param name="Of">The consent request or task.</param>
public sealed record TimeRunsOut(ISubject Of) : IDomainEvent;
