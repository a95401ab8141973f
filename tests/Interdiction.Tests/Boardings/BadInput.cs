using System.Globalization;
using System.Text.Json.Nodes;

namespace Interdiction.Tests.Boardings;

/// <summary>Places of a report with values that must not stand there. The fault is at the place, or below it after '>', or at another one after '='.</summary>
static class BadInput
{
    /// <summary>Of a wrong type or form: the body cannot be read.</summary>
    public static IEnumerable<(string Place, string Value, int Status)> Malformed =>
    [
        .. Rows("startedAt", "\"2003-08-07T02:00:00\"", "\"2003-08-07\"", "\"2003-08-07T25:00:00Z\"", "\"2003-02-30T00:00:00Z\"", "\"yesterday\"", "\"\"", "5", "{}"),
        .. Rows("endedAt", "\"2003-08-11T08:00:00\""),
        .. Rows("place/latitude", "\"NaN\"", "\"22.6\"", "\"22°37.0'\"", "\"22°37.0'E\"", "\"22°61.0'N\"", "\"91°00.0'N\"", "1e400", "true"),
        .. Rows("place/longitude", "\"120°16.0'N\"", "\"181°00.0'E\"", "\"Infinity\""),
        .. Rows("title", "5", "[]", "{}", "true"),
        .. Rows("mode", "5", "[\"sea\"]"),
        .. Rows("id", "\"x\"", "5", "\"01981f5e-7c00-7000-8000-00000000000\""),
        .. Rows("caseId", "\"x\""),
        .. Rows("persons/crewCount", "\"43\"", "1.5", "99999999999"),
        .. Rows("conveyance/grossTonnage", "\"x\""),
        .. Rows("conveyance/owner", "5", "[]"),
        .. Rows("conveyance/owner>name", "{\"name\":5}"),
        .. Rows("conveyance/owner>country", "{\"name\":\"x\",\"country\":[]}"),
        .. Rows("conveyance/owner>email", "{\"name\":\"x\",\"email\":\"y\"}"),
        .. Rows("conveyance/owner>a.b", "{\"a.b\":\"y\"}"),
        .. Rows("conveyance", "[]", "\"vessel\"", "7"),
        .. Rows("conveyance>registration", "{\"kind\":\"vessel\",\"registration\":\"N1\"}"),
        .. Rows("conveyance/kind", "5", "-5", "5.5", "99999999999", "true", "null", "{}", "[]"),
        .. Rows("manifest/lines/0/number", "\"1\"", "1.5"),
        .. Rows("manifest/lines/0/found/quantity/value", "12.5", "\"1e5\"", "\"1,5\"", "\"\"", "\"1234567890123456\""),
        .. Rows("seizures/0/exhibits/0/manifestLine", "\"1\""),
        .. Rows("checks/0/result", "true"),
        .. Rows("checks/2", "null", "\"holds\""),
        .. Rows("legalBases/1", "null"),
        .. Rows("manifest/lines/1", "null"),
        .. Rows("seizures/0/exhibits/1", "null"),
        .. Rows("conveyance/names/1", "null"),
        .. Rows("marking/releasableTo/1", "null", "5"),
        .. Rows("checks", "{}", "\"documents\""),
        .. Rows("manifest", "[]"),
        .. Rows("noSuchField", "1"),
        .. Rows("place/noSuchField", "null"),
        .. Rows("seizures/0/exhibits/0/noSuchField", "{}"),
    ];

    /// <summary>Well written, but in no code list.</summary>
    public static IEnumerable<(string Place, string Value, int Status)> UnknownCodes =>
        from place in CodedPlaces
        from value in NoCodes
        select (place, value, 422);

    static readonly string[] NoCodes = ["\"noSuchCode\"", "\"\"", "\"Vessel \""];
    static readonly string[] CodedPlaces =
    [
        "mode", "place/zone", "conveyance/kind", "conveyance/type", "conveyance/names/0/source", "conveyance/flagClaimed", "conveyance/flagConfirmed", "legalBases/0/code",
        "consent/flag", "consent/master", "outcome", "checks/0/code", "checks/0/result", "manifest/lines/0/found/packages/type", "seizures/0/exhibits/0/seals/0/class",
        "seizures/0/exhibits/0/seals/0/state", "marking/classification",
    ];

    /// <summary>Well formed each for itself, but not possible.</summary>
    public static IEnumerable<(string Place, string Value, int Status)> BrokenRules => from row in Broken select (row.Place == row.Fault ? row.Place : $"{row.Place}={row.Fault}", row.Value, 422);

