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

    public IReadOnlyList<ApiOperation> Operations { get; } =
    [
        .. from path in root["paths"]!.AsObject()
           from method in path.Value!.AsObject()
           where Methods.Contains(method.Key)
           select new ApiOperation(method.Key.ToUpperInvariant(), path.Key.Length > 1 ? path.Key.TrimEnd('/') : path.Key,
               [.. Parameters(path.Value!, method.Value!)], method.Value!["requestBody"]?["content"]?["application/json"]?["schema"]?.AsObject()),
    ];

    public static async Task<ApiDocument> Read(Server server)
    {
        using var anonymous = server.Anonymous();
        return new ApiDocument((await anonymous.Get("/openapi/v1.json")).Is(200).Json.AsObject());
    }

    /// <summary>The pages for people, which the document does not name: whatever else the server answers to a GET.</summary>
    public static IEnumerable<ApiOperation> Pages(Server server) =>
        from route in server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") is true
        let path = "/" + Constraint().Replace(route.RoutePattern.RawText!.Trim('/'), "{$1}")
        where !path.StartsWith("/api/", StringComparison.Ordinal)
        select new ApiOperation("GET", path, [], null);

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

    static IEnumerable<string> Parameters(JsonNode path, JsonNode operation) =>
        from parameter in (path["parameters"]?.AsArray() ?? []).Concat(operation["parameters"]?.AsArray() ?? [])
        where (string?)parameter!["in"] == "query"
        select (string)parameter["name"]!;
}
