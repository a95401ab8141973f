using System.Text.Json.Nodes;

namespace Interdiction.Tests.Custody;

/// <summary>What tests of exhibits do again and again.</summary>
static class Exhibits
{
    public static readonly object HalfAKilo = Amount("0.500", "KGM");

    public static object Amount(string value, string unit) => new { value, unit };

    /// <summary>The Kaohsiung report with one exhibit of a quantity, submitted unless it is to stay a draft.</summary>
    /// <returns>The report as filed.</returns>
    public static async Task<JsonNode> File(Server server, object? quantity, string query = "?submit=true", object? changes = null)
    {
        var report = Documents.Report(changes);
        var exhibit = report["seizures"]![0]!["exhibits"]![0]!.AsObject();
        Documents.With(exhibit, new { quantity, seals = new[] { new Dictionary<string, string> { ["number"] = "AB100", ["class"] = "H", ["state"] = "applied" } } });
        return (await (await server.As("aus-officer")).Post($"boardings{query}", report)).Is(201).Json;
    }

    /// <summary>The id of an exhibit of a fresh report, of 12.500 kg.</summary>
    public static async Task<string> Fresh(Server server) => Of(await File(server, Amount("12.500", "KGM")));

    public static string Of(JsonNode report) => (string)report["seizures"]![0]!["exhibits"]![0]!["id"]!;

    public static JsonObject Event(string type, object? changes = null) => Documents.With(new JsonObject
    {
        ["id"] = Guid.CreateVersion7().ToString(), ["type"] = type, ["at"] = "2003-08-12T08:00:00Z", ["place"] = "Customs store 4", ["reason"] = "As ordered.",
    }, changes);

    /// <summary>A transfer to a partner, within it or to another.</summary>
    public static JsonObject Transfer(string partner, object? more = null) =>
        Event("transferred", Documents.With(new JsonObject { ["to"] = new JsonObject { ["partner"] = partner, ["agency"] = "Evidence store" } }, more));

    public static async Task<string> Account(HttpClient who) => (string)(await who.Get("me")).Is(200).Json["id"]!;

    extension(HttpClient client)
    {
        public Task<Answer> Record(string exhibit, JsonObject what, string query = "") => client.Post($"exhibits/{exhibit}/custody-events{query}", what);

        public Task<Answer> End(Answer transfer, string to) => client.Move($"custody-events/{transfer.Json["id"]}", to, new { reason = "Seen." });

        public async Task<JsonNode> Exhibit(string id) => (await client.Get($"exhibits/{id}")).Is(200).Json;

        /// <summary>The types of an exhibit's events, in their order.</summary>
        public async Task<string> Chain(string id) => string.Join(' ', (await client.Exhibit(id))["custodyEvents"]!.AsArray().Select(x => (string)x!["type"]!));
    }

    /// <summary>A balance in words; what is zero is left out.</summary>
    public static string Balance(JsonNode exhibit) => string.Join(' ', exhibit["balance"]!.AsObject().Where(x => x.Value is not null && Number(x.Value) != 0)
        .Select(x => $"{x.Key} {Number(x.Value!).ToString("0.#########", System.Globalization.CultureInfo.InvariantCulture)}"));

    static decimal Number(JsonNode quantity) => decimal.Parse((string)quantity["value"]!, System.Globalization.CultureInfo.InvariantCulture);
}
