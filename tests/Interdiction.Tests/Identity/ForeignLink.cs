using System.Text.Json.Nodes;
using Interdiction.Tests.Pipeline;

namespace Interdiction.Tests.Identity;

/// <summary>The link of a person of AUS with AUS's own server.</summary>
static class ForeignLink
{
    /// <summary>The administrator of AUS makes it.</summary>
    public static async Task<Answer> Make(Uri station, string login, string subject, int status = 200)
    {
        using var administrator = new HttpClient { BaseAddress = station };
        await Station.SignIn(administrator, "demo-aus-administrator");
        return (await administrator.Send(HttpMethod.Patch, $"admin/users/{(await Find(administrator, login))["id"]}", new { subject }, ("If-Match", "*"))).Is(status);
    }

    /// <summary>The account of a person, as their administrator sees it.</summary>
    public static async Task<JsonNode> Find(HttpClient administrator, string login) =>
        (await administrator.Get("admin/users?limit=200", ("Accept", "application/json"))).Is(200).Json["items"]!.AsArray().Single(x => (string)x!["email"]! == login)!;
}
