namespace Interdiction.Kernel;

public static class Clock
{
    extension(TimeProvider clock)
    {
        /// <summary>UTC in whole milliseconds, which every database keeps exactly.</summary>
        public DateTimeOffset Now()
        {
            var now = clock.GetUtcNow();
            return new DateTimeOffset(now.Ticks - now.Ticks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
        }

        /// <summary>A UUID version 7 of this moment.</summary>
        public Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());
    }
}
