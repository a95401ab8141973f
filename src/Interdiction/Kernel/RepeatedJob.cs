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
}
