using System.IO.Compression;
using System.Reflection;

namespace Interdiction.Identity;

/// <summary>Passwords that leaks have shown to be common; see the folder of the same name for where they come from.</summary>
static class CommonPasswords
{
    static readonly Lazy<HashSet<string>> List = new(Read);

    /// <summary>True for one of the list, also where it stands twice, or with digits and signs around it.</summary>
    public static bool Holds(string password)
    {
        var lower = password.ToLowerInvariant();
        var half = lower[..(lower.Length / 2)];
        return List.Value.Contains(lower)
            || List.Value.Contains(lower.Trim([.. lower.Where(x => !char.IsLetter(x))]))
            || half + half == lower && List.Value.Contains(half);
    }

    static HashSet<string> Read()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("CommonPasswords/common-passwords.txt.gz")!;
        using var text = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        return [.. text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
