using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Interdiction.Audit;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Identity;
using Interdiction.Kernel;
using Interdiction.Tests.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Interdiction.Tests.Identity;

/// <summary>A server that asks everybody for a second factor, as every deployment does but a demonstration.</summary>
public sealed class StrictServer : IAsyncLifetime
{
    public Server Server { get; } = new() { Settings = { ["SecondFactor"] = "true" } };

    public ValueTask InitializeAsync() => Server.InitializeAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}

/// <summary>Accounts and invitations of people, made where an administrator would make them; and what their devices compute.</summary>
static class People
{
    public const string Password = "kettle harbour velvet";

    extension(Server server)
    {
        /// <summary>A new officer of AUS with an invitation.</summary>
        public async Task<(Account Account, string Path)> Invite(string name = "Robin Reef", Account? again = null)
        {
            await using var scope = server.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<InterdictionDb>();
            var account = again ?? Account.Open(Guid.CreateVersion7(), AccountKind.Person, $"{Guid.CreateVersion7():N}@example.org", name, "AUS",
                new Duties([Role.Officer], [], Classification.Restricted), server.Clock.GetUtcNow());
            if (again is null)
                db.Accounts.Add(account);
            var token = await scope.ServiceProvider.GetRequiredService<Invitations>().Invite(account, default);
            await db.SaveChangesAsync();
            return (account, Invitations.Path(token));
        }

        /// <summary>What the audit says of an account, in order.</summary>
        public Task<List<string>> Audit(Guid account) => server.AsOwner(db => Entries(db.AuditEntries, account).ToListAsync());
    }

    /// <summary>The password that an authenticator app shows (RFC 6238), from the key as people type it.</summary>
    public static string Code(string key, DateTimeOffset at)
    {
        var bits = string.Concat(key.Replace(" ", "", StringComparison.Ordinal).Select(x => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(x, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var secret = bits.Chunk(8).Where(x => x.Length == 8).Select(x => Convert.ToByte(new string(x), 2)).ToArray();
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, at.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350
        var mac = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        return ((BinaryPrimitives.ReadUInt32BigEndian(mac.AsSpan(mac[^1] & 15)) & 0x7fffffff) % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    static IQueryable<string> Entries(IQueryable<AuditEntry> entries, Guid account) =>
        entries.Where(x => x.Actor == account).OrderBy(x => x.At).ThenBy(x => x.Id).Select(x => x.Action + " " + x.Outcome);
}
