using System.Security.Cryptography;
using System.Text.Json;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using MediatR;

namespace Interdiction.Pipeline;

/// <summary>Does a command once: the same key, or the same id of a record to make, gets the same record again.</summary>
sealed class Once<TRequest, TResponse>(InterdictionDb db, Messenger messenger, Caller caller, Envelope envelope, TimeProvider clock)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>, IMessage
    where TResponse : IResult<TResponse>
{
    static readonly Refusal KeyMissing = new(RefusalKind.Malformed, "idempotencyKeyMissing",
        "Send Idempotency-Key, a UUID of your own for this command, so that it is done once however often it arrives.");

    static readonly Refusal KeyReused = new(RefusalKind.RuleBroken, "idempotencyKeyReused",
        "This Idempotency-Key came before with another body. Use a new key for a new command.");

    static readonly Refusal IdInUse = Refusal.Conflict("idInUse", "The id is in use already. Choose another.");

    public async Task<TResponse> Handle(TRequest message, CancellationToken stop, RequestHandlerDelegate<TResponse> next)
    {
        if (message is not IReplayed<TResponse> command || message is IIdempotent || envelope.Replayed)
            return await next();
        if (envelope.KeyOf(message) is not { } key)
            return TResponse.Refuse(KeyMissing);

        var hash = Hash(message);
        // An id in the body is asked of the ids alone: it may be the key of another command.
        if (envelope.IdempotencyKey is not null && await db.IdempotencyKeys.FindAsync([caller.Id, key], stop) is { } used)
            return used.Hash.AsSpan().SequenceEqual(hash) ? await Again(used.Resource, byId: false) : TResponse.Refuse(KeyReused);
        if (message is ICreate { Id: { } id } && await db.IssuedIds.FindAsync([id], stop) is { } issued)
        {
            if (issued.Hash is null || !issued.Hash.AsSpan().SequenceEqual(hash))
                return TResponse.Refuse(IdInUse);
            var again = await Again(id, byId: true);
            return again.Refusal?.Kind is RefusalKind.NotFound ? TResponse.Refuse(IdInUse) : again;
        }

        var result = await next();
        if (result.Refusal is null && envelope.Resource is { } resource)
        {
            if (envelope.IdempotencyKey is not null)
                db.IdempotencyKeys.Add(new IdempotencyKey { Caller = caller.Id, Key = key, Hash = hash, Resource = resource, At = clock.Now() });
            if (message is ICreate)
                db.IssuedIds.Add(new IssuedId { Id = resource, Record = resource, Hash = hash });
        }
        return result;

        Task<TResponse> Again(Guid left, bool byId)
        {
            (envelope.Replayed, envelope.ReplayedById, envelope.Resource) = (true, byId, left);
            return messenger.Send(command.Repeat(left), stop);
        }
    }

    static byte[] Hash(TRequest message) => SHA256.HashData([.. System.Text.Encoding.UTF8.GetBytes(typeof(TRequest).Name), .. JsonSerializer.SerializeToUtf8Bytes(message, Json.Compact)]);
}
