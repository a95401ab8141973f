using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Identity;

/// <summary>A person ends a session of their own: a copy of its cookie is good for nothing from then on.</summary>
public sealed record EndSession(Guid Id) : ICommand<Nothing>, IIdempotent
{
    public static Permission Needs => Permission.KeepOwnAccess;

    public IMessage<Nothing> Again(Guid resource) => this;

    internal sealed class Handler(Sessions sessions, Caller caller, Envelope envelope) : ICommandHandler<EndSession, Nothing>
    {
        public async Task<Result<Nothing>> Handle(EndSession message, CancellationToken stop)
        {
            envelope.Resource = message.Id;
            if (!await sessions.Open(caller.Id).AnyAsync(x => x.Id == message.Id, stop))
                return Refusal.NotFound;
            await sessions.End(message.Id, stop);
            return Nothing.Answer;
        }
    }
}
