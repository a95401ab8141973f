using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Interdiction.Benchmarks;

/// <summary>Sends requests over eight connections and counts the answers.</summary>
static class Load
{
    const int Connections = 8;

    public static async Task<HttpClient> SignedIn(Uri product, string who = "demo-aus-officer")
    {
        var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections });
        using var answer = await client.PostAsync(new Uri(product, "/connect/token"), new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = who,
            ["client_secret"] = "demo-secret",
            ["scope"] = "interdiction",
        }));
        var token = (string)(await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>())!["access_token"]!;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <returns>Id of the report and of its case.</returns>
    public static async Task<(Guid Report, Guid Case)> File(HttpClient client, Uri product, JsonObject report)
    {
        using var answer = await client.SendAsync(Filing(product, report));
        var filed = (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>())!;
        return ((Guid)filed["id"]!, (Guid)filed["caseId"]!);
    }

    public static HttpRequestMessage Filing(Uri at, JsonObject report)
    {
        var own = report.DeepClone();
        own["id"] = Guid.CreateVersion7().ToString();
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(at, "/api/v1/boardings?submit=true"))
        {
            Content = new StringContent(own.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        return request;
    }

    /// <returns>Answers a second, after warming up for a third of the time.</returns>
    public static async Task<double> Run(HttpClient client, Func<int, HttpRequestMessage> request, int seconds)
    {
        await For(client, request, TimeSpan.FromSeconds(seconds / 3 + 1));
        return await For(client, request, TimeSpan.FromSeconds(seconds));
    }

    static async Task<double> For(HttpClient client, Func<int, HttpRequestMessage> request, TimeSpan time)
    {
        var (next, done, watch) = (0, 0, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            while (watch.Elapsed < time)
            {
                using var sent = request(Interlocked.Increment(ref next));
                using var answer = await client.SendAsync(sent);
                if (!answer.IsSuccessStatusCode)
                    throw new InvalidOperationException($"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
                await answer.Content.ReadAsByteArrayAsync();
                Interlocked.Increment(ref done);
            }
        }));
        return done / watch.Elapsed.TotalSeconds;
    }
}
