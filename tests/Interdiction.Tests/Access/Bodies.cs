using System.Text.Json.Nodes;

namespace Interdiction.Tests.Access;

/// <summary>
/// Makes bodies from the schemas of the API document, with a text of the caller's choice in every text field: a field
/// that is new tomorrow holds a canary without a change here.
/// </summary>
sealed class Bodies(ApiDocument document)
{
    /// <summary>What codes and measures hold, by the name of the field or of its parent and itself; null leaves it out.</summary>
    static readonly Dictionary<string, JsonNode?> Known = new(StringComparer.Ordinal)
    {
        ["id"] = null,
        ["caseId"] = null,
        ["marking"] = null,
        ["mode"] = "port",
        ["startedAt"] = "2003-08-07T02:00:00Z",
        ["endedAt"] = "2003-08-11T08:00:00Z",
        ["agreement"] = null,
        [".flag"] = "PAN",
        ["localOffset"] = "+08:00",
        ["latitude"] = 22.6167,
        ["longitude"] = 120.2667,
        ["zone"] = "internalWaters",
        ["legalBases.code"] = "INTERNAL_PORT",
        ["consent.flag"] = "notRequired",
        ["consent.master"] = "refused",
        ["outcome"] = "cargoSeized",
        ["flagClaimed"] = "PRK",
        ["flagConfirmed"] = "PAN",
        ["stateOfRegistry"] = "PAN",
        ["country"] = "PAN",
        ["nationality"] = "PAN",
        ["birthDate"] = "1961-04-09",
        ["packages.type"] = "BA",
        ["part"] = "support",
        ["unit"] = "KGM",
        ["value"] = "1.5",
        [".type"] = "inspected",
        [".at"] = "2003-08-12T00:00:00Z",
        [".to"] = null,
        ["remarks.pointer"] = "/title",
        [".email"] = "crawl@customs.example",
        [".roles"] = new JsonArray("officer"),
        [".grants"] = null,
        [".clearance"] = "restricted",
        [".keys"] = null,
        // No partner has a sign-in server of its own here.
        [".subject"] = null,
        // The caller's own partner, where it is left out.
        [".owner"] = null,
        [".redirectUris"] = null,
        [".members"] = null,
        [".supervisors"] = null,
        // A signature is that of a declaration.
        [".clockHours"] = null,
        [".clockStarts"] = null,
        [".silence"] = null,
        [".enteredIntoForce"] = null,
        [".notified"] = "2010-07-28",
        [".withdrawn"] = null,
        [".partner"] = "SGP",
        [".language"] = "en",
        [".acts"] = new JsonArray("closeCase"),
    };

    /// <summary>A body for a schema.</summary>
    /// <param name="text">Gives the text of a field, from its pointer.</param>
    /// <param name="variant">Which of several forms to take, where a field has some.</param>
    public JsonObject Make(JsonObject schema, Func<string, string> text, int variant = 0) => (JsonObject)Value(schema, "", "", "", text, variant)!;

    /// <summary>The codes that a field of a body can hold; none where it is no code.</summary>
    public IReadOnlyList<string> Codes(JsonObject schema, string field)
    {
        var property = document.Resolve(schema)["properties"]?[field]?.AsObject();
        return property is null ? [] : [.. (Chosen(property, 0)["enum"]?.AsArray() ?? []).Where(x => x is not null).Select(x => (string)x!)];
    }

    JsonNode? Value(JsonObject schema, string pointer, string parent, string name, Func<string, string> text, int variant)
    {
        if (Known.TryGetValue($"{parent}.{name}", out var known) || Known.TryGetValue(name, out known))
            return known?.DeepClone();
        if ((bool?)schema["readOnly"] is true)
            return null;
        schema = Chosen(schema, variant);
        if (schema["enum"] is JsonArray codes)
            return codes.First(x => x is not null)!.DeepClone();
        if (schema["properties"] is JsonObject properties)
            return new JsonObject(properties
                .Select(x => KeyValuePair.Create(x.Key, Value(x.Value!.AsObject(), $"{pointer}/{x.Key}", name, x.Key, text, variant)))
                .Where(x => x.Value is not null));
        var types = schema["type"] is JsonArray several ? several.Select(x => (string)x!).ToList() : [(string?)schema["type"] ?? "string"];
        return types.Contains("array") ? new JsonArray(Value(schema["items"]?.AsObject() ?? new JsonObject { ["type"] = "string" }, $"{pointer}/0", parent, name, text, variant))
            : types.Contains("integer") || types.Contains("number") ? 1
            : types.Contains("boolean") ? false
            : (string?)schema["format"] switch
            {
                "uuid" => null,
                "date-time" => "2003-08-07T02:00:00Z",
                _ => text(pointer),
            };
    }

    JsonObject Chosen(JsonObject schema, int variant)
    {
        schema = document.Resolve(schema);
        while ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray forms)
        {
            var real = forms.Select(x => document.Resolve(x!.AsObject())).Where(x => x["type"]?.ToString() != "null" && x.Count > 1).ToList();
            schema = real[variant % real.Count];
        }
        return schema;
    }
}
