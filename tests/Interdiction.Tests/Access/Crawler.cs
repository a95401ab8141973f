using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Interdiction.Tests.Access;

/// <summary>Sends the requests of a crawl and looks at every answer: what it shows, which ids it gives, and whether "not there" is always the same.</summary>
sealed partial class Crawler(OwnServer server, ApiDocument document, Canaries canaries)
{
    static readonly string[] Sets =
        ["partners", "countries", "legal-bases", "boarding-agreements", "chemicals", "control-lists", "units", "package-types", "ports", "hs-codes", "sua-notifications", "duties", "retention-classes"];

    /// <summary>What to put into parts of a path that are no record's id.</summary>
    public Dictionary<string, string[]> Parts { get; } = new(StringComparer.Ordinal)
    {
        ["number"] = ["1", "2", "3"],
        ["set"] = Sets,
        ["row"] = ["PSI-PA", "SUA_8BIS_D", "PAN-d"],
        ["partner"] = [World.Helper],
        // A case that was planted.
        ["other"] = [],
        ["documentName"] = ["v1"],
        ["code"] = ["notFound"],
        ["token"] = ["madeUp"],
    };

    /// <summary>Everybody is told of everything that they read: of each inbox the crawl goes on with the newest ids, some ten notifications, in the gate three.</summary>
    static readonly int ToldIds = Cells.Full ? 40 : 12;

    readonly Bodies bodies = new(document);
    readonly ConcurrentDictionary<(string, ApiOperation, string), string> absent = new();

    public ConcurrentQueue<string> Wrong { get; } = new();
    
    /// <summary>Every id that an answer gave, with the partner that saw it first.</summary>
    public ConcurrentDictionary<Guid, string> Ids { get; } = new();

    /// <summary>Operation and id of every record that somebody was shown.</summary>
    public ConcurrentDictionary<(ApiOperation Operation, Guid Id), bool> Live { get; } = new();

    /// <summary>Operations that somebody was served.</summary>
    public ConcurrentDictionary<ApiOperation, bool> Served { get; } = new();

    /// <summary>A case of each partner that can be widened.</summary>
    public Dictionary<string, Guid> Proposed { get; } = new(StringComparer.Ordinal);

    /// <summary>A case of each partner in which a flag State can be asked.</summary>
    public Dictionary<string, Guid> Asking { get; } = new(StringComparer.Ordinal);

    /// <summary>What a planted canary's readers found.</summary>
    public ConcurrentDictionary<(Principal Who, string Canary), bool> Found { get; } = new();

    int requests;

    public int Requests => requests;

    /// <summary>Everything that one operation can be asked for, with an id where it takes one.</summary>
    /// <param name="hidden">True where the oracle says that there is no such record for this principal.</param>
    /// <param name="everyForm">False to try one form of the body only, another with every principal and record.</param>
    public async Task Visit(Principal who, ApiOperation operation, Guid? id, bool hidden = false, bool everyForm = true)
    {
        var forms = Forms(operation);
        var turn = (uint)HashCode.Combine(who, id);
        foreach (var path in Paths(operation))
            foreach (var form in everyForm ? forms : [forms[(int)(turn % forms.Count)]])
                await Ask(who, operation, path, id, form, hidden);
    }

