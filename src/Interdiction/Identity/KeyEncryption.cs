using System.Security.Cryptography;
using System.Text;

namespace Interdiction.Identity;

/// <summary>
/// Encrypts what lies on disk with the operator's key (AES-256-GCM): whoever has the disk alone has nothing. The first key
/// encrypts; those after it decrypt what was encrypted before the key was changed.
/// </summary>
sealed class KeyEncryption
{
    const int KeyBytes = 32;
    const int NameBytes = 8;

    readonly IReadOnlyList<(byte[] Name, byte[] Key)> keys;

    /// <param name="lines">Keys of 32 bytes in base64, one a line.</param>
    /// <exception cref="InvalidOperationException">There is none, or one has another form.</exception>
    public KeyEncryption(string lines)
    {
        keys = [.. lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Read)];
        if (keys.Count == 0)
            throw Unreadable();
    }

    /// <param name="purpose">What is encrypted; it decrypts for the same purpose only.</param>
    public byte[] Encrypt(byte[] content, string purpose)
    {
        var (name, key) = keys[0];
        using var aes = new AesGcm(key, AesGcm.TagByteSizes.MaxSize);
        var nonce = RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize);
        var (cipher, tag) = (new byte[content.Length], new byte[AesGcm.TagByteSizes.MaxSize]);
        aes.Encrypt(nonce, content, cipher, tag, Encoding.UTF8.GetBytes(purpose));
        return [.. name, .. nonce, .. tag, .. cipher];
    }

    /// <exception cref="InvalidOperationException">It was encrypted with a key that is not there any more.</exception>
    /// <exception cref="CryptographicException">It was altered.</exception>
    public byte[] Decrypt(byte[] secret, string purpose)
    {
        var rest = secret.AsSpan();
        var name = Take(ref rest, NameBytes).ToArray();
        var key = keys.FirstOrDefault(x => x.Name.SequenceEqual(name)).Key
            ?? throw new InvalidOperationException($"The {purpose} was encrypted with another key. Put that key on a line of its own below the one in Interdiction__Key.");
        using var aes = new AesGcm(key, AesGcm.TagByteSizes.MaxSize);
        var nonce = Take(ref rest, AesGcm.NonceByteSizes.MaxSize);
        var tag = Take(ref rest, AesGcm.TagByteSizes.MaxSize);
        var content = new byte[rest.Length];
        aes.Decrypt(nonce, rest, tag, content, Encoding.UTF8.GetBytes(purpose));
        return content;
    }

    /// <summary>True where it was encrypted with a key before the first.</summary>
    public bool IsOld(byte[] secret) => !secret.AsSpan(0, NameBytes).SequenceEqual(keys[0].Name);

    static Span<byte> Take(ref Span<byte> from, int length)
    {
        var taken = from[..length];
        from = from[length..];
        return taken;
    }

    static (byte[], byte[]) Read(string line)
    {
        var key = new byte[KeyBytes + 1];
        return Convert.TryFromBase64String(line, key, out var length) && length == KeyBytes
            ? (SHA256.HashData(key.AsSpan(0, KeyBytes))[..NameBytes], key[..KeyBytes])
            : throw Unreadable();
    }

    static InvalidOperationException Unreadable() =>
        new("Interdiction__Key holds 32 bytes in base64, one key a line. Make one with `openssl rand -base64 32`.");
}
