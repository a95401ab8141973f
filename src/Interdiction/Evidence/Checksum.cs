using System.Security.Cryptography;
using Interdiction.Kernel;

namespace Interdiction.Evidence;

/// <summary>What a client computed from the body that it sends (tus 1.0, Upload-Checksum).</summary>
sealed record Checksum(HashAlgorithmName Algorithm, byte[] Value)
{
    public const string Algorithms = "sha1,sha256";

    public static Refusal Mismatch { get; } = new(RefusalKind.Mismatch, "checksumMismatch", "What arrived is not what was sent: its checksum is another. Nothing of it was kept; send it again.");

    /// <param name="header">Null where the client sent none.</param>
    public static Result<Checksum?> Read(string? header)
    {
        if (header is null)
            return (Checksum?)null;
        var value = new byte[64];
        return header.Split(' ') is [var name, var base64] && Of(name) is { } algorithm && Convert.TryFromBase64String(base64, value, out var length)
            ? new Checksum(algorithm, value[..length])
            : new Refusal(RefusalKind.Malformed, "malformed", $"Upload-Checksum is one of {Algorithms}, a space, and the checksum in base64.");
    }

    public bool Fits(IncrementalHash hash) => CryptographicOperations.FixedTimeEquals(hash.GetHashAndReset(), Value);

    static HashAlgorithmName? Of(string name) => name switch { "sha1" => HashAlgorithmName.SHA1, "sha256" => HashAlgorithmName.SHA256, _ => null };
}
