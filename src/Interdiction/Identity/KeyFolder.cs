using System.Globalization;
using System.Security.Cryptography;

namespace Interdiction.Identity;

/// <summary>The server's own keys below the data folder: encrypted, and readable by its user alone.</summary>
sealed class KeyFolder
{
    const string Ending = ".key";
    const string Moment = "yyyyMMdd'T'HHmmss'Z'";

    readonly KeyEncryption encryption;

    public KeyFolder(string path, KeyEncryption encryption)
    {
        this.encryption = encryption;
        Folder = Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public DirectoryInfo Folder { get; }

    /// <summary>The keys of a kind, the newest first. What an older key of the operator encrypted is encrypted anew.</summary>
    public IReadOnlyList<(DateTimeOffset Made, byte[] Key)> Of(string kind) =>
        [.. Folder.EnumerateFiles($"{kind}-*{Ending}").Select(x => (MomentOf(x, kind), Read(x, kind))).OrderByDescending(x => x.Item1)];

    public void Add(string kind, DateTimeOffset made, byte[] key) => Write(PathOf(kind, made), encryption.Encrypt(key, kind));

    public void Remove(string kind, DateTimeOffset made) => File.Delete(PathOf(kind, made));

    /// <summary>The operator's key where none was set: made on the first start, beside what it encrypts.</summary>
    public static string MakeKey(string path)
    {
        if (!File.Exists(path))
            Write(path, System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))));
        return File.ReadAllText(path);
    }

    byte[] Read(FileInfo file, string kind)
    {
        var secret = File.ReadAllBytes(file.FullName);
        var key = encryption.Decrypt(secret, kind);
        if (encryption.IsOld(secret))
            Write(file.FullName, encryption.Encrypt(key, kind));
        return key;
    }

    string PathOf(string kind, DateTimeOffset made) => Path.Combine(Folder.FullName, $"{kind}-{made.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture)}{Ending}");

    static DateTimeOffset MomentOf(FileInfo file, string kind) =>
        DateTimeOffset.ParseExact(file.Name[(kind.Length + 1)..^Ending.Length], Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    // Whole or not at all: a key that was half written when the power went would stop the next start.
    static void Write(string path, byte[] content)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(path + ".new", options))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }
        File.Move(path + ".new", path, overwrite: true);
    }
}
