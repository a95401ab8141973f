using System.Text.Json;
using System.Text.Json.Nodes;
using Interdiction.Contracts;

namespace Interdiction.Boardings;

/// <summary>Compares two texts of a report field by field.</summary>
static class Differences
{
    public static IReadOnlyList<Difference> Between(BoardingReport from, BoardingReport to) => [.. Between("", Node(from), Node(to))];

    static JsonNode? Node(BoardingReport report) => JsonSerializer.SerializeToNode(report, Json.Compact);

    static IEnumerable<Difference> Between(string pointer, JsonNode? from, JsonNode? to) => (from, to) switch
    {
        (JsonObject a, JsonObject b) => a.Select(x => x.Key).Union(b.Select(x => x.Key))
            .SelectMany(key => Between($"{pointer}/{key}", a[key], b[key])),
        (JsonArray a, JsonArray b) => Enumerable.Range(0, Math.Max(a.Count, b.Count))
            .SelectMany(i => Between($"{pointer}/{i}", i < a.Count ? a[i] : null, i < b.Count ? b[i] : null)),
        _ when JsonNode.DeepEquals(from, to) => [],
        _ => [new Difference(pointer, from?.DeepClone(), to?.DeepClone())],
    };
}
