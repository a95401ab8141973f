using System.Buffers.Binary;

namespace Interdiction.Documents.Drawing;

/// <summary>A JPEG file, put into documents byte for byte. Its orientation tag is not looked at.</summary>
public sealed class JpegImage
{
    const int StartOfImage = 0xFFD8, FirstFrame = 0xC0, LastFrame = 0xCF;

    // Markers between the first and the last frame marker that begin no frame: DHT, JPG, DAC.
    static readonly byte[] NoFrames = [0xC4, 0xC8, 0xCC];

    JpegImage(ReadOnlyMemory<byte> data, int width, int height, int components) =>
        (Data, Width, Height, IsGrey) = (data, width, height, components == 1);

    /// <summary>The file.</summary>
    public ReadOnlyMemory<byte> Data { get; }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    internal bool IsGrey { get; }

    /// <summary>Reads size and colours from the frame header (ITU T.81, B.2.2).</summary>
    /// <exception cref="FormatException">This is no JPEG file, or one in colours other than grey and YCbCr.</exception>
    public static JpegImage From(ReadOnlyMemory<byte> data)
    {
        var bytes = data.Span;
        if (bytes.Length < 4 || BinaryPrimitives.ReadUInt16BigEndian(bytes) != StartOfImage)
            throw new FormatException("This is no JPEG file.");
        for (var at = 2; at + 10 <= bytes.Length && bytes[at] == 0xFF; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]))
        {
            var marker = bytes[at + 1];
            if (marker is < FirstFrame or > LastFrame || NoFrames.Contains(marker)) continue;
            int height = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]), width = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]);
            var components = bytes[at + 9];
            if (bytes[at + 4] != 8 || width == 0 || height == 0 || components is not (1 or 3))
                throw new FormatException("The JPEG file is neither grey nor YCbCr with 8 bits.");
            return new JpegImage(data, width, height, components);
        }

        throw new FormatException("The JPEG file has no frame.");
    }
}
