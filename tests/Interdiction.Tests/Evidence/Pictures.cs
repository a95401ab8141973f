using System.Buffers.Binary;
using System.IO.Compression;
using SkiaSharp;

namespace Interdiction.Tests.Evidence;

/// <summary>Pictures as a camera makes them.</summary>
static class Pictures
{
    /// <summary>Red on its left half, blue on its right one, with or without what a camera writes into it.</summary>
    public static byte[] Jpeg(int width = 640, int height = 480, byte[]? exif = null)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        surface.Canvas.Clear(SKColors.Red);
        using var blue = new SKPaint { Color = SKColors.Blue };
        surface.Canvas.DrawRect(width / 2f, 0, width / 2f, height, blue);
        using var image = surface.Snapshot();
        using var encoded = image.Encode(SKEncodedImageFormat.Jpeg, 90);
        byte[] file = encoded.ToArray();
        if (exif is null)
            return file;
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(2 + 6 + exif.Length));
        return [0xFF, 0xD8, 0xFF, 0xE1, .. length, .. "Exif\0\0"u8, .. exif, .. file[2..]];
    }

    /// <summary>Exif of a photo of Kaohsiung harbour, at 22° 37' 0.12" N, 120° 16' 0.12" E.</summary>
    public static byte[] Exif(int orientation = 1)
    {
        var it = new List<byte>();
        void Short(int x) => it.AddRange([(byte)x, (byte)(x >> 8)]);
        void Long(long x) => it.AddRange([(byte)x, (byte)(x >> 8), (byte)(x >> 16), (byte)(x >> 24)]);
        void Field(int tag, int type, int count, long value) { Short(tag); Short(type); Long(count); Long(value); }
        it.AddRange("II*\0"u8);
        Long(8);
        // Directory at 8 with four fields ends at 62; the others follow it, and then what they point to.
        Short(4);
        Field(0x010F, 2, 6, 200);
        Field(0x0112, 3, 1, orientation);
        Field(0x8769, 4, 1, 62);
        Field(0x8825, 4, 1, 92);
        Long(0);
        Short(2);
        Field(0x9003, 2, 20, 206);
        Field(0x9011, 2, 7, 226);
        Long(0);
        Short(4);
        Field(1, 2, 2, 'N');
        Field(2, 5, 3, 233);
        Field(3, 2, 2, 'E');
        Field(4, 5, 3, 257);
        Long(0);
        it.AddRange(new byte[200 - it.Count]);
        it.AddRange("Kodak\0"u8);
        it.AddRange("2003:08:07 10:20:00\0"u8);
        it.AddRange("+08:00\0"u8);
        foreach (var (value, of) in new[] { (22, 1), (37, 1), (12, 100), (120, 1), (16, 1), (12, 100) })
        {
            Long(value);
            Long(of);
        }
        return [.. it];
    }

    /// <summary>A PNG of this size by its header, with hardly anything behind it.</summary>
    public static byte[] PngThatSaysItIs(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(new byte[100_000]);
        return [0x89, .. "PNG\r\n\x1A\n"u8, .. Chunk("IHDR", header), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    static byte[] Chunk(string name, byte[] data)
    {
        byte[] named = [.. System.Text.Encoding.ASCII.GetBytes(name), .. data];
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc(named));
        return [.. length, .. named, .. sum];
    }

    static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var x in bytes)
        {
            crc ^= x;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB88320;
        }
        return ~crc;
    }
}
