using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Identity;

/// <summary>Ends sessions and tokens of an account at once, and where its person is invited anew also password, passkeys, codes and the link with a partner's server.</summary>
internal sealed class EndAccess(InterdictionDb db, Tokens tokens, Sessions sessions, Authenticators authenticators, RecoveryCodes codes) : IDomainEventHandler<AccessEnded>
{
    public async Task Handle(AccessEnded what, CancellationToken stop)
    {
        var id = what.Account.Id;
        await tokens.End(what.Account, stop);
        await sessions.EndAll(id, null, stop);
        if (!what.WithCredentials || await db.Users.SingleOrDefaultAsync(x => x.Id == id, stop) is not { } person)
            return;
        (person.PasswordHash, person.TwoFactorEnabled, person.LockoutEnd, person.AccessFailedCount) = (null, false, null, 0);
        (person.SecurityStamp, person.ConcurrencyStamp) = (Guid.CreateVersion7().ToString("N"), Guid.CreateVersion7().ToString());
        await authenticators.Remove(id, stop);
        await codes.Remove(id, stop);
        db.UserLogins.RemoveRange(await db.UserLogins.Where(x => x.UserId == id).ToListAsync(stop));
        db.UserTokens.RemoveRange(await db.UserTokens.Where(x => x.UserId == id).ToListAsync(stop));
        var passkeys = db.Set<IdentityUserPasskey<Guid>>();
        passkeys.RemoveRange(await passkeys.Where(x => x.UserId == id).ToListAsync(stop));
    }
}
