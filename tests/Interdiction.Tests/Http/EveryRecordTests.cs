using System.Text.Json.Nodes;

namespace Interdiction.Tests.Http;

/// <summary>What holds on every operation that is about a record, and on every write.</summary>
public sealed class EveryRecordTests(Server server)
{
    static (string, string) Key => ("Idempotency-Key", Guid.CreateVersion7().ToString());

    [Fact]
    public async Task What_is_no_id_and_an_id_never_issued_are_answered_alike()
    {
        var it = new Conformance(server);
        foreach (var operation in (await Operation.All(server)).Where(x => x.HasRecord))
        {
            var body = operation.HasBody ? Samples.Of(operation) : null;
            string? Seen(Answer answer)
            {
                it.Is(operation.Name, answer, 404);
                return Documents.With(answer.Json.AsObject(), new { instance = (string?)null, traceId = (string?)null }).ToJsonString();
            }
            var actor = await it.Actor(operation);
            var absent = Seen(await it.Call(actor, operation, "absent", body: body, headers: [Key, ("If-Match", "*")]));
            foreach (var id in new[] { "nothing", "7", "01981f5e-7c00-7000-8000-00000000000", "%27%20or%201=1" })
                it.Is(operation.Name, Seen(await it.Call(actor, operation, id, id, body: body, headers: [Key, ("If-Match", "*")])) == absent, $"'{id}' is told apart from an absent id");
        }
        it.Holds();
    }

    [Fact]
    public async Task A_change_comes_with_the_tag_that_was_read()
    {
        var it = new Conformance(server);
        var operations = await Operation.All(server);
        foreach (var operation in operations.Where(x => x.HasIfMatch))
        {
            var actor = await it.Actor(operation);
            var id = await it.Record(operation);
            var read = operations.First(x => x.Method == HttpMethod.Get && (operation.IsOfRow ? x.Path == operation.Path : x.Kind == operation.Kind && x.Path.EndsWith("{id}", StringComparison.Ordinal)));
            var tag = (await it.Call(actor, read, "read", id)).Is(200).ETag!;
            Task<Answer> Send(string? match) =>
                it.Call(actor, operation, match ?? "no If-Match", id, body: operation.HasBody ? Samples.Of(operation) : null, headers: match is null ? [Key] : [Key, ("If-Match", match)]);

            it.Is(operation.Name, tag.StartsWith('"'), $"{tag} is not strong");
            it.Is($"{operation.Name}, missing", await Send(null), 428);
            foreach (var malformed in new[] { "abc", "\"abc", "" })
                it.Is($"{operation.Name}, {malformed}", await Send(malformed), 400);
            foreach (var stale in new[] { "\"other\"", $"W/{tag}", $"\"a\", W/{tag}" })
                it.Is($"{operation.Name}, {stale}", await Send(stale), 412);
            var done = await Send($"\"other\", {tag}");
            it.Is($"{operation.Name}, fresh", done, operation.Success);
            if (operation.IsEnd)
                it.Is(operation.Name, await it.Call(actor, read, "read again", id), 404);
            else
                it.Is($"{operation.Name}, fresh", done.ETag is { } next && next == tag == operation.LeavesTag, $"the tag is {done.ETag} after {tag}");
            if (!operation.IsEnd)
                it.Is($"{operation.Name}, fresh", done.ETag == (await it.Call(actor, read, "read again", id)).ETag, "the tag that was answered is not the tag that is read");
            if (!operation.LeavesTag)
                it.Is($"{operation.Name}, the tag before", await Send(tag), operation.IsEnd ? 404 : 412);
            id = await it.Record(operation);
            it.Is($"{operation.Name}, star", await Send("*"), operation.Success);
        }
        it.Holds();
    }

    [Fact]
    public async Task What_the_client_holds_already_is_not_sent_again()
    {
        var it = new Conformance(server);
        foreach (var operation in (await Operation.All(server)).Where(x => !x.IsWrite))
        {
            var actor = await it.Actor(operation);
            var id = operation.HasRecord ? await it.Record(operation) : null;
            var read = await it.Call(actor, operation, "read", id);
            it.Is(operation.Name, read, 200);
            if (read.ETag is not { } tag)
                continue;
            foreach (var held in new[] { tag, $"W/{tag}", $"\"a\", {tag}", "*" })
            {
                var answer = await it.Call(actor, operation, held, id, headers: ("If-None-Match", held));
                it.Is($"{operation.Name}, {held}", answer, 304);
                it.Is($"{operation.Name}, {held}", answer.ETag == tag && answer.Bytes.Length == 0, "a 304 has the tag and no body");
            }
            it.Is(operation.Name, await it.Call(actor, operation, "another tag", id, headers: ("If-None-Match", "\"other\"")), 200);
        }
        it.Holds();
    }

    [Fact]
    public async Task A_dry_run_answers_as_the_call_would_and_stores_nothing()
    {
        var it = new Conformance(server);
        foreach (var operation in (await Operation.All(server)).Where(x => x.IsWrite))
        {
            var actor = await it.Actor(operation);
            var id = operation.HasRecord ? await it.Record(operation) : null;
            var word = $"dry{Guid.CreateVersion7():N}";
            var body = operation.HasBody ? await it.Body(operation) : null;
            if (body?.ContainsKey("title") is true)
                body["title"] = word;
            (string, string)[] headers = [Key, ("If-Match", "*")];
            async Task<string> Stored() => operation.IsOfRow ? (await actor.Get(operation.At(id!))).Text : operation.IsOfPerson ? $"{(await actor.Get(operation.Path.Replace("/{id}", "", StringComparison.Ordinal))).Is(200).Text.Contains(id!, StringComparison.Ordinal)}" : string.Concat(
                (await actor.Get($"cases?q={word}&count=exact")).Text, (await actor.Get($"boardings?q={word}&count=exact")).Text,
                id is null ? "" : (await actor.Get($"{operation.Kind}/{id}")).Text, id is null ? "" : (await actor.Get($"{operation.Kind}/{id}/transitions")) is { Status: 200 } moves ? moves.Text : "");

            var before = await Stored();
            it.Is($"{operation.Name}, dry", await it.Call(actor, operation, "dry", id, "?validateOnly=true", body, headers), 200, 204);
            it.Is(operation.Name, await Stored() == before, "the dry run left something");
            it.Is($"{operation.Name}, real, with the same key", await it.Call(actor, operation, "real", id, "?validateOnly=false", body, headers), 200, 201, 204);

            if (!operation.HasBody)
                continue;
            var wrong = new JsonObject();
            it.Is($"{operation.Name}, wrong", Same(await it.Call(actor, operation, "wrong, dry", id, "?validateOnly=true", wrong, [Key, ("If-Match", "*")]),
                await it.Call(actor, operation, "wrong, real", id, body: wrong, headers: [Key, ("If-Match", "*")])), "the dry run's problem differs from the real one");
        }
        it.Holds();
    }

    static bool Same(Answer a, Answer b) => a.Status == b.Status && a.Status >= 400
        && Documents.With(a.Json.AsObject(), new { traceId = (string?)null }).ToJsonString() == Documents.With(b.Json.AsObject(), new { traceId = (string?)null }).ToJsonString();
}
