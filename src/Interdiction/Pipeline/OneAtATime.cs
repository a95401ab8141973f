using System.Collections.Concurrent;
using Interdiction.Kernel;
using MediatR;

namespace Interdiction.Pipeline;

/// <summary>Refuses a command whose key is being worked on at this moment.</summary>
sealed class OneAtATime<TRequest, TResponse>(Caller caller, Envelope envelope, RunningCommands running) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>, IMessage
    where TResponse : IResult<TResponse>
{
    public async Task<TResponse> Handle(TRequest message, CancellationToken stop, RequestHandlerDelegate<TResponse> next)
    {
        // A command that answers its own replay runs under the key that its first sending holds.
        if (envelope.Replayed || envelope.KeyOf(message) is not { } key || message is not IReplayed<TResponse>)
            return await next();
        if (!running.TryBegin(caller.Id, key))
            return TResponse.Refuse(Refusal.Conflict("stillRunning", "A command with this key is still running. Ask again in a moment with the same key."));
        try
        {
            return await next();
        }
        finally
        {
            running.End(caller.Id, key);
        }
    }
}

/// <summary>The keys that this process is working on.</summary>
sealed class RunningCommands
{
    readonly ConcurrentDictionary<(Guid Caller, Guid Key), bool> keys = new();

    public bool TryBegin(Guid caller, Guid key) => keys.TryAdd((caller, key), true);

    public void End(Guid caller, Guid key) => keys.TryRemove((caller, key), out _);
}

static class EnvelopeKey
{
    extension(Envelope envelope)
    {
        /// <summary>The command's key: the client's own, or else the id of the record that it makes.</summary>
        public Guid? KeyOf(IMessage message) => envelope.IdempotencyKey ?? (message as ICreate)?.Id;
    }
}
