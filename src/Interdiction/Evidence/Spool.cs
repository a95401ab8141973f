using System.Buffers;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Connections;

namespace Interdiction.Evidence;

/// <summary>Files on their way, as far as they have come. How far that is says the database; what lies beyond it here was never acknowledged.</summary>
sealed class Spool(EvidenceFolder folder, TimeProvider clock)
{
    const int Block = 1 << 18;

    /// <summary>After so much, or so long, what has come is put on record, so that a server that falls over costs no more.</summary>
    const long Segment = 32 << 20;
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public string PathOf(Guid id) => Path.Combine(folder.Uploads, id.ToString("N"));

    public bool Holds(Guid id) => File.Exists(PathOf(id));

    public void Drop(Guid id) => File.Delete(PathOf(id));

    /// <summary>Writes what comes to its place and flushes it to the disk. Where the line breaks, what had come by then is kept.</summary>
    /// <param name="most">Bytes that are still to come.</param>
    /// <param name="inPieces">False: all of the body is one piece.</param>
    /// <param name="hashes">Of what is written.</param>
    public async Task<Arrived> Write(Guid id, long offset, long most, Stream body, bool inPieces, IReadOnlyList<IncrementalHash> hashes, CancellationToken stop)
    {
        var (buffer, begun) = (ArrayPool<byte>.Shared.Rent(Block), clock.GetTimestamp());
        await using var file = new FileStream(PathOf(id), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 0);
        var (came, how) = (0L, Ending.OfPiece);
        try
        {
            file.SetLength(offset);
            file.Position = offset;
            while (how is Ending.OfPiece && !(inPieces && (came >= Segment || clock.GetElapsedTime(begun) > Longest)))
            {
                var (read, broken) = await Read(body, buffer, stop);
                if (came + read > most)
                    return new Arrived(0, Ending.TooMuch);
                foreach (var hash in hashes)
                    hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), CancellationToken.None);
                came += read;
                how = broken ? Ending.OfLine : read == 0 ? Ending.OfBody : Ending.OfPiece;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
        file.Flush(flushToDisk: true);
        return new Arrived(came, how);
    }

    static async Task<(int Read, bool Broken)> Read(Stream body, byte[] buffer, CancellationToken stop)
    {
        try
        {
            return (await body.ReadAsync(buffer.AsMemory(0, Block), stop), false);
        }
        // Or the body was packed, and cannot be unpacked any further.
        catch (Exception failure) when (failure is OperationCanceledException or BadHttpRequestException or ConnectionResetException or InvalidDataException or InvalidOperationException)
        {
            return (0, true);
        }
    }
}

/// <summary>Why reading ended: a piece was enough, the body ended, the line broke or the same uploader came anew, or there is more than the upload has.</summary>
enum Ending { OfPiece, OfBody, OfLine, TooMuch }

/// <summary>What came of a body.</summary>
readonly record struct Arrived(long Bytes, Ending How);
