using Interdiction.Data;
using Interdiction.Evidence;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Archives;

/// <summary>Destroys all that there is of a case, where nothing keeps it at this moment; stops the destruction where something does. The job alone sends this.</summary>
/// <param name="Id">Id of the destruction.</param>
public sealed record EndCase(Guid Id) : ICommand<Nothing>, IIdempotent
{
    public static Permission Needs => Permission.RunDestructions;

    public IMessage<Nothing> Again(Guid resource) => throw new InvalidOperationException("The job sends no key: nothing is replayed.");

    internal sealed class Handler(InterdictionDb db, Keeping keeping, Caller caller, Envelope envelope, TimeProvider clock) : ICommandHandler<EndCase, Nothing>
    {
        public async Task<Result<Nothing>> Handle(EndCase message, CancellationToken stop)
        {
            var now = clock.Now();
            // Another server may have done it a moment ago, and somebody may have stopped it.
            if (await db.EveryDestruction.SingleOrDefaultAsync(x => x.Id == message.Id && x.State == Contracts.DestructionState.Announced && x.DueAt <= now, stop) is not { } it)
                return Refusal.Conflict("wrongState", "The destruction is not due.");
            envelope.Resource = it.CaseId;
            var @case = await db.EveryCase.SingleAsync(x => x.Id == it.CaseId, stop);
            var remains = await db.RemainsOf(@case, stop);
            if (await keeping.First(@case, remains, stop) is { } obstacle)
                return it.Stop(@case, obstacle, caller, now) is { } refusal ? refusal : Nothing.Answer;

            await db.Destroy(@case, remains, stop);
            db.DestroyedEntries.AddRange(remains.Records.Select(x => new DestroyedEntry
            {
                Id = clock.NewId(),
                DestructionId = it.Id,
                Kind = x.Kind,
                Destroyed = x.Id,
                RecordId = x.Record,
                Revision = x.Revision,
                Number = x.Number,
                Originator = x.Originator,
                Sha256 = x.Sha256,
                Length = x.Length,
            }));
            it.Finish(@case, caller, now);
            envelope.Items = [.. remains.Records.Select(x => x.Id)];
            return Nothing.Answer;
        }
    }
}

/// <summary>Takes the files of a destroyed case out of the store, but for those that came with another attachment too. The job alone sends this.</summary>
/// <param name="Id">Id of the destruction.</param>
public sealed record DestroyFiles(Guid Id) : ICommand<Nothing>, IIdempotent
{
    public static Permission Needs => Permission.RunDestructions;

    public IMessage<Nothing> Again(Guid resource) => throw new InvalidOperationException("The job sends no key: nothing is replayed.");

    internal sealed class Handler(InterdictionDb db, IBlobStore store, Thumbnails thumbnails, Envelope envelope, TimeProvider clock) : ICommandHandler<DestroyFiles, Nothing>
    {
        public async Task<Result<Nothing>> Handle(DestroyFiles message, CancellationToken stop)
        {
            if (await db.EveryDestruction.SingleOrDefaultAsync(x => x.Id == message.Id && x.State == Contracts.DestructionState.Done && x.FilesGoneAt == null, stop) is not { } it)
                return Refusal.Conflict("wrongState", "Its files are gone.");
            envelope.Resource = it.Id;
            var files = await db.FilesOf(it.Id, stop);
            var kept = await db.StillKept(files, stop);
            foreach (var file in files.Where(x => !kept.Contains(x)))
            {
                thumbnails.Drop(file);
                await store.Destroy(file, stop);
            }
            it.FilesGone(clock.Now());
            return Nothing.Answer;
        }
    }
}
