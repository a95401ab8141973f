using FluentValidation;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Identity;
using Interdiction.Kernel;
using Interdiction.Pipeline;

namespace Interdiction.Administration;

/// <summary>An administrator changes a person's name, roles, grants, clearance or link with the partner's own server; they count from the person's next request. Nobody changes their own, but for the name.</summary>
public sealed record ChangeUser(Guid Id, UserChange Change) : ICommand<UserHead>, IChange<Account>, IAboutAccount, IIdempotent
{
    public static Permission Needs => Permission.AdministerAccounts;

    public AccountKind Kind => AccountKind.Person;

    public IMessage<UserHead> Again(Guid resource) => new GetUser(resource);

    internal sealed class Validator : AbstractValidator<ChangeUser>
    {
        public Validator() => this.Body(x => x.Change, new UserChangeValidator());
    }

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope, Charge charge, ForeignLinks links, UserHeads heads) : ICommandHandler<ChangeUser, UserHead>
    {
        public async Task<Result<UserHead>> Handle(ChangeUser message, CancellationToken stop)
        {
            var (it, change) = (db.Loaded<Account>(message), message.Change);
            if (await charge.Assign(it, change.Roles, change.Grants, change.Clearance, caller, stop) is { } refusal)
                return refusal;
            if (change.Subject is not null && await links.Set(it, change.Subject, caller.Id, stop) is { } notLinked)
                return notLinked;
            it.Rename(change.Name ?? it.Name);
            (envelope.Resource, envelope.ETag) = (it.Id, it.ETag);
            var head = await heads.Of(it, stop);
            return change.Subject is { } subject ? head with { Subject = ForeignLinks.KeyOf(subject) } : head;
        }
    }
}
