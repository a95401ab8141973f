using System.Text.Json.Nodes;
using Interdiction.Contracts;
using Interdiction.Contracts.Reference;

namespace Interdiction.Tests.Consents;

/// <summary>Requests to flag States, and agreements that a legal adviser has signed.</summary>
static class Flags
{
    /// <summary>Panama's silence is deemed consent after two hours; Liberia's is none after four; that with Belize is not in force; the others are not signed.</summary>
    public static LegalRegister Signed { get; } = LegalRegister.Default with
    {
        Agreements =
        [
            .. LegalRegister.Default.Agreements.Select(x => x.Code switch
            {
                "PSI-PA" => x with { VerifiedBy = "Legal adviser of USA" },
                "PSI-LR" => x with { VerifiedBy = "Legal adviser of USA", ClockHours = 4, Silence = SilenceEffect.None },
                "PSI-BZ" => x with { VerifiedBy = "Legal adviser of USA", ClockHours = 2, Silence = SilenceEffect.DeemedAuthorised, EnteredIntoForce = null },
                _ => x,
            }),
        ],
    };

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

        public async Task<JsonNode> Read(JsonNode request) => (await client.Get(At(request))).Is(200).Json;
    }

    public static object Marking(string classification, params string[] releasableTo) => new { classification, releasableTo };

    public static string At(JsonNode request) => $"consent-requests/{request["id"]}";
}
