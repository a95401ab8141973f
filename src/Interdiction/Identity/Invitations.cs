using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Identity;

/// <summary>Invites the person of an account, and knows an invitation again by its token. There is no other way in for a forgotten password.</summary>
sealed class Invitations(InterdictionDb db, Caller caller, TimeProvider clock)
{
    static readonly TimeSpan Life = TimeSpan.FromHours(72);

    /// <summary>Address of the page that a token opens.</summary>
    public static string Path(string token) => $"/invitations/{token}";

    /// <summary>Makes an invitation, which is saved with the command that asks for it. Earlier ones of the account are good for nothing from then on.</summary>
    /// <returns>The token, which is told once: it is kept as a hash.</returns>
    public async Task<string> Invite(Account account, CancellationToken stop)
    {
        var now = clock.Now();
        foreach (var earlier in await db.Invitations.Where(x => x.AccountId == account.Id && x.UsedAt == null && x.ExpiresAt > now).ToListAsync(stop))
            earlier.ExpiresAt = now;
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        db.Invitations.Add(new Invitation
        {
            Id = clock.NewId(),
            TokenHash = Hash(token),
            AccountId = account.Id,
            CreatedAt = now,
            ExpiresAt = now + Life,
            By = caller.IsKnown ? caller.Id : Guid.Empty,
        });
        return token;
    }

    /// <returns>Null where the token is unknown, used or too old, or the account is suspended.</returns>
    public async Task<Account?> Find(string token, CancellationToken stop)
    {
        var (hash, now) = (Hash(token), clock.Now());
        return await db.Invitations.Where(x => x.TokenHash == hash && x.UsedAt == null && x.ExpiresAt > now)
            .Join(db.Accounts, x => x.AccountId, x => x.Id, (_, account) => account)
            .AsNoTracking().SingleOrDefaultAsync(x => x.SuspendedAt == null, stop);
    }

    /// <summary>Uses the invitation up; of two who come at once one gets it.</summary>
    /// <returns>False where it is not good any more.</returns>
    public async Task<bool> Redeem(string token, CancellationToken stop)
    {
        var (hash, now) = (Hash(token), clock.Now());
        return await db.Invitations.Where(x => x.TokenHash == hash && x.UsedAt == null && x.ExpiresAt > now)
            .ExecuteUpdateAsync(x => x.SetProperty(y => y.UsedAt, now), stop) == 1;
    }

    static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
