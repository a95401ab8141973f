namespace Interdiction.Kernel;

/// <summary>
/// Background work that is done again and again while the server runs. What fails once is in the log and is done again at
/// the next tick: a database that is away for a while ends no job, and with it the server.
/// </summary>
abstract class RepeatedJob(TimeSpan pace, TimeProvider clock, ILogger log) : BackgroundService
{
    protected TimeProvider Clock => clock;

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(pace, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await Look(stoppingToken);
            }
#pragma warning disable CA1031 // The database tells of its absence in many ways, and no job knows them all.
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                log.LogError(failure, "{Job} failed; it is done again in {Pace}.", GetType().Name, pace);
            }
    }

    /// <summary>Does it once.</summary>
    internal abstract Task Look(CancellationToken stop);

    /// <summary>Has each its turn, whatever fails for those before it: a record that cannot be worked on holds up no other.</summary>
    /// <exception cref="AggregateException">It failed for some.</exception>
    protected static async Task Each<T>(IEnumerable<T> due, Func<T, Task> act, CancellationToken stop)
    {
        var failures = new List<Exception>();
        foreach (var it in due)
            try
            {
                await act(it);
            }
#pragma warning disable CA1031 // None is lost: all are thrown together when everyone had its turn.
            catch (Exception failure) when (!stop.IsCancellationRequested)
#pragma warning restore CA1031
            {
                failures.Add(failure);
            }
        if (failures.Count > 0)
            throw new AggregateException(failures);
    }
}

static class JobScopes
{
    /// <summary>A scope in which a job acts.</summary>
    /// <param name="partner">The partner on whose record it works; none for what it looks up for all.</param>
    public static AsyncServiceScope For(this IServiceScopeFactory scopes, Job job, string partner = "")
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().Become(job, partner);
        return scope;
    }
}
