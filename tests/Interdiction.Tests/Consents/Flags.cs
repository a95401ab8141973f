using System.Text.Json.Nodes;

namespace Interdiction.Tests.Consents;

/// <summary>Requests to flag States, and agreements that a legal adviser signs.</summary>
static class Flags
{
    /// <summary>The legal adviser of USA signs: Panama's silence is deemed consent after two hours, Liberia's is none after four, that with Belize is not in force. The others stay unsigned.</summary>
    /// <param name="adviser">Signed in as usa-coordinator.</param>
    public static async Task Sign(HttpClient adviser)
    {
        foreach (var (row, hours, silence, since) in new[] { ("PSI-PA", 2, "deemedAuthorised", "2004-12-01"), ("PSI-LR", 4, "none", "2004-12-09"), ("PSI-BZ", 2, "deemedAuthorised", null) })
            await adviser.Sign("boarding-agreements", row, new { clockHours = hours, clockStarts = "acknowledged", silence, enteredIntoForce = since, source = "Treaty text, article 4." });
    }

    extension(HttpClient client)
    {
        /// <summary>Opens a case; released to the cell and Japan where nothing else is said.</summary>
        public async Task<string> OpenCase(params string[] releasableTo) => (string)(await client.Post("cases", new
        {
            title = "Ship under suspicion",
            mode = "sea",
            marking = new { classification = "restricted", releasableTo = releasableTo.Length == 0 ? ["JPN", "XCC"] : releasableTo },
        })).Is(201).Json["id"]!;

        /// <summary>Asks a flag State, in a case of its own where none is named.</summary>
        public async Task<JsonNode> Ask(object? changes = null) => (await client.Post("consent-requests", await client.Request(changes))).Is(201).Json;

        public async Task<JsonObject> Request(object? changes = null)
        {
            var request = Documents.With(Http.Samples.ConsentRequest(new { flag = "PAN", caseId = (string?)null, marking = Marking("restricted", "JPN") }), changes);
            request["caseId"] ??= await client.OpenCase();
            return request;
        }

        /// <summary>Signs a row of the reference data, whatever was signed before.</summary>
        public async Task<Answer> Sign(string set, string row, object signature) =>
            (await client.Send(HttpMethod.Put, $"reference/{set}/{row}/signature", signature, ("If-Match", "*"))).Is(200);

        public async Task<JsonNode> Read(JsonNode request) => (await client.Get(At(request))).Is(200).Json;
    }

    public static object Marking(string classification, params string[] releasableTo) => new { classification, releasableTo };

    public static string At(JsonNode request) => $"consent-requests/{request["id"]}";
}
