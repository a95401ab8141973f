namespace Interdiction.Tests.Http;

/// <summary>What holds on every operation of the API document, whatever it does: a new one is in it by itself.</summary>
public sealed class EveryOperationTests(Server server)
{
    static (string, string) Key => ("Idempotency-Key", Guid.CreateVersion7().ToString());

    [Fact]
    public async Task Who_is_not_signed_in_is_told_how_to()
    {
        var it = new Conformance(server);
        using var anonymous = server.Anonymous();
        foreach (var operation in (await Operation.WithUploads(server)).Where(x => x.Method != HttpMethod.Head))
        {
            var answer = await it.Call(anonymous, operation, "anonymous", body: operation.HasBody ? "{}" : null);
            it.Is(operation.Name, answer, 401);
            it.Is(operation.Name, answer.Headers.WwwAuthenticate.Count > 0, "no WWW-Authenticate");
        }
        it.Holds();
    }

    [Fact]
    public async Task A_parameter_that_is_unknown_repeated_or_unreadable_is_refused()
    {
        var it = new Conformance(server);
        foreach (var operation in await Operation.All(server))
        {
            var body = operation.HasBody ? Samples.Of(operation) : null;
            List<string> queries = ["?noSuchParameter=1"];
            if (operation.IsList)
                queries.AddRange("?limit=0", "?limit=201", "?limit=-1", "?limit=abc", "?limit=1e3", "?limit=", "?limit=1&limit=2", "?Limit=5", "?limit=1&noSuchParameter=1",
                    "?cursor=abc", "?cursor=", "?count=all", "?count=");
            if (operation.IsWrite)
                queries.AddRange("?validateOnly=maybe", "?validateOnly=", "?validateOnly=true&validateOnly=true");
            if (operation.Takes("q"))
                queries.AddRange("?q=%00", "?sort=title", "?bbox=1,2,3", "?bbox=0,91,0,92", "?bbox=NaN,0,1,1", "?from=2003-08-07", "?to=2003-08-07T00:00:00", "?status=gone", "?mode=space");
            foreach (var query in queries)
                it.Is($"{operation.Name}{query}", await it.Call(await it.Actor(operation), operation, query, query: query, body: body, headers: [Key, ("If-Match", "*")]), 400);
        }
        it.Holds();
    }

    [Fact]
    public async Task A_form_that_nothing_comes_in_is_not_acceptable()
    {
        var it = new Conformance(server);
        foreach (var operation in await Operation.All(server))
        {
            var answer = await it.Call(await server.As("aus-officer"), operation, "text/csv", body: operation.HasBody ? Samples.Of(operation) : null,
                headers: [Key, ("If-Match", "*"), ("Accept", "text/csv")]);
            it.Is(operation.Name, answer, 406);
        }
        it.Holds();
    }

    [Fact]
    public async Task A_method_that_an_address_does_not_know_is_answered_with_those_that_it_knows()
    {
        var it = new Conformance(server);
        var officer = await server.As("aus-officer");
        foreach (var address in (await Operation.WithUploads(server)).GroupBy(x => x.Path.TrimEnd('/')))
        {
            var path = address.First().At(Guid.CreateVersion7().ToString());
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post, HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete }.Except(address.Select(x => x.Method)))
            {
                var answer = await officer.Send(method, path, method == HttpMethod.Get ? null : "{}");
                it.Check($"{method} {path}", answer, path);
                it.Is($"{method} {path}", answer, 405);
                it.Is($"{method} {path}", answer.ContentHeaders.Allow.Order().SequenceEqual(address.Select(x => x.Method.Method).Order()), $"Allow is {string.Join(", ", answer.ContentHeaders.Allow)}");
            }
        }
        it.Holds();
    }

    [Fact]
    public async Task A_post_comes_with_a_key_or_with_the_id_of_the_record_that_it_makes()
    {
        var it = new Conformance(server);
        foreach (var operation in (await Operation.All(server)).Where(x => x.IsPost))
        {
            var actor = await it.Actor(operation);
            var id = operation.HasRecord ? await it.Record(operation) : null;
            var body = Documents.With(Samples.Of(operation), new { id = (string?)null });
            var answer = await it.Call(actor, operation, "no key", id, body: body, headers: ("If-Match", "*"));
            it.Is(operation.Name, answer, 400);
            it.Is(operation.Name, (string?)answer.Json["code"] == "idempotencyKeyMissing", answer.Text);
            foreach (var key in new[] { "7", "", "not a uuid" })
                it.Is($"{operation.Name}, key '{key}'", await it.Call(actor, operation, "bad key", id, body: body, headers: [("Idempotency-Key", key), ("If-Match", "*")]), 400);
        }
        it.Holds();
    }

    [Fact]
    public async Task An_unknown_address_is_a_problem_too()
    {
        var it = new Conformance(server);
        foreach (var path in new[] { "/api/v1/nothing", "/api/v1/reference/no%20such%20set" })
        {
            var answer = (await (await server.As("aus-officer")).Get(path)).Is(404);
            it.Check(path, answer, path);
        }
        it.Holds();
    }
}
