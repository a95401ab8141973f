using System.Buffers.Text;
using Interdiction.Kernel;
using Microsoft.AspNetCore.Identity;

namespace Interdiction.Identity;

/// <summary>A person takes one of their passkeys out of use; their other sessions end. The last way in stays.</summary>
public sealed record RemovePasskey(string Id) : ICommand<Nothing>, IIdempotent, IStepUp
{
    public static Permission Needs => Permission.KeepOwnAccess;

    public IMessage<Nothing> Again(Guid resource) => this;

    internal sealed class Handler(OwnAccess access, UserManager<Person> people, Authenticators authenticators) : ICommandHandler<RemovePasskey, Nothing>
    {
        public async Task<Result<Nothing>> Handle(RemovePasskey message, CancellationToken stop)
        {
            if (!Base64Url.IsValid(message.Id) || await access.Mine() is not { } person || await people.GetPasskeyAsync(person, Base64Url.DecodeFromChars(message.Id)) is not { } passkey)
                return Refusal.NotFound;
            var left = (await people.GetPasskeysAsync(person)).Count - 1;
            if (!access.GetsInWith(person, left, await authenticators.Has(person.Id, stop)))
                return OwnAccess.LastWayIn;
            var removed = await people.RemovePasskeyAsync(person, passkey.CredentialId);
            if (!removed.Succeeded)
                throw new InvalidOperationException(string.Join(' ', removed.Errors.Select(x => x.Description)));
            await access.End(person, stop);
            return Nothing.Answer;
        }
    }
}
