using System.Text.Json.Nodes;

namespace Interdiction.Tests.Fuzz;

/// <summary>An operation with all that the document says of it.</summary>
sealed record FuzzOperation(string Method, string Path, JsonObject Document)
{
    public JsonObject? Body { get; } = Document["requestBody"]?["content"]?["application/json"]?["schema"]?.AsObject();

    public IReadOnlyList<string> Query { get; } =
        [.. (Document["parameters"]?.AsArray() ?? []).Where(x => (string)x!["in"]! == "query").Select(x => (string)x!["name"]!)];

    /// <summary>The word after the API's base: cases, boardings, ...</summary>
    public string Kind => Path.Split('/')[3];

    public bool IsWrite => Method != "GET";

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
