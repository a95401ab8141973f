using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Interdiction.Tests.Access;

namespace Interdiction.Tests.Fuzz;

/// <summary>Bodies that are good, nearly good and bad, made from the schemas of the document.</summary>
sealed partial class FuzzBodies(ApiDocument document, IReadOnlyDictionary<string, IReadOnlyList<Guid>> records)
{
    /// <summary>Bytes: over what is accepted, and under what is read from the wire.</summary>
    const int LargestSent = 6_000_000;

    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 200 };

    readonly Bodies good = new(document);
    readonly IReadOnlyList<Guid> ids = [.. records.Values.SelectMany(x => x)];
    readonly IReadOnlyList<string> names = document.PropertyNames();

    /// <param name="changed">Put some hostile values in.</param>
    /// <param name="broken">Break the text itself.</param>
    public byte[] Make(JsonObject schema, Chance chance, bool changed, bool broken)
    {
        var body = Good(schema, chance);
        for (var changes = changed ? 1 + chance.Below(3) : 0; changes > 0; changes--)
            Change(body, chance);
        var text = Encode(body.ToJsonString(Plain));
        // Of a body over what is read from the wire the connection is cut: it is not answered for sure.
        text = text[..Math.Min(text.Length, LargestSent)];
        return broken ? Break(text, chance) : text;
    }

    JsonObject Good(JsonObject schema, Chance chance)
    {
        var texts = new[] { "Ship", "MV Example", "Sodium cyanide", "Suspicious cargo" };
        var body = good.Make(schema, _ => chance.Of(texts), chance.Below(6));
        var properties = document.Resolve(schema)["properties"]?.AsObject();
        if (properties?["marking"] is not null && chance.OneIn(2) | !properties.ContainsKey("state"))
            body["marking"] = new JsonObject
            {
                ["classification"] = chance.Of(["unclassified", "restricted", "secret"]), ["releasableTo"] = new JsonArray(chance.Of(["ALL", "JPN", "XCC"])), ["caveats"] = new JsonArray(),
            };
        if (good.Codes(schema, "to") is { Count: > 0 } states)
            body["to"] = chance.Of(states);
        else if (properties?["to"] is not null && properties.ContainsKey("source"))
            body["to"] = chance.Of(["JPN", "XCC"]);
        if (properties?["opens"] is not null && ((string?)body["to"] is not "answered" || chance.OneIn(2)))
            body.Remove("opens");
        if (body["opens"] is JsonObject opens)
            opens["marking"] = new JsonObject { ["classification"] = "restricted", ["releasableTo"] = new JsonArray("ALL"), ["caveats"] = new JsonArray() };
        if (body.ContainsKey("remarks") && (string?)body["to"] is not "returned")
            body.Remove("remarks");
        if ((string?)body["to"] is "withdrawn")
            body.Remove("conditions");
        if (properties?["id"] is not null && !properties.ContainsKey("state") && chance.OneIn(3))
            body["id"] = chance.Id().ToString();
        if (properties?["caseId"] is not null && !properties.ContainsKey("state") && (body.ContainsKey("grounds") || chance.OneIn(3)))
            body["caseId"] = chance.Of(records["cases"]).ToString();
        // A marking by itself is one that narrows.
        if (properties?["gains"] is not null)
            body = new JsonObject { ["classification"] = chance.Of(["restricted", "secret"]), ["releasableTo"] = new JsonArray(), ["caveats"] = new JsonArray() };
        if (body.ContainsKey("act"))
            (body["act"], body["resource"], body["arguments"]) = ("widenMarking", chance.Of(records["cases"]).ToString(), new JsonObject { ["releasableTo"] = new JsonArray("ALL") });
        if (properties?["user"] is not null)
            body["user"] = chance.Of(records["admin/users"]).ToString();
        if (body.ContainsKey("text") && body.ContainsKey("lines"))
            body.Remove(chance.Of(["text", "lines"]));
        return body;
    }

    void Change(JsonObject body, Chance chance)
    {
        var places = Places(body).ToList();
        if (places.Count == 0)
            return;
        var (parent, name, index) = chance.Of(places);
        JsonNode? old = parent is JsonObject it ? it[name!] : parent[index];
        var value = chance.Below(8) switch
        {
            0 => null,
            1 or 2 => Hostile.Any(chance),
            3 => chance.Of(Hostile.Texts),
            4 => chance.Of(ids).ToString(),
            5 => new JsonArray(old?.DeepClone()),
            6 when old is JsonArray { Count: > 0 } list => new JsonArray([.. Enumerable.Range(0, chance.Of([2, 3, 50, 1_001])).Select(x => list[x % list.Count]?.DeepClone())]),
            6 => $"@number:{chance.Of(Hostile.Numbers)}@",
            _ => old?.DeepClone(),
        };
        if (parent is JsonArray items)
            items[index] = value;
        else if (chance.OneIn(6))
            parent.AsObject().Remove(name!);
        else if (chance.OneIn(8))
            parent[chance.OneIn(3) ? chance.Of(Hostile.Texts) : chance.Of(names)] = value;
        else
            parent[name!] = value;
    }

    static IEnumerable<(JsonNode Parent, string? Name, int Index)> Places(JsonNode? node) => node switch
    {
        JsonObject it => it.SelectMany(x => Places(x.Value).Prepend((it, x.Key, 0))),
        JsonArray list => list.Index().SelectMany(x => Places(x.Item).Prepend((list, null, x.Index))),
        _ => [],
    };

    /// <summary>Puts in what no JSON document can hold.</summary>
    static byte[] Encode(string text)
    {
        text = Number().Replace(text, x => x.Groups[1].Value)
            .Replace("@lone@", "\\ud800", StringComparison.Ordinal).Replace("@low@", "a\\udc00b", StringComparison.Ordinal)
            .Replace("@nul@", "a\\u0000", StringComparison.Ordinal).Replace("@bell@", "\\u0007", StringComparison.Ordinal);
        // Latin-1 letters that stand for bytes; the rest is UTF-8.
        var bytes = new List<byte>(text.Length + 16);
        foreach (var part in Raw().Split(text))
            bytes.AddRange(part switch { "@ff@" => [0xFF], "@c328@" => [0xC3, 0x28], "@overlong@" => [0xC0, 0xAF], _ => Encoding.UTF8.GetBytes(part) });
        return [.. bytes];
    }

    static byte[] Break(byte[] body, Chance chance)
    {
        var at = chance.Below(body.Length + 1);
        return chance.Below(10) switch
        {
            0 => body[..at],
            1 => [.. body[..at], (byte)chance.Below(256), .. body[at..]],
            2 => [.. body, .. body],
            3 => [0xEF, 0xBB, 0xBF, .. body],
            4 when body.Length > 2 => [.. body[..^1], .. ","u8, .. body[1..]],
            5 => [.. "["u8, .. body, .. "]"u8],
            6 => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(body)),
            7 => [],
            8 => "null"u8.ToArray(),
            _ => chance.Bytes(chance.Below(300)),
        };
    }

    [GeneratedRegex("\"@number:([^@]*)@\"")]
    private static partial Regex Number();

    [GeneratedRegex("(@ff@|@c328@|@overlong@)")]
    private static partial Regex Raw();
}
