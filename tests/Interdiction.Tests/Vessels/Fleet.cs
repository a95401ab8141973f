using System.Globalization;
using System.Text.Json.Nodes;
using Interdiction.Tests.Proposals;

namespace Interdiction.Tests.Vessels;

/// <summary>Boardings of ships that nobody else's test has met.</summary>
static class Fleet
{
    static int ships = Random.Shared.Next(100_000, 900_000);

    /// <summary>An IMO number with its check digit.</summary>
    public static string Imo()
    {
        var six = Interlocked.Increment(ref ships).ToString(CultureInfo.InvariantCulture);
        return six + six.Select((x, i) => (x - '0') * (7 - i)).Sum() % 10;
    }

    /// <summary>A name of seven letters by chance.</summary>
    public static string Name() => new([.. Enumerable.Range(0, 9).Select(i => (i % 2 == 0 ? "BDFGKLMNPRSTVZ" : "AEIOU") is var letters ? letters[Random.Shared.Next(letters.Length)] : ' ')]);

    public static JsonObject Vessel(string? name, object? more = null) => Documents.With(new JsonObject
    {
        ["kind"] = "vessel",
        ["names"] = name is null ? new JsonArray() : new JsonArray(new JsonObject { ["name"] = name, ["source"] = "hull" }),
    }, more);

    extension(HttpClient officer)
    {
        /// <summary>Files and submits the report of a boarding.</summary>
        /// <returns>Id of the report, which is the vessel's.</returns>
        public async Task<string> Board(JsonObject vessel, string[] releasableTo, object? changes = null, string query = "?submit=true") =>
            (string)(await officer.Post($"boardings{query}", Documents.With(Documents.Report(new { conveyance = vessel, marking = Acts.Marking("restricted", releasableTo) }), changes))).Is(201).Json["id"]!;

        public async Task<JsonNode> Ship(string id) => (await officer.Get($"vessels/{id}")).Is(200).Json;

        public async Task<JsonArray> Likely(string id) => (await officer.Get($"vessels/{id}/likely-same")).Is(200).Json["items"]!.AsArray();

        public async Task<List<string>> Listed(string query) => (await officer.Get($"vessels?{query}")).Is(200).Json["items"]!.AsArray().Select(x => (string)x!["id"]!).ToList();
    }

    /// <summary>Two vessels are linked, or unlinked, by two coordinators.</summary>
    public static async Task<Answer> Done(HttpClient first, HttpClient second, string act, string vessel, object arguments) =>
        (await second.Decide((await first.Propose(act, vessel, arguments)).Is(201), "approved")).Is(200);

    public static string Codes(this JsonNode items) => string.Join(' ', items.AsArray().Select(x => (string)x!["code"]!));
}
