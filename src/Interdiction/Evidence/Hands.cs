using System.Collections.Concurrent;

namespace Interdiction.Evidence;

/// <summary>One request at a time has a hand on an upload. Whoever comes back after a broken line is not kept waiting by what is left of it: the newer request ends the older one.</summary>
sealed class Hands
{
    readonly ConcurrentDictionary<Guid, Hand> taken = new();

    public async Task<Hand> Take(Guid id, CancellationToken stop)
    {
        var mine = new Hand(it => taken.TryRemove(KeyValuePair.Create(id, it)));
        while (!taken.TryAdd(id, mine))
            if (taken.TryGetValue(id, out var other))
                await other.Interrupt().WaitAsync(stop);
        return mine;
    }
}

/// <summary>The hand of one request on one upload.</summary>
sealed class Hand(Action<Hand> letGo) : IDisposable
{
    readonly CancellationTokenSource interrupted = new();
    readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Says that the same uploader came anew: what comes here is not waited for any more.</summary>
    public CancellationToken Interrupted => interrupted.Token;

    public Task Interrupt()
    {
        interrupted.Cancel();
        return ended.Task;
    }

    // Nobody but the collector disposes of the source: somebody may be about to cancel it.
    public void Dispose()
    {
        letGo(this);
        ended.SetResult();
    }
}
