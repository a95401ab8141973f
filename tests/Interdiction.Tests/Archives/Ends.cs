using System.Text.Json.Nodes;
using Interdiction.Tests.Proposals;

namespace Interdiction.Tests.Archives;

/// <summary>What tests of the end of a case do again and again.</summary>
static class Ends
{
    extension(HttpClient first)
    {
        /// <summary>Does an act that takes two people.</summary>
        public async Task<Answer> Together(HttpClient second, string act, string resource, object arguments) =>
            (await second.Decide((await first.Propose(act, resource, arguments)).Is(201), "approved")).Is(200);

        /// <summary>Closes a case, lets its time be over at once, and puts it into the archive.</summary>
        public async Task Archive(HttpClient second, string @case, string disposition = "noViolation")
        {
            await first.Together(second, "closeCase", @case, new { disposition });
            await first.Outlive(second, @case);
            (await first.Move($"cases/{@case}", "archived")).Is(200);
        }

        /// <summary>Lets the time of a closed case be over.</summary>
        public async Task Outlive(HttpClient second, string @case) =>
            await first.Together(second, "setRetention", @case, new { @class = "standard", until = (string)(await first.Retention(@case))["closedAt"]! });

        public async Task<JsonNode> Retention(string @case) => (await first.Get($"cases/{@case}/retention")).Is(200).Json;

        /// <summary>Announces that an archived case is to be destroyed.</summary>
        /// <returns>The id of the destruction.</returns>
        public async Task<string> Announce(HttpClient second, string @case)
        {
            await first.Together(second, "destroyCase", @case, new { });
            return (string)(await first.Retention(@case))["destruction"]!;
        }

        public async Task<JsonNode> Destruction(string id) => (await first.Get($"destructions/{id}")).Is(200).Json;
    }
}
