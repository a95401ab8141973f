using System.Text;
using System.Text.Json;
using Interdiction.Contracts;
using Interdiction.Kernel;

namespace Interdiction.Evidence;

/// <summary>Reads the header Upload-Metadata (tus 1.0): keys, each with a value in base64, separated by commas. What is not known here is passed over.</summary>
static class UploadMetadata
{
    const int Longest = 16_384;

    /// <summary>The file to come, and the id of the record that it is for.</summary>
    public static Result<(Guid Record, NewAttachment File)> Read(string header, long length)
    {
        if (header.Length > Longest)
            return Bad($"it is longer than {Longest} characters.");
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length > 2 || Decode(parts.ElementAtOrDefault(1) ?? "") is not { } value)
                return Bad($"the value of {Short(parts[0])} is no text in base64.");
            if (!values.TryAdd(parts[0], value))
                return Bad($"the key {Short(parts[0])} stands twice.");
        }
        if (!Guid.TryParse(Of("record") ?? Of("recordId"), out var record))
            return Bad("give the key record: the id of a case, a boarding report or an exhibit.");
        try
        {
            return (record, new NewAttachment
            {
                Name = Of("filename")?.Split('/', '\\')[^1].Trim() is { Length: > 0 } name ? name : null,
                DeclaredType = Of("filetype") is { Length: > 0 } type ? type : null,
                Sha256 = Of("sha256")?.ToLowerInvariant(),
                Length = length,
                Marking = Of("marking") is { } marking ? JsonSerializer.Deserialize<Marking>(marking, Json.Options)
                    : Of("classification") is null && Of("releasableTo") is null ? null : MarkingOf(Of("classification"), Of("releasableTo")),
            });
        }
        catch (UnknownCodeException unknown)
        {
            return Refusal.Invalid(new Fault("/marking" + unknown.Pointer, "unknownCode", unknown.Message));
        }
        catch (JsonException)
        {
            return Bad("the value of marking is not the JSON of a marking.");
        }

        string? Of(string key) => values.GetValueOrDefault(key);
    }

    static Marking? MarkingOf(string? classification, string? releasableTo) => JsonSerializer.Deserialize<Marking>(JsonSerializer.Serialize(new
    {
        classification,
        releasableTo = releasableTo?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
    }), Json.Options);

    /// <returns>Null where it is not base64 of UTF-8, or holds a control character.</returns>
    static string? Decode(string value)
    {
        try
        {
            return TextConverter.Clean(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Convert.FromBase64String(value)));
        }
        catch (Exception broken) when (broken is FormatException or ArgumentException)
        {
            return null;
        }
    }

    static string Short(string key) => key.Length <= 40 && key.All(char.IsAsciiLetterOrDigit) ? $"'{key}'" : "a key";

    static Refusal Bad(string detail) => new(RefusalKind.Malformed, "malformed", $"The header Upload-Metadata cannot be read: {detail}");
}
