namespace Interdiction.Tests.Identity;

/// <summary>The time, some days on.</summary>
sealed class ShiftedClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
