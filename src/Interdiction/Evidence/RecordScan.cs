using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Evidence;

/// <summary>Says what the scanner found in an attachment that waits for it. The scan alone sends this.</summary>
/// <param name="Finding">Null for nothing.</param>
public sealed record RecordScan(Guid Id, string? Finding) : ICommand<Nothing>, IIdempotent
{
    public static Permission Needs => Permission.ScanEvidence;

    public IMessage<Nothing> Again(Guid resource) => throw new InvalidOperationException("The scan sends no key: nothing is replayed.");

    internal sealed class Handler(InterdictionDb db, Envelope envelope) : ICommandHandler<RecordScan, Nothing>
    {
        public async Task<Result<Nothing>> Handle(RecordScan message, CancellationToken stop)
        {
            envelope.Resource = message.Id;
            // Another server may have had it scanned a moment ago.
            if (await db.UnscannedAttachments.SingleOrDefaultAsync(x => x.Id == message.Id, stop) is not { } it)
                return Refusal.Conflict("wrongState", "The attachment waits for no scan any more.");
            it.Scanned(message.Finding);
            return Nothing.Answer;
        }
    }
}
