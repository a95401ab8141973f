using System.Globalization;
using System.IO.Compression;
using System.Text;
using Interdiction.Tests.Access;

namespace Interdiction.Tests.Fuzz;

/// <summary>Makes request after request; the same ones for the same seed.</summary>
sealed class FuzzRequests(int seed, ApiDocument document, IReadOnlyList<FuzzOperation> operations, IReadOnlyList<Principal> callers, IReadOnlyDictionary<string, IReadOnlyList<Guid>> records)
{
    /// <summary>What is odd about a request: one thing or a few, for the first that is wrong hides what comes after it.</summary>
    enum Oddity { Body, Bytes, Path, Query, Key, Match, Accept, Type, Encoding, Header, Who, Method }

    static readonly Oddity[] Oddities =
        [.. Enumerable.Repeat(Oddity.Body, 6), .. Enumerable.Repeat(Oddity.Query, 3), Oddity.Bytes, Oddity.Bytes, Oddity.Path, Oddity.Key, Oddity.Match, Oddity.Accept, Oddity.Type, Oddity.Encoding, Oddity.Header, Oddity.Who, Oddity.Method];

    static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"];
    static readonly string[] Accepts = ["*/*", "application/json", "application/json;q=0.5, */*;q=0.1", "application/pdf", "text/html", "text/csv", "application/json;q=0", "junk", "a/b/c", ";;;", "application/*", ""];
    static readonly string[] Types =
        ["application/json; charset=utf-8", "application/json;charset=\"UTF-8\"", "application/json; charset=latin1", "application/merge-patch+json", "text/json", "text/plain", "multipart/form-data", "application/x-www-form-urlencoded", "json", "application/json, text/plain", ";", ""];
    static readonly string[] Encodings = ["gzip", "br", "deflate", "identity", "zstd", "gzip, br", "GZIP", "", "junk"];
    static readonly string[] Tags = ["*", "*", "*", "\"1\"", "\"2\"", "\"1.1\"", "\"1.2\"", "\"2.1\"", "W/\"1.1\"", "\"1.1\", \"1.2\"", "\"", "1.1", "\"a\" \"b\"", "\"*\"", "*, \"1\"", ""];
    static readonly string[] Keys = ["", "7", "not a uuid", "\"01981f5e-7c00-7000-8000-000000000001\"", "01981f5e7c0070008000000000000001", "00000000-0000-0000-0000-000000000000", "{01981f5e-7c00-7000-8000-000000000001}"];
    static readonly string[] Sets = ["partners", "countries", "legal-bases", "boarding-agreements", "chemicals", "control-lists", "units", "package-types", "ports", "hs-codes", "UNITS", "no-such-set", "%C3%A9", "%FF", "a%2Fb", ".", "..%2f", "%20"];
    static readonly string[] Words = ["", "1", "0", "-1", "200", "201", "1e3", "true", "false", "TRUE", "exact", "open", "underReview", "closed", "sea", "port", "openedAt", "-openedAt", "AUS", "2003-08-07T00:00:00Z", "2003-08-07", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00%2B14:00", "-180,-90,180,90", "170,-10,-170,10", "0,0,0,0", "1,2,3", "NaN,0,0,0", "1e999,0,0,0", "IMO%209074729", "9074729", "1314-80-3", "%00", "%FF", "%ED%A0%80", "%F0%9F%9A%A2", "%25", "a%26b", "+", "'", "%22", "CfDJ8aaaa", "INT-2003", "kaohsiung", "%E6%BC%A2"];
    static readonly (string, string)[] Odd =
    [
        ("X-HTTP-Method-Override", "DELETE"), ("Range", "bytes=0-1"), ("If-Modified-Since", "Thu, 01 Jan 2099 00:00:00 GMT"), ("If-Unmodified-Since", "junk"), ("traceparent", "junk"), ("traceparent", "00-00000000000000000000000000000000-0000000000000000-00"),
        ("Cookie", "interdiction.session=CfDJ8junk"), ("Cookie", "=;;;"), ("Origin", "http://evil.example"), ("X-Forwarded-For", "::1"), ("X-Forwarded-Host", "evil.example"), ("Accept-Language", "zz;q=9"), ("Accept-Encoding", "br;q=junk"),
        ("Prefer", "respond-async"), ("X-Interdiction-Antiforgery", "junk"), ("Accept-Charset", "utf-7"), ("X-Long", new string('a', 8_000)), ("X-Unicode", "漢字"),
    ];

    /// <summary>Values that a parameter takes.</summary>
    static readonly Dictionary<string, string[]> Good = new(StringComparer.Ordinal)
    {
        ["limit"] = ["1", "5", "200"], ["count"] = ["exact"], ["sort"] = ["openedAt", "-openedAt"], ["status"] = ["open", "underReview", "closed"], ["mode"] = ["sea", "port", "air", "land"], ["q"] = ["precursor", "%E6%BC%A2", "a%20b", "INT-2003"],
        ["leadPartner"] = ["AUS", "JPN"], ["flag"] = ["PRK", "PAN"], ["chemical"] = ["1314-80-3"], ["imo"] = ["9074729", "IMO%209074729"], ["from"] = ["2003-08-07T00:00:00Z", "0001-01-01T00:00:00Z"], ["to"] = ["9999-12-31T23:59:59Z"],
        ["bbox"] = ["-180,-90,180,90", "170,-10,-170,10"], ["submit"] = ["true", "false"], ["intent"] = ["true", "false"], ["state"] = ["open", "sent"], ["kind"] = ["tip"], ["owner"] = ["AUS"], ["validateOnly"] = ["true", "false"], ["lang"] = ["en", "fr", "es"], ["paper"] = ["A4", "letter", "a4", "Letter"],
    };

    readonly IReadOnlyList<Guid> ids = [.. records.Values.SelectMany(x => x)];
    readonly FuzzBodies bodies = new(document, records);

    /// <param name="meant">An operation to ask as it is meant, by whom it is for; null for one of them all, with what is odd about it.</param>
    public FuzzRequest Make(int number, FuzzOperation? meant = null)
    {
        var chance = new Chance(seed, number);
        var odd = meant is null ? Enumerable.Range(0, chance.Below(4)).Select(_ => chance.Of(Oddities)).ToHashSet() : [];
        var operation = meant ?? chance.Of(operations);
        var method = odd.Contains(Oddity.Method) ? chance.Of(Methods) : operation.Method;
        // An address that does not know the method has no operation: it says 405, or what is wrong before that.
        var asked = method == operation.Method ? operation : operations.FirstOrDefault(x => x.Path == operation.Path && x.Method == method);
        List<(string, string)> headers = [.. Headers(chance, operation, odd)];
        byte[]? body = null;
        if (method is not ("GET" or "HEAD" or "TRACE") && (operation.Body is not null || odd.Contains(Oddity.Bytes)))
        {
            body = bodies.Make(operation.Body ?? operations.First(x => x.Body is not null).Body!, chance, odd.Contains(Oddity.Body), odd.Contains(Oddity.Bytes));
            headers.Add(("Content-Type", odd.Contains(Oddity.Type) ? chance.Of(Types) : "application/json"));
            if (odd.Contains(Oddity.Encoding))
            {
                var encoding = chance.Of(Encodings);
                headers.Add(("Content-Encoding", encoding));
                body = chance.OneIn(3) ? body : Pack(body, encoding);
            }
        }
        // There it says what is meant, and the method of the request does not.
        if (operation.Kind is "attachments")
            headers.RemoveAll(x => x.Item1 is "X-HTTP-Method-Override");
        if (operation.IsUpload)
            body = Upload(chance, operation, odd, headers) ?? body;
        var who = odd.Contains(Oddity.Who) ? chance.Of(["nobody", "junk"]) : (meant is not null || chance.OneIn(2) ? callers.First(x => x.Post == operation.Post) : chance.Of(callers)).Client;
        return new FuzzRequest(number, who, method, Path(operation, chance, odd) + Query(operation, chance, odd), headers, body, asked);
    }

    IEnumerable<(string, string)> Headers(Chance chance, FuzzOperation operation, HashSet<Oddity> odd)
    {
        if (operation.IsWrite && (!odd.Contains(Oddity.Key) || chance.OneIn(2)))
            yield return ("Idempotency-Key", !odd.Contains(Oddity.Key) ? chance.Id().ToString() : chance.OneIn(2) ? chance.Of(Keys) : chance.Of(ids).ToString());
        if (!odd.Contains(Oddity.Match) ? operation.IsWrite : chance.OneIn(2))
            yield return ("If-Match", odd.Contains(Oddity.Match) ? chance.Of(Tags) : "*");
        if (!operation.IsWrite && odd.Contains(Oddity.Match))
            yield return ("If-None-Match", chance.Of(Tags));
        if (odd.Contains(Oddity.Accept))
            yield return ("Accept", chance.Of(Accepts));
        if (odd.Contains(Oddity.Header))
            yield return chance.Of(Odd);
    }

    /// <summary>The headers of the upload protocol, and what is sent of a file.</summary>
    byte[]? Upload(Chance chance, FuzzOperation operation, HashSet<Oddity> odd, List<(string Name, string Value)> headers)
    {
        string Number() => odd.Contains(Oddity.Key) ? chance.Of(["-1", "", "1e3", "9223372036854775808", "junk", "7"]) : chance.Of(["0", "0", "0", "10", "1000"]);
        if (!odd.Contains(Oddity.Match))
            headers.Add(("Tus-Resumable", odd.Contains(Oddity.Accept) ? "0.2.2" : "1.0.0"));
        headers.Add((operation.Method is "POST" ? "Upload-Length" : "Upload-Offset", Number()));
        if (operation.Method is "POST")
            headers.Add(("Upload-Metadata", odd.Contains(Oddity.Query) ? chance.Of(["", ",,,", "record", "record junk", "filename YQ==,filename YQ==", $"record {Convert.ToBase64String(chance.Bytes(20))}"])
                : Evidence.Files.Metadata(("record", $"{chance.Of(records["cases"])}"), ("filename", odd.Contains(Oddity.Path) ? chance.Of(["", "\u0000", "../../a", new string('a', 300)]) : "a.jpg"),
                    ("marking", odd.Contains(Oddity.Encoding) ? chance.Of(["{}", "[]", "null", "{\"classification\":\"high\"}", "{\"classification\":\"secret\",\"releasableTo\":[\"ZZZ\"]}"]) : null))));
        if (odd.Contains(Oddity.Header))
            headers.Add(("Upload-Checksum", chance.Of(["sha1 2jmj7l5rSw0yVb/vlWAYkK/YBwk=", "sha256 junk", "md5 AA==", "", $"sha256 {Convert.ToBase64String(chance.Bytes(90))}"])));
        if (operation.Method is not ("PATCH" or "POST") || odd.Contains(Oddity.Bytes))
            return null;
        headers.RemoveAll(x => x.Name is "Content-Type");
        headers.Add(("Content-Type", odd.Contains(Oddity.Type) ? chance.Of(Types) : Evidence.Files.Part));
        return chance.Bytes(chance.Below(12));
    }

    string Path(FuzzOperation operation, Chance chance, HashSet<Oddity> odd)
    {
        var isOdd = odd.Contains(Oddity.Path);
        var id = isOdd ? chance.Of(["nothing", "7", "%20", "01981f5e-7c00-7000-8000", "%FF", "a%2Fb", chance.Id().ToString(), chance.Of(ids).ToString()])
            : chance.Of(records.GetValueOrDefault(operation.Kind, ids)).ToString();
        return operation.Path.Replace("{set}/{row}", isOdd ? chance.Of(["legal-bases/OWN_FLAG", "boarding-agreements/PSI-PA", "units/KGM", "sua-notifications/ZZZ-d", "%20/%FF"]) : chance.Of(["sua-notifications/PAN-d", "sua-notifications/LBR-e"]), StringComparison.Ordinal)
            .Replace("{id}", id, StringComparison.Ordinal)
            .Replace("{number}", isOdd ? chance.Of(["2", "0", "-1", "2147483648", "1.5", "one"]) : "1", StringComparison.Ordinal)
            // All with one, so that what is to be unlinked was linked.
            .Replace("{other}", isOdd ? chance.Of(["nothing", "%20", chance.Id().ToString(), chance.Of(ids).ToString()]) : records["cases"][0].ToString(), StringComparison.Ordinal)
            .Replace("{partner}", isOdd ? chance.Of(["ZZZ", "usa", "XCC", "AUS", "%20"]) : "USA", StringComparison.Ordinal)
            .Replace("{set}", isOdd ? chance.Of(Sets) : Sets[chance.Below(10)], StringComparison.Ordinal);
    }

    static string Query(FuzzOperation operation, Chance chance, HashSet<Oddity> odd)
    {
        var query = new StringBuilder();
        // Every other write is a dry run, so that the records last.
        if (operation.IsWrite && chance.OneIn(2))
            Add("validateOnly", "true");
        foreach (var name in operation.Query.Where(x => x != "validateOnly" && x != "cursor" && chance.OneIn(5)))
            Add(name, chance.Of(Good.GetValueOrDefault(name, Words)));
        if (odd.Contains(Oddity.Query))
            Add(chance.OneIn(5) || operation.Query.Count == 0 ? chance.Of(["noSuchParameter", "id", "LIMIT", "", "%FF", "validateOnly", "number"]) : chance.Of(operation.Query), chance.Of(Words));
        return query.ToString();

        void Add(string name, string value) => query.Append(CultureInfo.InvariantCulture, $"{(query.Length == 0 ? '?' : '&')}{name}={value}");
    }

    static byte[] Pack(byte[] body, string encoding)
    {
        using var packed = new MemoryStream();
        using (Stream packer = encoding is "br" ? new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true)
            : encoding is "deflate" ? new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)
            : new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            packer.Write(body);
        return packed.ToArray();
    }
}
