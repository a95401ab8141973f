namespace Interdiction.Evidence;

/// <summary>Files below the data folder, two folders deep by the first digits of their hash.</summary>
sealed class DiskStore(EvidenceFolder folder) : IBlobStore
{
    // It lies on the same disk, and was flushed to it: to take its place it is but renamed, and is there whole or not at all.
    public Task Keep(string sha256, string file, CancellationToken stop)
    {
        var kept = PathOf(sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
        if (File.Exists(kept))
        {
            File.Delete(file);
            return Task.CompletedTask;
        }
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        File.Move(file, kept, overwrite: false);
        return Task.CompletedTask;
    }

    public Task<Stream?> Open(string sha256, CancellationToken stop) =>
        Task.FromResult<Stream?>(File.Exists(PathOf(sha256)) ? new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.Asynchronous) : null);

    public Task Destroy(string sha256, CancellationToken stop)
    {
        var kept = new FileInfo(PathOf(sha256));
        if (kept.Exists)
            kept.Delete();
        return Task.CompletedTask;
    }

    string PathOf(string sha256) => Path.Combine(folder.Blobs, sha256[..2], sha256[2..4], sha256);
}

/// <summary>Where files lie below the data folder: those that are kept, those on their way, and thumbnails, which can be made anew.</summary>
sealed class EvidenceFolder(Settings settings)
{
    readonly string root = Path.Combine(settings.DataFolder, "evidence");

    public string Blobs => Path.Combine(root, "blobs");
    public string Uploads => Directory.CreateDirectory(Path.Combine(root, "uploads")).FullName;
    public string Thumbnails => Path.Combine(root, "thumbnails");
}
