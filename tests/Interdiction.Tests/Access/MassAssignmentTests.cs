using System.Text.Json.Nodes;
using Interdiction.Tests.Http;

namespace Interdiction.Tests.Access;

/// <summary>
/// Every name of a field that the API document knows anywhere, sent in every body that is written: where it is not of that
/// body it is refused, where it is answered only it is ignored, and the record does not change by it.
/// </summary>
public sealed class MassAssignmentTests(Server server)
{
    static readonly string[] Answered = ["state", "originator", "filedBy", "leadPartner", "acceptedAt"];

    [Fact]
    public async Task A_field_of_another_record_is_refused_wherever_it_stands()
    {
        var document = await ApiDocument.Read(server);
        var operations = await Operation.All(server);
        var (it, all, sent) = (new Conformance(server), document.PropertyNames(), 0);
        Assert.Superset(Answered.ToHashSet(), all.ToHashSet());
        // The gate takes what an attacker would try first, and some of the others.
        var names = Cells.Full ? all : [.. Answered, .. all.Except(Answered).OrderBy(_ => Random.Shared.Next()).Take(40)];
        foreach (var operation in operations.Where(x => x.HasBody))
        {
            var (actor, schema) = (await it.Actor(operation), Body(operation));
            var id = operation.HasRecord ? await it.Record(operation) : null;
            foreach (var (pointer, place) in Objects(Samples.Of(operation), ""))
                foreach (var name in names.Where(x => !place.ContainsKey(x) && !document.Knows(schema, pointer, x)))
                {
                    var body = Samples.Of(operation);
                    Objects(body, "").Single(x => x.Pointer == pointer).Object[name] = Foreign(name);
                    var answer = await it.Call(actor, operation, $"{pointer}/{name}", id, body: body, headers: [("Idempotency-Key", Guid.CreateVersion7().ToString()), ("If-Match", "*")]);
                    it.Is($"{operation.Name}, {pointer}/{name}", answer, 400);
                    sent++;
                }
        }
        it.Holds();
        Assert.True(sent > 500, $"Only {sent} fields were sent.");
    }

    [Fact]
    public async Task A_field_that_is_only_answered_changes_nothing_whatever_it_says()
    {
        var document = await ApiDocument.Read(server);
        var (it, sent) = (new Conformance(server), 0);
        var operations = await Operation.All(server);
        foreach (var operation in operations.Where(x => x.Method == HttpMethod.Put && operations.Any(y => y.Method == HttpMethod.Get && y.Path == x.Path)))
        {
            // What a record has beyond what it was made of is answered; of a part of it, what the document says.
            var made = operations.SingleOrDefault(x => x.IsPost && $"{x.Path}/{{id}}" == operation.Path) is { } making ? document.Resolve(Body(making))["properties"]!.AsObject() : null;
            foreach (var (name, property) in document.Resolve(Body(operation))["properties"]!.AsObject().Where(x => made is null ? x.Value!["readOnly"] is not null : !made.ContainsKey(x.Key)))
            {
                var (actor, id) = (await it.Actor(operation), await it.Record(operation));
                var path = operation.At(id);
                var before = (await actor.Get(path)).Is(200);
                foreach (var value in Values(document, property!.AsObject()))
                {
                    var body = before.Json.AsObject();
                    body[name] = value;
                    var answer = await it.Call(actor, operation, $"{name}: {value?.ToJsonString() ?? "null"}", id, body: body, headers: ("If-Match", "*"));
                    it.Is($"{operation.Name}, {name}", answer, 200, 400, 422);
                    it.Is($"{operation.Name}, {name}", answer.Status != 422 || answer.Faults.Any(x => x.Pointer.StartsWith($"/{name}", StringComparison.Ordinal)), answer.Text);
                    it.Is($"{operation.Name}, {name}", (await actor.Get(path)).Is(200).Text == before.Text, "the record changed");
                    sent++;
                }
            }
        }
        it.Holds();
        Assert.True(sent > 20, $"Only {sent} fields were sent.");
    }

    static JsonObject Body(Operation operation) => operation.Document["requestBody"]!["content"]!["application/json"]!["schema"]!.AsObject();

    /// <summary>Every object in a body, with its pointer.</summary>
    static List<(string Pointer, JsonObject Object)> Objects(JsonNode? node, string pointer) => node switch
    {
        JsonObject it => [(pointer, it), .. it.SelectMany(x => Objects(x.Value, $"{pointer}/{x.Key}"))],
        JsonArray list => [.. list.Index().SelectMany(x => Objects(x.Item, $"{pointer}/{x.Index}"))],
        _ => [],
    };

    static JsonNode Foreign(string name) => name.EndsWith("At", StringComparison.Ordinal) ? "2001-01-01T00:00:00Z" : name.EndsWith("Id", StringComparison.Ordinal) ? Guid.CreateVersion7().ToString() : "accepted";

    /// <summary>What somebody would try: every code of a list, a good value of the type, and none.</summary>
    static IEnumerable<JsonNode?> Values(ApiDocument document, JsonObject property)
    {
        foreach (var form in document.Forms(property))
        {
            foreach (var code in form["enum"]?.AsArray() ?? [])
                yield return code?.DeepClone();
            var types = form["type"]?.ToString() ?? "";
            if (types.Contains("integer", StringComparison.Ordinal) || types.Contains("number", StringComparison.Ordinal))
                yield return 7;
            if ((string?)form["format"] is "date-time")
                yield return "2001-01-01T00:00:00Z";
            else if (types.Contains("string", StringComparison.Ordinal) && form["enum"] is null)
                yield return "Somebody";
            if (types.Contains("array", StringComparison.Ordinal))
                yield return new JsonArray();
            if (form["properties"] is not null)
                yield return new Bodies(document).Make(form, _ => "Somebody");
        }
        yield return null;
    }
}
