using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Interdiction.Identity;

/// <summary>
/// The keys of tokens. A new one is made beside the old one in time, is published first, then signs; the old one goes when
/// nothing that it signed is good any more.
/// </summary>
sealed class TokenKeys(KeyFolder folder, TimeProvider clock)
{
    const string Signing = "token-signing";
    const string Encryption = "token-encryption";

    /// <summary>A key is followed by another after this time.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(90);

    /// <summary>So long a key is published before it signs: whoever keeps our keys has it by then.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(2);

    /// <summary>So long a key is kept after another took its place.</summary>
    public static readonly TimeSpan After = TimeSpan.FromDays(31);

    readonly Lock gate = new();
    string? known;

    /// <summary>Makes what is due and takes away what is over. True where something changed since the last look.</summary>
    public bool Renew()
    {
        lock (gate)
        {
            Renew(Signing, () => RSA.Create(3072).ExportPkcs8PrivateKey());
            Renew(Encryption, () => RandomNumberGenerator.GetBytes(32));
            // A key takes over by mere time: the order is a part of what is looked at.
            var now = string.Join(' ', InOrder(Signing).Concat(InOrder(Encryption)).Select(x => $"{x.Made:O}"));
            var changed = now != known;
            known = now;
            return changed;
        }
    }

    /// <summary>Says which keys there are: the first signs and encrypts, all are published and decrypt.</summary>
    public void AddTo(List<SigningCredentials> signing, List<EncryptingCredentials> encrypting)
    {
        Renew();
        foreach (var (_, key) in InOrder(Signing))
        {
            var rsa = RSA.Create();
            rsa.ImportPkcs8PrivateKey(key, out _);
            signing.Add(new SigningCredentials(new RsaSecurityKey(rsa), SecurityAlgorithms.RsaSha256));
        }
        foreach (var (_, key) in InOrder(Encryption))
            encrypting.Add(new EncryptingCredentials(new SymmetricSecurityKey(key), SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512));
    }

    /// <summary>The keys in the order in which they are used: the one at work, then the others.</summary>
    IEnumerable<(DateTimeOffset Made, byte[] Key)> InOrder(string kind)
    {
        var keys = folder.Of(kind);
        var atWork = keys.FirstOrDefault(x => clock.GetUtcNow() - x.Made >= Ahead, keys[^1]);
        return [atWork, .. keys.Where(x => x.Made != atWork.Made)];
    }

    void Renew(string kind, Func<byte[]> make)
    {
        var now = clock.GetUtcNow();
        if (folder.Of(kind) is not [var newest, ..] || now - newest.Made >= Life)
            folder.Add(kind, now, make());
        var keys = folder.Of(kind);
        foreach (var (before, after) in keys.Skip(1).Zip(keys))
            if (now - after.Made >= Ahead + After)
                folder.Remove(kind, before.Made);
    }
}
