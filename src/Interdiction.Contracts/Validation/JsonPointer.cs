using System.Text;
using System.Text.Json;

namespace Interdiction.Contracts;

/// <summary>JSON Pointers (RFC 6901) into the documents that travel.</summary>
public static class JsonPointer
{
    /// <summary>Turns a validator's Manifest.Lines[0].Found.Cas into /manifest/lines/0/found/cas; an empty name into the whole document.</summary>
    public static string FromPropertyName(string? name)
    {
        var pointer = new StringBuilder();
        foreach (var part in (name ?? "").Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
            pointer.Append('/').Append(Escape(JsonNamingPolicy.CamelCase.ConvertName(part)));
        return pointer.ToString();
    }

    static string Escape(string part) => part.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
