using FluentValidation;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Administration;

/// <summary>
/// An administrator gives a person of the own partner a new invitation: the first one was lost, or a password, passkey or
/// device was. What the person signed in with, and every session and token, ends at once. The answer alone shows the link.
/// </summary>
public sealed record InviteAgain(NewInvitation Invitation) : ICommand<InvitationHead>, ICreate
{
    public static Permission Needs => Permission.AdministerAccounts;

    Guid? ICreate.Id => null;

    public IMessage<InvitationHead> Again(Guid resource) => new GetInvitation(resource);

    internal sealed class Validator : AbstractValidator<InviteAgain>
    {
        public Validator() => this.Body(x => x.Invitation, new NewInvitationValidator());
    }

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope, Links links) : ICommandHandler<InviteAgain, InvitationHead>
    {
        public async Task<Result<InvitationHead>> Handle(InviteAgain message, CancellationToken stop)
        {
            var id = message.Invitation.User!.Value;
            if (await db.Accounts.SingleOrDefaultAsync(x => x.Id == id && x.Kind == AccountKind.Person && x.Partner == caller.Partner, stop) is not { } person)
                return Refusal.Invalid(new Fault("/user", RuleCodes.UnknownReference, "There is no such person of your partner."));
            if (person.Id == caller.Id)
                return Refusal.NotAllowed("Nobody takes away what they are signed in with: ask another administrator.");
            if (person.SuspendedAt is not null)
                return Refusal.Invalid(new Fault("/user", "wrongState", "The account is suspended: let the person in again first."));
            person.ForgetCredentials();
            var made = await links.Invite(person, stop);
            (envelope.Resource, envelope.ETag) = (made.Id, OpenInvitation.TagOf(made.ExpiresAt));
            return made;
        }
    }
}
