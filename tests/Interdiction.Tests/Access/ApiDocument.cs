using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Interdiction.Tests.Access;

/// <summary>An operation as the server's API document names it.</summary>
/// <param name="Path">Template, with {id}.</param>
/// <param name="Query">Names of its query parameters.</param>
/// <param name="Body">Schema of its JSON body; null where it has none.</param>
sealed record ApiOperation(string Method, string Path, IReadOnlyList<string> Query, JsonObject? Body)
{
    public bool IsRead => Method == "GET";
    public bool TakesId => Path.Contains("{id}", StringComparison.Ordinal);

    public override string ToString() => $"{Method} {Path}";
}

/// <summary>The API document (OpenAPI 3.1) of the running server.</summary>
sealed partial class ApiDocument(JsonObject root)
{
    static readonly string[] Methods = ["get", "post", "put", "patch", "delete"];

    /// <summary>All but those of the upload protocol, which has headers of its own and takes no JSON.</summary>
    public IReadOnlyList<ApiOperation> Operations { get; } =
    [
        .. from path in root["paths"]!.AsObject()
           from method in path.Value!.AsObject()
           where Methods.Contains(method.Key) && method.Value!["x-upload-protocol"] is null
           select new ApiOperation(method.Key.ToUpperInvariant(), path.Key.Length > 1 ? path.Key.TrimEnd('/') : path.Key,
               [.. Parameters(path.Value!, method.Value!)], method.Value!["requestBody"]?["content"]?["application/json"]?["schema"]?.AsObject()),
    ];

    /// <summary>The operations of the upload protocol, by method and path.</summary>
    public IReadOnlyList<string> Uploads { get; } =
    [
        .. from path in root["paths"]!.AsObject()
           from method in path.Value!.AsObject()
           where method.Value is JsonObject it && it["x-upload-protocol"] is not null
           select $"{method.Key.ToUpperInvariant()} {path.Key.TrimEnd('/')}",
    ];

    public static async Task<ApiDocument> Read(Server server)
    {
        using var anonymous = server.Anonymous();
        return new ApiDocument((await anonymous.Get("/openapi/v1.json")).Is(200).Json.AsObject());
    }

    /// <summary>The pages for people, which the document does not name: whatever else the server answers to a GET.</summary>
    /// <remarks>On the way through another site there is no content, and nothing without what that site gave: tests of Identity go it.</remarks>
    public static IEnumerable<ApiOperation> Pages(Server server) =>
        from route in server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") is true
        let path = "/" + Constraint().Replace(route.RoutePattern.RawText!.Trim('/'), "{$1}")
        where !OnTheWay.Append("/api/").Any(x => path.StartsWith(x, StringComparison.Ordinal))
        select new ApiOperation("GET", path, [], null);

    static readonly string[] OnTheWay = ["/connect/", "/sign-in/with/", "/sign-in/from/"];

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Constraint();

    public bool Has(string template) => Operations.Any(x => x.Path == template);

    /// <summary>A schema with its reference followed.</summary>
    public JsonObject Resolve(JsonObject schema)
    {
        while ((string?)schema["$ref"] is { } reference)
            schema = reference.TrimStart('#', '/').Split('/').Aggregate((JsonNode)root, (node, part) => node[part]!).AsObject();
        return schema;
    }

    /// <summary>The real forms that a schema can have: itself, or each of its choices but null.</summary>
    public IReadOnlyList<JsonObject> Forms(JsonObject schema) =>
        Resolve(schema) is var it && (it["oneOf"] ?? it["anyOf"]) is JsonArray forms
            ? [.. forms.Select(x => Resolve(x!.AsObject())).Where(x => x["type"]?.ToString() != "null").SelectMany(Forms)]
            : [it];

    /// <summary>Every name of a field that stands anywhere in the document.</summary>
    public IReadOnlyList<string> PropertyNames() => [.. Names(root).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>True where some form of the body's object at this pointer has the field.</summary>
    public bool Knows(JsonObject body, string pointer, string name)
    {
        IEnumerable<JsonObject> at = Forms(body);
        foreach (var part in pointer.Split('/', StringSplitOptions.RemoveEmptyEntries))
            at = at.Select(x => x["properties"]?[part] ?? x["items"]).OfType<JsonObject>().SelectMany(Forms).ToList();
        return at.Any(x => x["properties"]?[name] is not null);
    }

    static IEnumerable<string> Names(JsonNode? node) => node switch
    {
        JsonObject it => (it["properties"] as JsonObject ?? []).Select(x => x.Key).Concat(it.SelectMany(x => Names(x.Value))),
        JsonArray list => list.SelectMany(Names),
        _ => [],
    };

    static IEnumerable<string> Parameters(JsonNode path, JsonNode operation) =>
        from parameter in (path["parameters"]?.AsArray() ?? []).Concat(operation["parameters"]?.AsArray() ?? [])
        where (string?)parameter!["in"] == "query"
        select (string)parameter["name"]!;
}
