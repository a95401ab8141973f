using Interdiction.Audit;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Law;
using Interdiction.Search;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Pipeline;

/// <summary>
/// One transaction a message: what the handler changed, what other modules make of it, reader rows, key and audit entry
/// are committed together or not at all. Refusals are audited too, the same for a hidden record as for none.
/// </summary>
sealed class Record<TRequest, TResponse>(InterdictionDb db, ReaderTable readers, Messenger messenger, Caller caller, Envelope envelope, TimeProvider clock)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>, IMessage
    where TResponse : IResult<TResponse>
{
    public async Task<TResponse> Handle(TRequest message, CancellationToken stop, RequestHandlerDelegate<TResponse> next)
    {
        // What touches no content leaves no entry; a replay's answer belongs to the transaction of its command.
        if (TRequest.Needs == Permission.KnowOneself || TRequest.Needs == Permission.ReadReference && message is not IReplayed<TResponse>)
            return await next();
        if (db.IsInTransaction)
        {
            var answer = await next();
            AddEntry(message, answer.Refusal, clock.NewId());
            return answer;
        }

        // One request may send several messages: each says anew which record it is about.
        (envelope.Resource, envelope.ETag, envelope.Stored, envelope.Items) = (null, null, null, []);
        (envelope.Entry, envelope.Printed) = (clock.NewId(), null);
        await using var transaction = await db.Begin(stop);
        var result = await next();
        if (result.Refusal is { } refusal)
            return await Refuse(refusal);
        try
        {
            await Gather(stop);
            if (!envelope.ValidateOnly)
                AddEntry(message, null, envelope.Entry);
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException failure) when (db.IsOvertaken(failure))
        {
            await transaction.DisposeAsync();
            return await Refuse(message is IChange ? Match<TRequest, TResponse>.Stale
                : Refusal.Conflict("changedMeanwhile", "What this builds on was changed at the same moment. Send it again with the same key."));
        }
        catch (DbUpdateException failure) when (db.IsTaken(failure))
        {
            await transaction.DisposeAsync();
            return await Refuse(message is IAboutRow ? Match<TRequest, TResponse>.Stale : Refusal.Conflict("idInUse", "An id in the body is in use already. Choose another."));
        }
        if (envelope.ValidateOnly)
            await transaction.RollbackAsync(stop);
        else
        {
            await transaction.CommitAsync(stop);
            envelope.Stored?.Invoke();
        }
        return result;

        async Task<TResponse> Refuse(Refusal why)
        {
            db.ChangeTracker.Clear();
            if (!envelope.ValidateOnly)
            {
                // What the database refused is rolled back by now: its entry has a transaction of its own.
                await using var own = db.IsInTransaction ? null : await db.Begin(stop);
                AddEntry(message, why, envelope.Entry);
                await db.SaveChangesAsync(stop);
                await (own ?? transaction).CommitAsync(stop);
            }
            return TResponse.Refuse(why);
        }
    }

    async Task Gather(CancellationToken stop)
    {
        while (db.ChangeTracker.Entries<Aggregate>().SelectMany(x => x.Entity.TakeEvents()).ToList() is { Count: > 0 } events)
            foreach (var what in events)
                await messenger.Tell(what, stop);
        if (await readers.Follow(db, stop) is { Count: > 0 } opened)
            await messenger.Tell(new RecordsOpened(opened), stop);
        await SearchTable.Follow(db, stop);
    }

    void AddEntry(TRequest message, Refusal? refusal, Guid id) =>
        db.AuditEntries.AddRange([Entry(id, (message as IAbout)?.Id ?? envelope.Resource, refusal), .. refusal is null ? envelope.Items.Select(x => Entry(clock.NewId(), x, null)) : []]);

    AuditEntry Entry(Guid id, Guid? resource, Refusal? refusal) => new()
    {
        Id = id,
        At = clock.Now(),
        Actor = caller.Id,
        ActorName = caller.Name,
        Partner = caller.Partner,
        Roles = string.Join(' ', caller.Roles.Select(Code<Role>.Of)),
        Action = typeof(TRequest).Name,
        Resource = resource,
        Outcome = refusal?.Code ?? (envelope.Replayed ? "replayed" : "done"),
        Rule = TRequest.Needs.Name,
        RequestId = envelope.RequestId,
        Printed = refusal is null && id == envelope.Entry ? envelope.Printed : null,
    };
}
