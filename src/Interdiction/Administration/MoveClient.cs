using FluentValidation;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;

namespace Interdiction.Administration;

/// <summary>An administrator suspends a machine client, whose tokens end at once, those of people who use it too; or lets it in again. No client suspends itself.</summary>
public sealed record MoveClient(Guid Id, AccountTransition Transition) : ICommand<ClientHead>, IChange<Account>, IAboutAccount
{
    public static Permission Needs => Permission.AdministerAccounts;

    public AccountKind Kind => AccountKind.Client;

    public IMessage<ClientHead> Again(Guid resource) => new GetClient(resource);

    internal sealed class Validator : AbstractValidator<MoveClient>
    {
        public Validator() => this.Body(x => x.Transition, new AccountTransitionValidator());
    }

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope, Charge charge, Registration registration) : ICommandHandler<MoveClient, ClientHead>
    {
        public async Task<Result<ClientHead>> Handle(MoveClient message, CancellationToken stop)
        {
            var it = db.Loaded<Account>(message);
            if (await charge.Move(it, message.Transition.To!.Value, caller, stop) is { } refusal)
                return refusal;
            (envelope.Resource, envelope.ETag) = (it.Id, it.ETag);
            return await registration.Of(it, stop);
        }
    }
}
