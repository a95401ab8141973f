using FluentValidation;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Identity;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Administration;

/// <summary>An administrator invites a person of the own partner. The answer alone shows the link by which the person, once, sets how they sign in.</summary>
public sealed record InviteUser(NewUser User) : ICommand<UserHead>, ICreate
{
    public static Permission Needs => Permission.AdministerAccounts;

    public Guid? Id => User.Id;

    public IMessage<UserHead> Again(Guid resource) => new GetUser(resource);

    internal sealed class Validator : AbstractValidator<InviteUser>
    {
        public Validator() => this.Body(x => x.User, new NewUserValidator());
    }

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope, Charge charge, Links links, ILookupNormalizer normalizer, TimeProvider clock)
        : ICommandHandler<InviteUser, UserHead>
    {
        public async Task<Result<UserHead>> Handle(InviteUser message, CancellationToken stop)
        {
            var asked = message.User;
            var duties = new Duties(asked.Roles, asked.Grants, asked.Clearance);
            if (charge.Check(duties) is { } refusal)
                return refusal;
            var (email, normalized) = (asked.Email!.Trim(), normalizer.NormalizeEmail(asked.Email!.Trim()));
            if (await db.Users.AnyAsync(x => x.NormalizedEmail == normalized, stop))
                return Refusal.Invalid(new Fault("/email", RuleCodes.Duplicate, "Somebody signs in with this address already. Give another."));

            var account = Account.Open(asked.Id ?? clock.NewId(), AccountKind.Person, email, asked.Name!, caller.Partner, duties, clock.Now());
            db.Accounts.Add(account);
            db.Users.Add(Person.Of(account, normalizer));
            (envelope.Resource, envelope.ETag) = (account.Id, account.ETag);
            return UserHeads.Of(account, await links.Invite(account, stop));
        }
    }
}
