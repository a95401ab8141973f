using Interdiction.Data;
using Interdiction.Kernel;

namespace Interdiction.Administration;

/// <summary>An administrator takes a deputy's acts back; it counts at once.</summary>
public sealed record WithdrawDeputy(Guid Id) : ICommand<Nothing>, IChange<Deputy>, IIdempotent
{
    public static Permission Needs => Permission.NameDeputies;

    public IMessage<Nothing> Again(Guid resource) => this;

    internal sealed class Handler(InterdictionDb db) : ICommandHandler<WithdrawDeputy, Nothing>
    {
        public Task<Result<Nothing>> Handle(WithdrawDeputy message, CancellationToken stop)
        {
            db.Deputies.Remove(db.Loaded(message));
            return Task.FromResult<Result<Nothing>>(Nothing.Answer);
        }
    }
}
