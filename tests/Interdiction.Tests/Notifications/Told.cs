using System.Text.Json.Nodes;

namespace Interdiction.Tests.Notifications;

/// <summary>What somebody was told.</summary>
static class Told
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    extension(HttpClient client)
    {
        /// <summary>Everything in the inbox, the newest first.</summary>
        public async Task<IReadOnlyList<JsonNode>> Inbox(string query = "")
        {
            var all = new List<JsonNode>();
            for (string? cursor = null; ;)
            {
                var page = (await client.Get($"notifications?limit=200{query}{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}")).Is(200).Json;
                all.AddRange(page["items"]!.AsArray().Select(x => x!));
                if ((cursor = (string?)page["nextCursor"]) is null)
                    return all;
            }
        }

        /// <summary>What was told of a record.</summary>
        public async Task<IReadOnlyList<JsonNode>> ToldOf(JsonNode record) => [.. (await client.Inbox()).Where(x => (string)x["record"]! == (string)record["id"]!)];

        /// <summary>The kinds of what was told of a record, in order.</summary>
        public async Task<string> KindsOf(JsonNode record) => string.Join(' ', (await client.ToldOf(record)).Reverse().Select(x => (string)x["kind"]!));

        /// <summary>Waits until so much of a kind was told of a record.</summary>
        public async Task Until(JsonNode record, string kind, int count)
        {
            using var patience = new CancellationTokenSource(Patience);
            while (!patience.IsCancellationRequested)
            {
                if ((await client.ToldOf(record)).Count(x => (string)x["kind"]! == kind) >= count)
                    return;
                await Task.Delay(200, TestContext.Current.CancellationToken);
            }
            throw new TimeoutException($"{kind} was not told {count} times, but: {await client.KindsOf(record)}");
        }

        public Task<Answer> Mark(JsonNode notification, bool read, string etag = "*") => client.Send(HttpMethod.Patch, $"notifications/{notification["id"]}", new { read }, ("If-Match", etag));
    }
}
