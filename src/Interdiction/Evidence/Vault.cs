using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Interdiction.Evidence;

/// <summary>A kept file is not there any more, or not as it came.</summary>
sealed class DamagedEvidenceException(string message) : Exception(message);

/// <summary>
/// Opens kept files. A file is read whole and compared with its hash before its first byte is given out, so that nobody is
/// ever given what did not come so. Who reads one in pieces waits for that with the first piece, and anew after a while.
/// </summary>
sealed class Vault(IBlobStore store, TimeProvider clock)
{
    static readonly TimeSpan Believed = TimeSpan.FromMinutes(10);

    readonly ConcurrentDictionary<string, long> compared = new();

    /// <param name="verified">True where it may have been compared a while ago.</param>
    /// <exception cref="DamagedEvidenceException">It is not there, or not as it came.</exception>
    public async Task<Stream> Open(string sha256, long length, bool verified, CancellationToken stop)
    {
        var stream = await store.Open(sha256, stop) ?? throw new DamagedEvidenceException($"The file {sha256} is not in the store.");
        try
        {
            if (verified && compared.TryGetValue(sha256, out var at) && clock.GetElapsedTime(at) < Believed)
                return stream;
            if (stream.Length != length || Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, stop)) != sha256)
                throw new DamagedEvidenceException($"The file {sha256} is not as it came.");
            stream.Position = 0;
            Remember(sha256);
            return stream;
        }
        catch
        {
            compared.TryRemove(sha256, out _);
            await stream.DisposeAsync();
            throw;
        }
    }

    void Remember(string sha256)
    {
        foreach (var (old, at) in compared)
            if (clock.GetElapsedTime(at) >= Believed)
                compared.TryRemove(old, out _);
        compared[sha256] = clock.GetTimestamp();
    }
}
