using System.IO.Compression;
using System.Net;

namespace Interdiction.Tests.Http;

/// <summary>Bodies as they come over thin links.</summary>
static class Packing
{
    public static HttpContent Pack(byte[] bytes, string encoding)
    {
        using var packed = new MemoryStream();
        using (Stream packer = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            _ => new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true),
        })
            packer.Write(bytes);
        var content = new ByteArrayContent(packed.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        return content;
    }
}

/// <summary>A body that does not say how long it is.</summary>
sealed class Chunks : HttpContent
{
    readonly byte[] bytes;

    public Chunks(byte[] bytes)
    {
        this.bytes = bytes;
        Headers.TryAddWithoutValidation("Content-Type", "application/json");
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        for (var sent = 0; sent < bytes.Length; sent += 100_000)
            await stream.WriteAsync(bytes.AsMemory(sent, Math.Min(100_000, bytes.Length - sent)));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
