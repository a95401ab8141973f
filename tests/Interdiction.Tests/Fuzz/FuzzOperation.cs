using System.Text.Json.Nodes;
using Interdiction.Tests.Access;

namespace Interdiction.Tests.Fuzz;

/// <summary>An operation with all that the document says of it.</summary>
sealed record FuzzOperation(string Method, string Path, JsonObject Document)
{
    public JsonObject? Body { get; } = Document["requestBody"]?["content"]?["application/json"]?["schema"]?.AsObject();

    public IReadOnlyList<string> Query { get; } =
        [.. (Document["parameters"]?.AsArray() ?? []).Where(x => (string)x!["in"]! == "query").Select(x => (string)x!["name"]!)];

    /// <summary>The words after the API's base: cases, boardings, admin/users, ...</summary>
    public string Kind => Path.Split('/') is [_, _, _, "admin", var kind, ..] ? $"admin/{kind}" : Path.Split('/')[3];

    /// <summary>It is about something that people have and machine clients have not: a session, a passkey.</summary>
    public bool IsOfPerson => Kind == "me" && Path.Contains("{id}", StringComparison.Ordinal);

    /// <summary>The post that it is for, at the originator or, for answers to consent requests, at the flag State.</summary>
    public Post Post => Kind.StartsWith("admin/", StringComparison.Ordinal) ? Post.Administrator
        : Kind is "consent-requests" && Path.EndsWith("/transitions", StringComparison.Ordinal) ? Post.Liaison
        : Kind is "statistics" || Kind is "proposals" or "cases" or "destructions" && Path.EndsWith("/transitions", StringComparison.Ordinal) || Path.Contains("/participants", StringComparison.Ordinal) || Path.Contains("/links/", StringComparison.Ordinal) || Path.EndsWith("/disclosures", StringComparison.Ordinal) || Path.EndsWith("/signature", StringComparison.Ordinal)
            ? Post.Coordinator : Post.Officer;

    public bool IsWrite => Method != "GET";

    /// <summary>It is of the upload protocol, which has headers of its own.</summary>
    public bool IsUpload => Document["x-upload-protocol"] is not null;

    /// <summary>What the document says of an answer with this status; null where it does not name it.</summary>
    public JsonObject? Answer(int status) => Document["responses"]?[$"{status}"]?.AsObject();

    public override string ToString() => $"{Method} {Path}";

    public static IReadOnlyList<FuzzOperation> All(JsonObject document) =>
    [
        .. from path in document["paths"]!.AsObject()
           from method in path.Value!.AsObject()
           where method.Value is JsonObject
           select new FuzzOperation(method.Key.ToUpperInvariant(), path.Key, method.Value!.AsObject()),
    ];
}
