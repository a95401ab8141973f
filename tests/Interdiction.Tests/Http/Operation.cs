using System.Text.Json.Nodes;

namespace Interdiction.Tests.Http;

/// <summary>An operation as the API document names it.</summary>
sealed record Operation(HttpMethod Method, string Path, JsonObject Document)
{
    public string Name => $"{Method} {Path}";
    public string Id => (string)Document["operationId"]!;
    public bool IsPost => Method == HttpMethod.Post;

    /// <summary>It ends the record that it is about.</summary>
    public bool IsEnd => Method == HttpMethod.Delete && Path.EndsWith("{id}", StringComparison.Ordinal);
    /// <summary>It leaves the record as it is, and what it changes is told to who reads another record as well.</summary>
    public bool LeavesTag => Path.Contains("{other}", StringComparison.Ordinal);
    public int Success => Method == HttpMethod.Delete ? 204 : 200;
    public bool IsWrite => Method != HttpMethod.Get;

    /// <summary>It is about one record.</summary>
    public bool HasRecord => Path.Contains("{id}", StringComparison.Ordinal) || IsOfRow;

    /// <summary>It is about a row of reference data.</summary>
    public bool IsOfRow => Path.Contains("{row}", StringComparison.Ordinal);

    /// <summary>It is about something that people have and machine clients have not: a session, a passkey.</summary>
    public bool IsOfPerson => Kind == "me" && HasRecord;
    public bool HasBody => Document["requestBody"] is not null;
    public bool HasIfMatch => Takes("If-Match");
    public bool IsList => Takes("limit");
    public bool IsPaper => Answers(200) && Document["responses"]!["200"]!["content"]?["application/pdf"] is not null;

    /// <summary>The words after the API's base: cases, boardings, admin/users, ...</summary>
    public string Kind => Path.Split('/') is [_, _, _, "admin", var kind, ..] ? $"admin/{kind}" : Path.Split('/')[3];

    public bool Takes(string parameter) => Document["parameters"]!.AsArray().Any(x => (string)x!["name"]! == parameter);

    public bool Answers(int status) => Document["responses"]![$"{status}"] is not null;

    /// <summary>The address, with this id for the record and a value that exists for every other part.</summary>
    public string At(string id) => Path.Replace("{set}/{row}", $"sua-notifications/{id}", StringComparison.Ordinal).Replace("{id}", id, StringComparison.Ordinal).Replace("{number}", "1", StringComparison.Ordinal).Replace("{partner}", "JPN", StringComparison.Ordinal).Replace("{other}", $"{Samples.Proposed}", StringComparison.Ordinal).Replace("{set}", "units", StringComparison.Ordinal);

    /// <summary>It is of the upload protocol, which has headers of its own, and none of the conventions.</summary>
    public bool IsUpload => Document["x-upload-protocol"] is not null;

    /// <summary>Every operation that keeps the conventions.</summary>
    public static async Task<IReadOnlyList<Operation>> All(Server server) => [.. (await WithUploads(server)).Where(x => !x.IsUpload)];

    public static async Task<IReadOnlyList<Operation>> WithUploads(Server server)
    {
        await Samples.Prepare(server);
        using var anonymous = server.Anonymous();
        var paths = (await anonymous.Get("/openapi/v1.json")).Is(200).Json["paths"]!.AsObject();
        Operation[] all =
        [
            .. from path in paths
               from method in path.Value!.AsObject()
               select new Operation(HttpMethod.Parse(method.Key), path.Key, method.Value!.AsObject()),
        ];
        Assert.True(all.Length > 15, "The document names the operations.");
        return all;
    }
}
