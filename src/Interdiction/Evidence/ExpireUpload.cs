using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Evidence;

/// <summary>Ends an upload of which nothing more came for long. The expiry alone sends this.</summary>
public sealed record ExpireUpload(Guid Id) : ICommand<Nothing>, IIdempotent
{
    public static Permission Needs => Permission.ExpireUploads;

    public IMessage<Nothing> Again(Guid resource) => throw new InvalidOperationException("The expiry sends no key: nothing is replayed.");

    internal sealed class Handler(InterdictionDb db, Envelope envelope, TimeProvider clock) : ICommandHandler<ExpireUpload, Nothing>
    {
        public async Task<Result<Nothing>> Handle(ExpireUpload message, CancellationToken stop)
        {
            envelope.Resource = message.Id;
            if (await db.ExpiredUploads(clock.Now()).SingleOrDefaultAsync(x => x.Id == message.Id, stop) is not { } it)
                return Refusal.Conflict("wrongState", "The upload goes on, or has ended.");
            db.Uploads.Remove(it);
            return Nothing.Answer;
        }
    }
}
