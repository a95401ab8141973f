using System.Text.Json.Nodes;

namespace Interdiction.Tests.Proposals;

/// <summary>What tests of two-person acts do again and again.</summary>
static class Acts
{
    /// <summary>A case of AUS, opened by itself and released to the partners named.</summary>
    public static async Task<string> Case(Server server, object? changes = null, params string[] releasableTo)
    {
        var body = Documents.With(new JsonObject { ["title"] = "A case to act on", ["mode"] = "sea", ["marking"] = Marking("restricted", releasableTo) }, changes);
        return (string)(await (await server.As("aus-officer")).Post("cases", Documents.With(body, new { id = Guid.CreateVersion7() }))).Is(201).Json["id"]!;
    }

    public static JsonObject Marking(string classification, params string[] releasableTo) => new()
    {
        ["classification"] = classification,
        ["releasableTo"] = new JsonArray([.. releasableTo.Select(x => (JsonNode)x)]),
        ["caveats"] = new JsonArray(),
    };

    /// <summary>The arguments that release a record to the partners named.</summary>
    public static object To(params string[] partners) => new { releasableTo = partners };

    extension(HttpClient client)
    {
        public Task<Answer> Propose(string act, string resource, object arguments, string query = "") =>
            client.Post($"proposals{query}", new { id = Guid.CreateVersion7(), act, resource, arguments, reason = "It is needed." });

        public Task<Answer> Decide(Answer proposal, string to, string query = "") =>
            client.Post($"proposals/{proposal.Json["id"]}/transitions{query}", new { to, reason = "Seen." }, ("If-Match", "*"));

        public Task<Answer> Put(string path, object body, string ifMatch = "*") => client.Send(HttpMethod.Put, path, body, ("If-Match", ifMatch));
    }

    /// <summary>The words of a list in an answer.</summary>
    public static string List(this JsonNode? list) => string.Join(' ', list!.AsArray().Select(x => (string?)x));
}
