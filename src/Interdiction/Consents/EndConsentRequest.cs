using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Consents;

/// <summary>Ends a consent request whose time has run out: deemed or unanswered, as the flag State's agreement has it. The clock alone sends this.</summary>
public sealed record EndConsentRequest(Guid Id) : ICommand<Nothing>, IIdempotent
{
    public static Permission Needs => Permission.RunConsentClocks;

    public IMessage<Nothing> Again(Guid resource) => throw new InvalidOperationException("The clock sends no key: nothing is replayed.");

    internal sealed class Handler(InterdictionDb db, Envelope envelope, TimeProvider clock) : ICommandHandler<EndConsentRequest, Nothing>
    {
        public async Task<Result<Nothing>> Handle(EndConsentRequest message, CancellationToken stop)
        {
            envelope.Resource = message.Id;
            var now = clock.Now();
            // Another server may have ended it a moment ago, or the flag State answered: then there is nothing to end.
            if (await db.DueRequests(now).SingleOrDefaultAsync(x => x.Id == message.Id, stop) is not { } it)
                return Refusal.Conflict("wrongState", "The request awaits no answer any more.");
            return it.RunOut(now) is { } refusal ? refusal : Nothing.Answer;
        }
    }
}
