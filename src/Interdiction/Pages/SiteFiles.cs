using System.Security.Cryptography;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Interdiction.Pages;

/// <summary>The stylesheet, icon and application manifest. They lie in the assembly: they are there wherever it is started from.</summary>
static class SiteFiles
{
    static readonly EmbeddedFileProvider Files = new(typeof(SiteFiles).Assembly, "wwwroot");

    /// <summary>Address of the stylesheet; it changes with its content.</summary>
    public static string Stylesheet { get; } = Versioned("site.css");

    public static string Icon { get; } = Versioned("icon.svg");

    public static StaticFileOptions Options => new()
    {
        FileProvider = Files,
        OnPrepareResponse = x => x.Context.Response.Headers[HeaderNames.CacheControl] =
            x.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache",
    };

    static string Versioned(string name)
    {
        using var file = Files.GetFileInfo(name).CreateReadStream();
        return $"/{name}?v={Convert.ToHexStringLower(SHA256.HashData(file).AsSpan(0, 6))}";
    }
}
