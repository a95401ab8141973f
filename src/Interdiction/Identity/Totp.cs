using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Interdiction.Identity;

/// <summary>Time-based one-time passwords (RFC 6238) as every authenticator app makes them: SHA-1, six digits, thirty seconds.</summary>
static class Totp
{
    const int Period = 30;
    const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>160 bits, as RFC 4226 recommends; a multiple of five, so that its text needs no padding.</summary>
    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(20);

    /// <summary>The key as people type it (RFC 4648, base 32).</summary>
    public static string Text(byte[] key)
    {
        var text = new StringBuilder();
        var (held, bits) = (0, 0);
        foreach (var each in key)
        {
            (held, bits) = (held << 8 | each, bits + 8);
            for (; bits >= 5; bits -= 5)
                text.Append(Base32[held >> bits - 5 & 31]);
            held &= (1 << bits) - 1;
        }
        return text.ToString();
    }

    /// <summary>What the square code holds.</summary>
    public static string Address(byte[] key, string login) =>
        $"otpauth://totp/Interdiction:{Uri.EscapeDataString(login)}?secret={Text(key)}&issuer=Interdiction";

    /// <summary>The step whose password this is: the present one, or its neighbours, for clocks that differ.</summary>
    /// <returns>Null where it is none of them.</returns>
    public static long? StepOf(byte[] key, string password, DateTimeOffset now)
    {
        var present = now.ToUnixTimeSeconds() / Period;
        long? found = null;
        for (var step = present - 1; step <= present + 1; step++)
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Password(key, step)), Encoding.UTF8.GetBytes(password)))
                found = step;
        return found;
    }

    public static string Password(byte[] key, DateTimeOffset at) => Password(key, at.ToUnixTimeSeconds() / Period);

    static string Password(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The apps know SHA-1; an HMAC does not need collision resistance.
        var mac = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var truncated = BinaryPrimitives.ReadInt32BigEndian(mac.AsSpan(mac[^1] & 15, 4)) & int.MaxValue;
        return (truncated % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
