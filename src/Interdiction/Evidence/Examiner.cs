using System.Security.Cryptography;

namespace Interdiction.Evidence;

/// <summary>Finds out about a file that is whole: its hash, what it is, and what a camera wrote into it. Nothing of it is decoded.</summary>
static class Examiner
{
    /// <summary>Exif stands at the beginning of a photo, in 64 kB at most.</summary>
    const int CameraHead = 256 << 10;

    /// <param name="sha256">Where it was computed while the file came; null where not.</param>
    public static async Task<Examination> Examine(string path, string? sha256)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan);
        sha256 ??= Convert.ToHexStringLower(await SHA256.HashDataAsync(file));
        file.Position = 0;
        var head = new byte[Math.Min(CameraHead, file.Length)];
        await file.ReadExactlyAsync(head);
        var type = FileTypes.Of(head.AsSpan(0, Math.Min(FileTypes.Head, head.Length)), () => File.OpenRead(path));
        var pixels = Thumbnails.PixelsOf(path, type);
        return new Examination(sha256, type, pixels?.Width, pixels?.Height, ExifReader.Read(head, type));
    }
}
