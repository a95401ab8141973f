using FluentValidation;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;

namespace Interdiction.Administration;

/// <summary>An administrator changes a machine client: its name, its duties, its addresses, or its keys. While two keys are named, both are good: that is how one is replaced without a gap.</summary>
public sealed record ChangeClient(Guid Id, ClientChange Change) : ICommand<ClientHead>, IChange<Account>, IAboutAccount, IIdempotent
{
    public static Permission Needs => Permission.AdministerAccounts;

    public AccountKind Kind => AccountKind.Client;

    public IMessage<ClientHead> Again(Guid resource) => new GetClient(resource);

    internal sealed class Validator : AbstractValidator<ChangeClient>
    {
        public Validator() => this.Body(x => x.Change, new ClientChangeValidator());
    }

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope, Charge charge, Registration registration) : ICommandHandler<ChangeClient, ClientHead>
    {
        public async Task<Result<ClientHead>> Handle(ChangeClient message, CancellationToken stop)
        {
            var (it, change) = (db.Loaded<Account>(message), message.Change);
            if (Misfit(await registration.Of(it, stop), change) is { } misfit)
                return Refusal.Invalid(misfit);
            if (await charge.Assign(it, change.Roles, change.Grants, change.Clearance, caller, stop) is { } refusal)
                return refusal;
            it.Rename(change.Name ?? it.Name);
            await registration.Change(it, change.Keys, change.RedirectUris, stop);
            (envelope.Resource, envelope.ETag) = (it.Id, it.ETag);
            return await registration.Of(it, stop);
        }

        /// <summary>A system stays a system and an application stays one, and neither loses its last key.</summary>
        static Fault? Misfit(ClientHead now, ClientChange change)
        {
            var isApplication = now.RedirectUris.Count > 0;
            return change switch
            {
                { Keys: [] } => new("/keys", RuleCodes.Required, "Leave at least one key. To let the client in no more, suspend it."),
                { RedirectUris: [] } when isApplication => new("/redirectUris", RuleCodes.Required, "Leave at least one address. To let the client in no more, suspend it."),
                { RedirectUris.Count: > 0 } when !isApplication => new("/redirectUris", "notHere", "This system acts by itself. Register an application for people apart from it."),
                { Roles.Count: > 0 } when isApplication => new("/roles", "notHere", "This application acts for people, with their roles. Register a system that acts by itself apart from it."),
                { Roles: [] } when !isApplication => new("/roles", RuleCodes.Required, $"Give at least one role: {Code<Role>.List}."),
                _ => null,
            };
        }
    }
}
