using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace Interdiction.Identity;

/// <summary>The server's own keys, made on the first start and kept below the data folder, readable by its user alone.</summary>
sealed class KeyFolder
{
    public KeyFolder(string path)
    {
        Folder = Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public DirectoryInfo Folder { get; }

    /// <summary>RSA 3072 for signing tokens.</summary>
    public SecurityKey Signing()
    {
        var rsa = RSA.Create(3072);
        if (Read("token-signing.pem") is { } pem)
            rsa.ImportFromPem(pem);
        else
            Write("token-signing.pem", rsa.ExportPkcs8PrivateKeyPem());
        return new RsaSecurityKey(rsa);
    }

    /// <summary>256 bits for encrypting tokens.</summary>
    public SecurityKey Encryption()
    {
        var key = Read("token-encryption.key");
        if (key is null)
            Write("token-encryption.key", key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        return new SymmetricSecurityKey(Convert.FromBase64String(key));
    }

    string? Read(string name) => Path.Combine(Folder.FullName, name) is var path && File.Exists(path) ? File.ReadAllText(path) : null;

    void Write(string name, string text)
    {
        // Whole or not at all: half a key would keep the server from ever starting again.
        var (path, made) = (Path.Combine(Folder.FullName, name), Path.Combine(Folder.FullName, name + ".new"));
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(made, options))
        {
            file.Write(Encoding.ASCII.GetBytes(text));
            file.Flush(flushToDisk: true);
        }
        File.Move(made, path);
    }
}
