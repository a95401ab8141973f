using System.Text.Json;
using System.Text.Json.Nodes;

namespace Interdiction.Tests.Fuzz;

/// <summary>Compares a value with its schema (JSON Schema 2020-12, as far as the API document uses it).</summary>
sealed class Schema(JsonObject document)
{
    /// <returns>The first fault with its place; null where there is none.</returns>
    public string? Fault(JsonNode? value, JsonObject schema, string place = "")
    {
        if ((string?)schema["$ref"] is { } reference)
            return Fault(value, Find(reference), place);
        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray forms)
        {
            var faults = forms.Select(x => Fault(value, x!.AsObject(), place)).ToList();
            if (faults.All(x => x is not null))
                return faults.MaxBy(x => x!.Length);
        }
        if (schema["type"] is { } type && !Types(type).Contains(TypeOf(value)) && !(TypeOf(value) == "integer" && Types(type).Contains("number")))
            return $"{place}: {TypeOf(value)} instead of {string.Join(" or ", Types(type))}";
        if (schema["enum"] is JsonArray codes && !codes.Any(x => JsonNode.DeepEquals(x, value)) && !(value is null && Types(schema["type"] ?? "null").Contains("null")))
            return $"{place}: {value} is not in the list";
        return value switch
        {
            JsonObject it => OfObject(it, schema, place),
            JsonArray list when schema["items"] is JsonObject items => list.Index().Select(x => Fault(x.Item, items, $"{place}/{x.Index}")).FirstOrDefault(x => x is not null),
            _ => null,
        };
    }

    public JsonObject Find(string reference) => reference.TrimStart('#', '/').Split('/').Aggregate((JsonNode)document, (node, part) => node[part]!).AsObject();

    string? OfObject(JsonObject it, JsonObject schema, string place)
    {
        if ((schema["required"]?.AsArray() ?? []).FirstOrDefault(x => !it.ContainsKey((string)x!)) is { } missing)
            return $"{place}: {missing} is missing";
        if (schema["properties"] is not JsonObject properties)
            return null;
        foreach (var (name, value) in it)
            if (properties[name] is not JsonObject property)
                return $"{place}: {name} is not in the document";
            else if (Fault(value, property, $"{place}/{name}") is { } fault)
                return fault;
        return null;
    }

    static string[] Types(JsonNode type) => type is JsonArray several ? [.. several.Select(x => (string)x!)] : [(string)type!];

    static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => value.ToJsonString() is var digits && digits.AsSpan().IndexOfAny('.', 'e', 'E') < 0 ? "integer" : "number",
    };
}
