using System.Buffers.Text;
using System.Security.Cryptography;
using FluentValidation;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;

namespace Interdiction.Administration;

/// <summary>
/// An administrator registers a system of the own partner that acts by itself, or an application in which the partner's
/// people sign in. It proves who it is by a public key or a certificate; a demonstration gives a secret where it has none.
/// </summary>
public sealed record RegisterClient(NewClient Client) : ICommand<ClientHead>, ICreate
{
    public static Permission Needs => Permission.AdministerAccounts;

    public Guid? Id => Client.Id;

    public IMessage<ClientHead> Again(Guid resource) => new GetClient(resource);

    internal sealed class Validator : AbstractValidator<RegisterClient>
    {
        public Validator() => this.Body(x => x.Client, new NewClientValidator());
    }

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope, Settings settings, Charge charge, Registration registration, TimeProvider clock)
        : ICommandHandler<RegisterClient, ClientHead>
    {
        public async Task<Result<ClientHead>> Handle(RegisterClient message, CancellationToken stop)
        {
            var asked = message.Client;
            var duties = new Duties(asked.Roles, asked.Grants, asked.Clearance);
            if (charge.Check(duties) is { } refusal)
                return refusal;
            var isSecret = asked.Keys.Count == 0 && asked.RedirectUris.Count == 0 && settings.Demo;
            if (asked.Keys.Count == 0 && !isSecret)
                return Refusal.Invalid(new Fault("/keys", RuleCodes.Required, "Give at least one public key or certificate by which the client proves who it is."));

            var id = asked.Id ?? clock.NewId();
            // Nobody chooses a client_id: a choice would tell which other partners took.
            var account = Account.Open(id, AccountKind.Client, $"{id}", asked.Name!, caller.Partner, duties, clock.Now());
            db.Accounts.Add(account);
            var secret = isSecret ? Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)) : null;
            await registration.Open(account, asked.Keys, asked.RedirectUris, secret, stop);
            (envelope.Resource, envelope.ETag) = (account.Id, account.ETag);
            return await registration.Of(account, stop) with { Secret = envelope.ValidateOnly ? null : secret };
        }
    }
}
