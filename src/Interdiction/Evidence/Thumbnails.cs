using SkiaSharp;

namespace Interdiction.Evidence;

/// <summary>
/// Makes thumbnails: upright, small, drawn anew, so that nothing of what the file holds beside its picture is in them. A
/// picture is decoded only where its header says that it is not too large, and one at a time.
/// </summary>
sealed class Thumbnails(EvidenceFolder folder, Vault vault, Settings settings) : IDisposable
{
    public const string MediaType = "image/jpeg";
    const int Edge = 320, Quality = 80;

    static readonly string[] Decoded = ["image/jpeg", "image/png", "image/webp", "image/gif", "image/bmp"];

    readonly SemaphoreSlim one = new(1);

    /// <summary>Width and height that a picture says it has; null for none, and where its header cannot be read.</summary>
    public static SKSizeI? PixelsOf(string path, string type)
    {
        if (!Decoded.Contains(type))
            return null;
        using var codec = SKCodec.Create(path);
        return codec?.Info.Size;
    }

    /// <returns>Where the thumbnail lies; null where there is none to be had of this file.</returns>
    public async Task<string?> Of(string sha256, long length, string type, CancellationToken stop)
    {
        var made = PathOf(sha256);
        if (File.Exists(made))
            return made;
        if (!Decoded.Contains(type))
            return null;
        await one.WaitAsync(stop);
        try
        {
            if (File.Exists(made))
                return made;
            await using var original = await vault.Open(sha256, length, verified: false, stop);
            if (await Draw(original, stop) is not { } drawn)
                return null;
            Directory.CreateDirectory(Path.GetDirectoryName(made)!);
            var begun = $"{made}.{Environment.CurrentManagedThreadId}";
            await File.WriteAllBytesAsync(begun, drawn, stop);
            File.Move(begun, made, overwrite: true);
            return made;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Throws away what was made of a file.</summary>
    public void Drop(string sha256)
    {
        var made = new FileInfo(PathOf(sha256));
        if (made.Exists)
            made.Delete();
    }

    string PathOf(string sha256) => Path.Combine(folder.Thumbnails, sha256[..2], sha256[2..4], $"{sha256}.jpg");

    public void Dispose() => one.Dispose();

    async Task<byte[]?> Draw(Stream original, CancellationToken stop)
    {
        // The decoder reads as it likes, and not asynchronously: what it is given lies in memory, packed as the file is.
        if (original.Length > settings.Evidence.MaxPixels)
            return null;
        var packed = new byte[original.Length];
        await original.ReadExactlyAsync(packed, stop);
        using var data = SKData.CreateCopy(packed);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.Info.Width < 1 || codec.Info.Height < 1)
            return null;
        // A JPEG is decoded at an eighth of its size where that is enough.
        var size = codec.GetScaledDimensions((float)Edge / Math.Max(codec.Info.Width, codec.Info.Height));
        if ((long)size.Width * size.Height > settings.Evidence.MaxPixels)
            return null;
        using var picture = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        if (codec.GetPixels(picture.Info, picture.GetPixels()) is not (SKCodecResult.Success or SKCodecResult.IncompleteInput))
            return null;
        return Shrink(picture, codec.EncodedOrigin);
    }

    static byte[] Shrink(SKBitmap picture, SKEncodedOrigin origin)
    {
        var scale = Math.Min(1f, (float)Edge / Math.Max(picture.Width, picture.Height));
        var (width, height) = (Math.Max(1, (int)Math.Round(picture.Width * scale)), Math.Max(1, (int)Math.Round(picture.Height * scale)));
        var lies = origin >= SKEncodedOrigin.LeftTop;
        using var surface = SKSurface.Create(new SKImageInfo(lies ? height : width, lies ? width : height));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Concat(Upright(origin, width, height));
        using var image = SKImage.FromBitmap(picture);
        surface.Canvas.DrawImage(image, new SKRect(0, 0, width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var drawn = surface.Snapshot();
        using var encoded = drawn.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return encoded.ToArray();
    }

    /// <summary>Turns and mirrors a picture of this size as its camera says (Exif 2.32, Orientation).</summary>
    static SKMatrix Upright(SKEncodedOrigin origin, int width, int height) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
