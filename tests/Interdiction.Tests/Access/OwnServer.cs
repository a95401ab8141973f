using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Interdiction.Tests.Access;

/// <summary>
/// A server for one harness: its many records stand in nobody's way, and nobody's in its. Its callers get a new token
/// before the old one ends, for a full run outlives it.
/// </summary>
public sealed class OwnServer : IAsyncLifetime
{
    static readonly TimeSpan Renewal = TimeSpan.FromMinutes(8);

    readonly ConcurrentDictionary<string, Task<(HttpClient Client, long Since)>> callers = new();

    // Clients with an old token may still be in use: they go with the server.
    readonly ConcurrentBag<HttpClient> clients = [];

    public Server Server { get; } = new();

    public ValueTask InitializeAsync() => Server.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients)
            client.Dispose();
        await Server.DisposeAsync();
    }

    internal async Task<HttpClient> As(Principal who)
    {
        var caller = await callers.GetOrAdd(who.Client, _ => SignIn(who));
        if (TimeProvider.System.GetElapsedTime(caller.Since) < Renewal)
            return caller.Client;
        return (await (callers[who.Client] = SignIn(who))).Client;
    }

    async Task<(HttpClient, long)> SignIn(Principal who)
    {
        var since = TimeProvider.System.GetTimestamp();
        using var anonymous = Server.Anonymous();
        using var answer = await anonymous.PostAsync("/connect/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = $"demo-{who.Client}",
            ["client_secret"] = "demo-secret",
            ["scope"] = "interdiction",
        }));
        var token = (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["access_token"]!;
        var client = Server.Anonymous();
        clients.Add(client);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return (client, since);
    }
}
