using System.Security.Cryptography;
using System.Text.Json;

namespace Interdiction.Contracts.Reference;

/// <summary>A table as it is served: its name in the API, its rows ready to be written as JSON, and a hash of them for an ETag.</summary>
public sealed class ReferenceSet(string name, IReadOnlyList<object> rows)
{
    readonly Lazy<string> hash = new(() =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(rows, Json.Options)).AsSpan(0, 8)));

    public string Name { get; } = name;
    public IReadOnlyList<object> Rows { get; } = rows;

    /// <summary>Sixteen hexadecimal digits of the SHA-256 of the rows as JSON: the same rows, the same hash.</summary>
    public string Hash => hash.Value;
}