    static readonly (string Place, string Value, string Fault)[] Broken =
    [
        ("startedAt", "\"2999-01-01T00:00:00Z\"", "startedAt"),
        ("endedAt", "\"2003-08-07T01:59:59Z\"", "endedAt"),
        ("place/latitude", "91", "place/latitude"), ("place/latitude", "-90.0001", "place/latitude"), ("place/latitude", "null", "place/latitude"),
        ("place/longitude", "181", "place/longitude"), ("place/longitude", "null", "place/longitude"),
        ("localOffset", "\"+25:00\"", "localOffset"),
        ("title", "null", "title"), ("title", "\"  \"", "title"), ("title", "text:201", "title"), ("title", "\"a\\u0000\"", "title"), ("title", "\"a\\u0085\"", "title"),
        ("mode", "null", "mode"), ("marking", "null", "marking"), ("marking/classification", "null", "marking/classification"),
        ("narrative", "text:100001", "narrative"), ("consent/masterWords", "text:4001", "consent/masterWords"), ("legalBases/0/grounds", "text:4001", "legalBases/0/grounds"),
        ("conveyance/owner", "text:201", "conveyance/owner>name"), ("conveyance/owner", "\"a\\u0000\"", "conveyance/owner"), ("conveyance/owner", "{\"name\":\"a\\u0000\"}", "conveyance/owner>name"),
        ("conveyance/owner", "{\"country\":\"XXX\"}", "conveyance/owner>country"),
        ("conveyance", "{}", "conveyance>kind"), ("conveyance", "{\"kind\":\"submarine\"}", "conveyance>kind"),
        ("conveyance/grossTonnage", "-1", "conveyance/grossTonnage"), ("persons/crewCount", "-1", "persons/crewCount"),
        ("checks/1/code", "\"documents\"", "checks/1/code"),
        ("manifest/lines/1", "{\"number\":1}", "manifest/lines/1>number"), ("manifest/lines/1", "{\"number\":0}", "manifest/lines/1>number"), ("manifest/lines/1", "{}", "manifest/lines/1>number"),
        ("manifest/lines", "lines:2001", "manifest/lines"),
        ("manifest/lines/0/found/quantity", "{\"value\":\"12.5\",\"unit\":\"ZZZZ\"}", "manifest/lines/0/found/quantity>unit"),
        ("manifest/lines/0/found/quantity", "{\"value\":\"-1\",\"unit\":\"KGM\"}", "manifest/lines/0/found/quantity>value"),
        ("manifest/lines/0/found/quantity", "{\"value\":\"1\"}", "manifest/lines/0/found/quantity>unit"),
        ("seizures/0/exhibits/0/manifestLine", "7", "seizures/0/exhibits/0/manifestLine"),
        ("seizures/0/exhibits/1", "{\"number\":\"KHH-001\"}", "seizures/0/exhibits/1>number"), ("seizures/0/exhibits/1", "{}", "seizures/0/exhibits/1>number"),
        ("seizures/1", "{\"exhibits\":[{\"number\":\"KHH-001\"}]}", "seizures/1>exhibits>0>number"),
        ("manifest/id", "\"00000000-0000-0000-0000-000000000000\"", "manifest/id"),
        ("seizures/0", "{\"id\":\"01981f5e-7c00-7000-8000-0000000000aa\",\"exhibits\":[{\"number\":\"1\",\"id\":\"01981f5e-7c00-7000-8000-0000000000aa\"}]}", "seizures/0>exhibits>0>id"),
        ("marking/releasableTo", "[\"aus\"]", "marking/releasableTo>0"), ("marking/releasableTo", "[\"ALL\",\"AUS\"]", "marking/releasableTo"),
        ("marking/caveats", "[\"H9\"]", "marking/caveats>0"),
    ];

    /// <summary>The report with this JSON value at the place.</summary>
    public static JsonObject Put(JsonObject report, string place, string value)
    {
        var parts = place.Split('=')[0].Split('>')[0].Split('/');
        JsonNode at = report;
        foreach (var part in parts[..^1])
            at = at is JsonArray list ? list[Number(part)]! : at[part] ??= part == "seals" ? new JsonArray(new JsonObject()) : new JsonObject();
        if (at is not JsonArray items)
            at[parts[^1]] = Read(value);
        else if (Number(parts[^1]) is var index && index < items.Count)
            items[index] = Read(value);
        else
            items.Add(Read(value));
        return report;
    }

    public static string Pointer(string place) => '/' + place.Split('=')[^1].Replace('>', '/');

    static IEnumerable<(string, string, int)> Rows(string place, params string[] values) => values.Select(x => (place, x, 400));

    // text:5 and lines:5 stand for what would be too long to write.
    static JsonNode? Read(string value) => value.Split(':') switch
    {
        ["text", var length] => new string('a', Number(length)),
        ["lines", var count] => new JsonArray([.. Enumerable.Range(1, Number(count)).Select(x => new JsonObject { ["number"] = x })]),
        _ => JsonNode.Parse(value),
    };

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
