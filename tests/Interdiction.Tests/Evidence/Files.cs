using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Interdiction.Tests.Evidence;

/// <summary>Uploads as a client of tus 1.0 does them, one request at a time.</summary>
static class Files
{
    public const string Part = "application/offset+octet-stream";

    static readonly (string, string) Version = ("Tus-Resumable", "1.0.0");

    extension(HttpClient client)
    {
        /// <summary>Begins an upload.</summary>
        /// <param name="first">What is sent with it; null for nothing.</param>
        /// <param name="marking">Null for none, which is the record's.</param>
        public Task<Answer> Begin(string record, string name, long length, byte[]? first = null, object? marking = null, string? type = null, string? sha256 = null, params (string, string)[] headers) =>
            client.Send(HttpMethod.Post, "attachments", first is null ? null : Body(first),
                [Version, ("Upload-Length", $"{length}"), ("Upload-Metadata", Metadata(("record", record), ("filename", name), ("filetype", type), ("sha256", sha256), ("marking", marking is null ? null : JsonSerializer.Serialize(marking)))), .. headers]);

        public Task<Answer> Append(string id, long offset, byte[] piece, params (string, string)[] headers) =>
            client.Send(HttpMethod.Patch, $"attachments/{id}", Body(piece), [Version, ("Upload-Offset", $"{offset}"), .. headers]);

        public Task<Answer> Ask(string id) => client.Send(HttpMethod.Head, $"attachments/{id}", null, Version);

        public Task<Answer> BreakOff(string id) => client.Send(HttpMethod.Delete, $"attachments/{id}", null, Version);

        /// <summary>Uploads a file at once.</summary>
        /// <returns>What is known of it.</returns>
        public async Task<JsonNode> Upload(string record, string name, byte[] file, object? marking = null, string? type = null)
        {
            var begun = (await client.Begin(record, name, file.Length, file, marking, type)).Is(201);
            Assert.Equal($"{file.Length}", begun.Headers.GetValues("Upload-Offset").Single());
            return (await client.Get(begun.Headers.Location!.ToString())).Is(200).Json;
        }
    }

    /// <summary>The id of the upload that an answer began.</summary>
    public static string Id(this Answer begun) => begun.Is(201).Headers.Location!.ToString().Split('/')[^1];

    public static long Offset(this Answer answer) => long.Parse(answer.Headers.GetValues("Upload-Offset").Single(), System.Globalization.CultureInfo.InvariantCulture);

    public static string Metadata(params (string Key, string? Value)[] values) =>
        string.Join(",", values.Where(x => x.Value is not null).Select(x => $"{x.Key} {Convert.ToBase64String(Encoding.UTF8.GetBytes(x.Value!))}"));

    public static string Sha256(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    static ByteArrayContent Body(byte[] bytes) => new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(Part) } };
}
