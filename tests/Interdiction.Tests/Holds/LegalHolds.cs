using System.Text.Json.Nodes;
using Interdiction.Tests.Administration;
using Interdiction.Tests.Proposals;

namespace Interdiction.Tests.Holds;

/// <summary>What tests of legal holds do again and again: AUS leads, and the adviser of SGP stands in for its second one.</summary>
static class LegalHolds
{
    public static readonly object Scope = new { scope = "All exhibits, for proceeding 12/2026" };

    /// <summary>Both advisers read what has it.</summary>
    public static readonly object Marking = new { classification = "restricted", releasableTo = new[] { "SGP" } };

    /// <summary>The two legal advisers; SGP is named as a deputy where it is none yet.</summary>
    /// <param name="login">Gives a client for an account's name.</param>
    public static async Task<(HttpClient Adviser, HttpClient Deputy)> Advisers(Func<string, Task<HttpClient>> login)
    {
        var administrator = await login("aus-administrator");
        if ((await administrator.Get("admin/deputies?limit=200")).Is(200).Json["items"]!.AsArray().All(x => !x!["acts"].List().Contains("setHold", StringComparison.Ordinal)))
            (await administrator.Post("admin/deputies", new { partner = "SGP", acts = Office.Codes("setHold", "liftHold") })).Is(201);
        return (await login("aus-coordinator"), await login("sgp-coordinator"));
    }

    public static async Task<Answer> Done(HttpClient first, HttpClient second, string act, string resource, object arguments) =>
        (await second.Decide((await first.Propose(act, resource, arguments)).Is(201), "approved")).Is(200);

    /// <summary>Puts a case under a hold.</summary>
    /// <returns>The hold as it is shown.</returns>
    public static async Task<JsonNode> Set(Func<string, Task<HttpClient>> login, string @case)
    {
        var (adviser, deputy) = await Advisers(login);
        await Done(adviser, deputy, "setHold", @case, Scope);
        return (await adviser.Get($"cases/{@case}/holds?limit=200")).Is(200).Json["items"]!.AsArray()[^1]!;
    }
}
