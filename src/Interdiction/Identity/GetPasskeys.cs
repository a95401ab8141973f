using System.Buffers.Text;
using Interdiction.Contracts;
using Interdiction.Kernel;
using Microsoft.AspNetCore.Identity;

namespace Interdiction.Identity;

/// <summary>A person sees their passkeys. A machine client has none.</summary>
public sealed record GetPasskeys : IQuery<Page<OwnPasskey>>
{
    public static Permission Needs => Permission.KnowOneself;

    internal sealed class Handler(OwnAccess access, UserManager<Person> people) : IQueryHandler<GetPasskeys, Page<OwnPasskey>>
    {
        public async Task<Result<Page<OwnPasskey>>> Handle(GetPasskeys message, CancellationToken stop)
        {
            var passkeys = await access.Mine() is { } person ? await people.GetPasskeysAsync(person) : [];
            return new Page<OwnPasskey>([.. passkeys.OrderBy(x => x.CreatedAt).Select(x =>
                new OwnPasskey(Base64Url.EncodeToString(x.CredentialId), x.Name ?? "Passkey", x.CreatedAt.ToUniversalTime(), x.IsBackedUp))], null);
        }
    }
}
