using Interdiction.Cases;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.CaseLinks;

/// <summary>The lead of a case says that another case does not belong with it after all. Neither case is changed by that.</summary>
public sealed record UnlinkCases(Guid Id, Guid Other) : ICommand<Nothing>, IChange<Case>, IIdempotent
{
    public static Permission Needs => Permission.LinkCases;

    public IMessage<Nothing> Again(Guid resource) => throw new InvalidOperationException("Unlinking is idempotent: it is never replayed by a key.");

    internal sealed class Handler(InterdictionDb db, Envelope envelope) : ICommandHandler<UnlinkCases, Nothing>
    {
        public async Task<Result<Nothing>> Handle(UnlinkCases message, CancellationToken stop)
        {
            var it = db.Loaded(message);
            if (await db.LinkOf(it.Id, message.Other).SingleOrDefaultAsync(stop) is not { } link)
                return Refusal.NotFound;
            db.CaseLinks.Remove(link);
            (envelope.Resource, envelope.ETag) = (it.Id, it.ETag);
            return Nothing.Answer;
        }
    }
}