    /// <summary>Follows a list to its end.</summary>
    /// <returns>Ids and total of the items; null where it is no list or was refused.</returns>
    public async Task<(int Items, int? Total)?> Walk(Principal who, ApiOperation operation, string query, Guid? id = null)
    {
        var items = 0;
        for (string? cursor = null; ;)
        {
            var answer = await Send(who, operation, Fill(operation.Path, id) + query + (cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}"), null, []);
            if (answer.Status != 200 || answer.Json["items"] is not JsonArray page)
                return null;
            items += page.Count;
            if ((cursor = (string?)answer.Json["nextCursor"]) is null)
                return (items, (int?)answer.Json["total"]);
        }
    }

    async Task Ask(Principal who, ApiOperation operation, string path, Guid? id, string form, bool hidden)
    {
        var answer = await Try(who, operation, path, id, form);
        if (id is null || answer.Status is >= 200 and < 300)
        {
            if (id is not null && operation.IsRead)
                Live[(operation, id.Value)] = true;
            if (hidden)
                Wrong.Enqueue($"{who} {operation} {form}: answers {answer.Status} for {id}, which is not there for them");
            return;
        }
        if (!hidden && answer.Status != 404)
            return;
        var key = (who.Client, operation, path + form);
        var nothing = absent.TryGetValue(key, out var known) ? known : absent[key] = Face(await Try(who, operation, path, Guid.CreateVersion7(), form));
        if (Face(answer) != nothing)
            Wrong.Enqueue($"{who} {operation} {form}: {id} is told from an id never issued:\n  {Face(answer)}\n  {nothing}");
    }

    async Task<Answer> Try(Principal who, ApiOperation operation, string path, Guid? id, string form)
    {
        var own = new HashSet<string>();
        JsonObject? body = null;
        if (operation.Body is not null)
        {
            body = bodies.Make(operation.Body, _ => { var text = canaries.Fresh(); own.Add(text); return text; });
            if (form.Length > 0)
                body["to"] = form;
            if (body.ContainsKey("remarks") && form != "returned")
                body.Remove("remarks");
            if (document.Resolve(operation.Body)["properties"]?["marking"] is not null && operation.Method == "POST")
                body["marking"] = Filing.Marking(new Label(Level.Unclassified, "ALL"));
            if (operation.Path.EndsWith("/marking", StringComparison.Ordinal))
                body = Filing.Marking(new Label(Level.Secret));
            if (body.ContainsKey("act") && Proposed.TryGetValue(who.Partner, out var resource))
                (body["act"], body["resource"], body["arguments"]) = ("widenMarking", resource.ToString(), new JsonObject { ["releasableTo"] = new JsonArray("ALL") });
            if (body.ContainsKey("grounds") && Asking.TryGetValue(who.Partner, out var @case))
                body["caseId"] = @case.ToString();
            if (body.ContainsKey("source") && body.ContainsKey("kind"))
                body["to"] = who.Partner == Principal.Cell ? Principal.Nations[0] : Principal.Cell;
            if (body["opens"] is JsonObject opens)
            {
                opens["marking"] = Filing.Marking(new Label(Level.Unclassified, "ALL"));
                if (form is not "answered")
                    body.Remove("opens");
            }
            if (form is "withdrawn")
                body.Remove("conditions");
            if (operation is { Method: "POST", Path: $"{Server.Base}/admin/invitations" } && who.Post is Post.Administrator)
                body["user"] = (await (await server.As(who)).Get("admin/users?limit=1")).Is(200).Json["items"]![0]!["id"]!.DeepClone();
            if (body.ContainsKey("text") && body.ContainsKey("lines"))
                body.Remove("lines");
        }
        var query = operation.Query.Contains("limit") ? "?limit=200" : operation.IsRead ? "" : "?validateOnly=true";
        return await Send(who, operation, Fill(path, id) + query, body, own);
    }

    async Task<Answer> Send(Principal who, ApiOperation operation, string path, JsonObject? body, HashSet<string> own)
    {
        var client = await server.As(who);
        (string, string)[] headers = operation.IsRead ? [] : [("If-Match", "*"), ("Idempotency-Key", Guid.CreateVersion7().ToString())];
        var answer = await client.Send(new HttpMethod(operation.Method), path, body, headers);
        Interlocked.Increment(ref requests);
        if (answer.Status >= 500)
            Wrong.Enqueue($"{who} {operation} {path}: {answer.Status}");
        if (answer.Status is >= 200 and < 300)
            Served[operation] = true;
        Look(who, operation, path, answer, own);
        return answer;
    }

    void Look(Principal who, ApiOperation operation, string path, Answer answer, HashSet<string> own)
    {
        var text = Visible.In(answer);
        foreach (var song in Canaries.In(text).Where(x => !own.Contains(x) && !path.Contains(x, StringComparison.Ordinal)))
        {
            if (canaries.Find(song) is not { } canary)
                Wrong.Enqueue($"{who} {operation}: shows a text of somebody's dry run");
            else if (canary.Sees(who))
                Found[(who, song)] = true;
            else
                Wrong.Enqueue($"{who} {operation}: shows {canary.Where} ({path}, {answer.Status})");
        }
        if (operation.IsRead)
            foreach (var id in Uuid().Matches(text).Take(operation.Path.EndsWith("/notifications", StringComparison.Ordinal) ? ToldIds : int.MaxValue))
                // A refusal repeats the id that was asked for, which may have been made up.
                if (Guid.TryParse(id.Value, out var value) && !path.Contains(id.Value, StringComparison.OrdinalIgnoreCase))
                    Ids.TryAdd(value, who.Partner);
    }

    /// <summary>The paths of an operation, with its parts that are no id filled in. A part that nobody thought of fails the crawl.</summary>
    IEnumerable<string> Paths(ApiOperation operation)
    {
        var other = Part().Matches(operation.Path).Select(x => x.Groups[1].Value).Where(x => x != "id").ToList();
        if (other.FirstOrDefault(x => !Parts.ContainsKey(x)) is { } unknown)
        {
            Wrong.Enqueue($"{operation}: the crawl does not know what to put into {{{unknown}}}; add it to Crawler.Parts");
            return [];
        }
        return other.Aggregate<string, IEnumerable<string>>([operation.Path],
            (paths, part) => paths.SelectMany(path => Parts[part].Select(value => path.Replace($"{{{part}}}", value, StringComparison.Ordinal))));
    }

    /// <summary>A transition is tried to every state that the document names.</summary>
    IReadOnlyList<string> Forms(ApiOperation operation) =>
        operation.Body is not null && bodies.Codes(operation.Body, "to") is { Count: > 0 } states ? states : [""];

    static string Fill(string path, Guid? id) => id is null ? path : path.Replace("{id}", id.ToString(), StringComparison.Ordinal);

    /// <summary>Status, headers and body of an answer without what may differ from one request to the next.</summary>
    internal static string Face(Answer answer)
    {
        var headers = answer.Headers.Concat(answer.ContentHeaders).Where(x => x.Key is not ("Date" or "Set-Cookie")).OrderBy(x => x.Key, StringComparer.Ordinal)
            .Select(x => $"{x.Key}: {string.Join(", ", x.Value)}");
        var body = Token().Replace(answer.Text, "");
        if (answer.ContentHeaders.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) is true && JsonNode.Parse(answer.Bytes) is JsonObject json)
        {
            json.Remove("instance");
            json.Remove("traceId");
            body = json.ToJsonString(JsonSerializerOptions.Default);
        }
        return $"{answer.Status} {string.Join("; ", headers)} {body}";
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Uuid();

    // Anti-forgery tokens of forms are new in every answer.
    [GeneratedRegex("CfDJ8[0-9A-Za-z_-]+")]
    private static partial Regex Token();

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex Part();
}
