using System.Collections.Concurrent;

namespace Interdiction.Http;

/// <summary>Counts what each one asked in the running minute. With the minute all counts go, so that nothing grows.</summary>
sealed class Quota(TimeProvider clock)
{
    public const int Seconds = 60;

    Minute minute = new(0);

    /// <summary>Counts one request. Left is below zero where it is one too many.</summary>
    public (int Left, int SecondsToNext) Take(string who, int limit)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var running = minute;
        if (running.Number != now / Seconds)
        {
            var next = new Minute(now / Seconds);
            // Of two that see the new minute at once, one begins it.
            running = Interlocked.CompareExchange(ref minute, next, running) == running ? next : minute;
        }
        var used = running.Counts.AddOrUpdate(who, 1, (_, count) => count + 1);
        return (limit - used, (int)(Seconds - now % Seconds));
    }

    sealed record Minute(long Number)
    {
        public ConcurrentDictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);
    }
}
