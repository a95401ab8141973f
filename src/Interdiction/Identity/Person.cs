using Interdiction.Kernel;
using Microsoft.AspNetCore.Identity;

namespace Interdiction.Identity;

/// <summary>How a person signs in. The account of the same id says who the person is and what they may do.</summary>
public sealed class Person : IdentityUser<Guid>
{
    /// <summary>The person wants no e-mail that something waits.</summary>
    public bool DeclinesMail { get; set; }

    /// <summary>A person who was invited and has no way to sign in yet.</summary>
    public static Person Of(Account account, ILookupNormalizer normalizer) => new()
    {
        Id = account.Id,
        UserName = account.Login,
        NormalizedUserName = normalizer.NormalizeName(account.Login),
        Email = account.Login,
        NormalizedEmail = normalizer.NormalizeEmail(account.Login),
        EmailConfirmed = true,
        LockoutEnabled = true,
        SecurityStamp = Guid.CreateVersion7().ToString("N"),
    };
}
