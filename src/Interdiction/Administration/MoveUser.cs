using FluentValidation;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;

namespace Interdiction.Administration;

/// <summary>An administrator suspends a person, whose sessions and tokens end at once, or lets them in again. Nobody suspends themselves, and the last administrator of a partner stays.</summary>
public sealed record MoveUser(Guid Id, AccountTransition Transition) : ICommand<UserHead>, IChange<Account>, IAboutAccount
{
    public static Permission Needs => Permission.AdministerAccounts;

    public AccountKind Kind => AccountKind.Person;

    public IMessage<UserHead> Again(Guid resource) => new GetUser(resource);

    internal sealed class Validator : AbstractValidator<MoveUser>
    {
        public Validator() => this.Body(x => x.Transition, new AccountTransitionValidator());
    }

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope, Charge charge, UserHeads heads) : ICommandHandler<MoveUser, UserHead>
    {
        public async Task<Result<UserHead>> Handle(MoveUser message, CancellationToken stop)
        {
            var it = db.Loaded<Account>(message);
            if (await charge.Move(it, message.Transition.To!.Value, caller, stop) is { } refusal)
                return refusal;
            (envelope.Resource, envelope.ETag) = (it.Id, it.ETag);
            return await heads.Of(it, stop);
        }
    }
}
