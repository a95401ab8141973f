using System.Text.Json.Nodes;

namespace Interdiction.Tests.Fuzz;

/// <summary>Values that broke somebody's program. Those that JSON cannot hold stand as @names@ until the text is made.</summary>
static class Hostile
{
    public static readonly string[] Texts =
    [
        "", " ", "\t", "\n", "a", "null", "true", "0", "-1", "NaN", "@lone@", "@low@", "@nul@", "@bell@", "@ff@", "@c328@", "@overlong@",
        "\u202Eevil\u202C", "\u200F\u200E\u2066\u2069", "\uFEFFmark", "\uFFFE", "\uFFFF", "e\u0301\u0301\u0301", "\u0344", "\u1100\u1161\u11A8", "\uFB01", "\u0130I\u0131i", "\u00DF\u1E9E",
        "👩‍👩‍👧‍👦", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "\U0010FFFF", "مرحبا", "ภาษาไทย", "漢字かな", "Z\u0351\u0343\u0341\u0489", "\u2028\u2029", "\u00A0", "\u00AD",
        "'; DROP TABLE cases; --", "\" OR 1=1", "%", "_", "%_%", "\\", "\\u0000", "${jndi:ldap://x/a}", "{{7*7}}", "<script>alert(1)</script>", "&lt;", "../../etc/passwd", "C:\\con", "file:///etc/passwd",
        "%s%n%x", "%00", "\r\nX-Injected: 1", "2003-02-30T00:00:00Z", "2003-08-07T02:00:00", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59-14:00", "0000-00-00T00:00:00Z",
        "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "{01981f5e-7c00-7000-8000-000000000001}", "XXX", "xcc", "ALL", "all", "AUS", "H3:", "H3:x", "vessel", "submitted",
        "22 37.0 N", "120°16′E", "91 N", "1e400", "12.500", "-0.000000001", "999999999999999.999999999", "9999999999999999999999", "1314-80-3", "TWKHH", "+14:00", "+99:99", "/title", "/~2", "//",
        new('a', 201), new('a', 4_001), new('\u0301', 300), new('漢', 5_000), new('a', 100_001), string.Concat(Enumerable.Repeat("word ", 3_000)),
    ];

    /// <summary>Numbers, and what is no number, as they stand in the text.</summary>
    public static readonly string[] Numbers =
    [
        "0", "-0", "-1", "1", "0.1", "1e2", "1E+2", "2147483647", "2147483648", "-2147483649", "9223372036854775808", "18446744073709551616", "1e308", "1e309", "-1e400", "1e-400", "0.1e1",
        "123456789012345678901234567890", "3.141592653589793238462643383279", "01", "+1", "1.", ".5", "0x10", "NaN", "Infinity", "1_000", "180.0000001", "-180", "90", "90.5",
    ];

    /// <summary>A value of some other type.</summary>
    public static JsonNode? Any(Chance chance) => chance.Below(9) switch
    {
        0 => null,
        1 => chance.OneIn(2),
        2 or 3 => $"@number:{chance.Of(Numbers)}@",
        4 => new JsonArray(),
        5 => new JsonObject(),
        6 => new JsonArray(chance.Of(Texts), null, new JsonObject { ["a"] = 1 }),
        7 => Deep(chance.Of(Depths), chance.OneIn(2)),
        _ => chance.Of(Texts),
    };

    static readonly int[] Depths = [2, 10, 30, 31, 32, 33, 60];

    static JsonNode? Deep(int levels, bool lists)
    {
        JsonNode? node = 1;
        for (var i = 0; i < levels; i++)
            node = lists ? new JsonArray(node) : new JsonObject { ["a"] = node };
        return node;
    }
}
