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

    /// <summary>Turns the path of a <see cref="JsonException"/>, $.manifest.lines[0]['a.b'], into /manifest/lines/0/a.b. Names stay as they were sent.</summary>
    public static string FromJsonPath(string? path)
    {
        var pointer = new StringBuilder();
        var rest = path is { Length: > 0 } ? path.AsSpan(1) : [];
        while (!rest.IsEmpty)
        {
            var (open, close) = rest.StartsWith("['") ? (2, 2) : rest[0] is '[' ? (1, 1) : (1, 0);
            rest = rest[open..];
            var end = close is 2 ? EndOfQuoted(rest) : rest.IndexOfAny('.', '[', ']') is >= 0 and var next ? next : rest.Length;
            pointer.Append(Of(rest[..end].ToString()));
            rest = rest[Math.Min(end + close, rest.Length)..];
        }
        return pointer.ToString();
    }

    /// <summary>The name of a field as a part of a pointer.</summary>
    public static string Of(string name) => '/' + Escape(name);

    // A name may hold the very characters that end it: it ends where the path goes on or is over.
    static int EndOfQuoted(ReadOnlySpan<char> text)
    {
        for (var i = 0; i + 2 < text.Length; i++)
            if (text[i] is '\'' && text[i + 1] is ']' && text[i + 2] is '.' or '[')
                return i;
        return Math.Max(text.Length - 2, 0);
    }

    static string Escape(string part) => part.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
