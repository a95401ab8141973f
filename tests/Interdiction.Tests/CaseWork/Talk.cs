using System.Text.Json.Nodes;

namespace Interdiction.Tests.CaseWork;

/// <summary>Comments and tasks in a case.</summary>
static class Talk
{
    extension(HttpClient client)
    {
        /// <summary>Opens a case; released to the cell and Japan where nothing else is said.</summary>
        public async Task<string> OpenCase(params string[] releasableTo) => (string)(await client.Post("cases", new
        {
            title = "Ship under suspicion",
            mode = "sea",
            marking = Marking("restricted", releasableTo.Length == 0 ? ["JPN", "XCC"] : releasableTo),
        })).Is(201).Json["id"]!;

        /// <summary>Says something to who reads the case in Japan, where nothing else is said.</summary>
        public async Task<JsonNode> Say(string @case, object? changes = null) =>
            (await client.Post($"cases/{@case}/comments", Documents.With(Http.Samples.Comment(new { marking = Marking("restricted", "JPN") }), changes))).Is(201).Json;

        /// <summary>Opens a task for Japan, where nothing else is said.</summary>
        public async Task<JsonNode> Give(string @case, object? changes = null) => (await client.Post($"cases/{@case}/tasks", NewTask(changes))).Is(201).Json;

        public Task<Answer> Change(JsonNode task, object change, string etag = "*") => client.Send(HttpMethod.Patch, $"tasks/{task["id"]}", change, ("If-Match", etag));

        /// <summary>Closes a case of Australia.</summary>
        public async Task Close(string @case, HttpClient second)
        {
            var closing = (await client.Post("proposals", new { act = "closeCase", resource = @case, arguments = new { disposition = "noViolation" }, reason = "Nothing found." })).Is(201).Json;
            (await second.Move($"proposals/{closing["id"]}", "approved")).Is(200);
        }
    }

    public static JsonObject NewTask(object? changes = null) => Documents.With(Http.Samples.Task(new { owner = "JPN", marking = Marking("restricted", "JPN") }), changes);

    public static object Marking(string classification, params string[] releasableTo) => new { classification, releasableTo };
}
