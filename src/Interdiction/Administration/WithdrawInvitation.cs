using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Administration;

/// <summary>An administrator takes an invitation back: its link is good for nothing from then on. The account stays.</summary>
public sealed record WithdrawInvitation(Guid Id) : ICommand<Nothing>, IChange<OpenInvitation>, IIdempotent
{
    public static Permission Needs => Permission.AdministerAccounts;

    public IMessage<Nothing> Again(Guid resource) => this;

    internal sealed class Handler(InterdictionDb db, TimeProvider clock) : ICommandHandler<WithdrawInvitation, Nothing>
    {
        public async Task<Result<Nothing>> Handle(WithdrawInvitation message, CancellationToken stop)
        {
            (await db.Invitations.SingleAsync(x => x.Id == message.Id, stop)).ExpiresAt = clock.Now();
            return Nothing.Answer;
        }
    }
}
