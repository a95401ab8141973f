using Interdiction.Kernel;
using Microsoft.Extensions.Logging.Abstractions;

namespace Interdiction.Tests.Pipeline;

/// <summary>What cannot be worked on holds up nothing that can.</summary>
public sealed class RepeatedJobTests
{
    [Fact]
    public async Task Each_has_its_turn_and_all_that_failed_is_told()
    {
        using var job = new Halves([4, 0, 2, 0, 1]);
        var failed = await Assert.ThrowsAsync<AggregateException>(() => job.Look(TestContext.Current.CancellationToken));
        Assert.All(failed.InnerExceptions, x => Assert.IsType<DivideByZeroException>(x));
        Assert.Equal(2, failed.InnerExceptions.Count);
        Assert.Equal([2, 4, 8], job.Done);
    }

    [Fact]
    public async Task When_the_server_stops_nobody_else_has_a_turn()
    {
        using var stop = new CancellationTokenSource();
        using var job = new Halves([4, 0, 2]) { AtZero = stop.Cancel };
        await Assert.ThrowsAsync<DivideByZeroException>(() => job.Look(stop.Token));
        Assert.Equal([2], job.Done);
    }

    sealed class Halves(int[] due) : RepeatedJob(TimeSpan.FromHours(1), TimeProvider.System, NullLogger.Instance)
    {
        public List<int> Done { get; } = [];
        public Action AtZero { get; init; } = () => { };

        internal override Task Look(CancellationToken stop) => Each(due, it =>
        {
            if (it == 0)
                AtZero();
            Done.Add(8 / it);
            return Task.CompletedTask;
        }, stop);
    }
}
