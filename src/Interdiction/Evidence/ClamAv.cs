using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Interdiction.Evidence;

/// <summary>A ClamAV daemon elsewhere (clamd, INSTREAM).</summary>
sealed class ClamAv(string address)
{
    const int Piece = 64 << 10;

    /// <returns>Name of what it found; null for nothing.</returns>
    /// <exception cref="IOException">It could not scan it.</exception>
    public async Task<string?> Scan(Stream file, CancellationToken stop)
    {
        using var client = new TcpClient();
        var colon = address.LastIndexOf(':');
        await client.ConnectAsync(address[..colon], int.Parse(address[(colon + 1)..], System.Globalization.CultureInfo.InvariantCulture), stop);
        await using var line = client.GetStream();
        await line.WriteAsync("zINSTREAM\0"u8.ToArray(), stop);
        var piece = new byte[4 + Piece];
        int read;
        do
        {
            read = await file.ReadAsync(piece.AsMemory(4), stop);
            BinaryPrimitives.WriteInt32BigEndian(piece, read);
            await line.WriteAsync(piece.AsMemory(0, 4 + read), stop);
        }
        while (read > 0);
        using var reader = new StreamReader(line, Encoding.UTF8);
        var answer = (await reader.ReadToEndAsync(stop)).TrimEnd('\0', '\n');
        // "stream: OK", or "stream: Win.Test.EICAR_HDB-1 FOUND".
        return answer == "stream: OK" ? null
            : answer.StartsWith("stream: ", StringComparison.Ordinal) && answer.EndsWith(" FOUND", StringComparison.Ordinal) ? answer[8..^6]
            : throw new IOException($"clamd answered: {answer}");
    }
}
