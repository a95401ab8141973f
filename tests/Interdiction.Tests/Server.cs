using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Interdiction.Tests;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

[assembly: AssemblyFixture(typeof(Server))]

namespace Interdiction.Tests;

/// <summary>
/// The product as it is deployed: Kestrel on a free port, a demonstration's accounts and cases, and SQLite or, where
/// INTERDICTION_TEST_POSTGRES names a cluster, a PostgreSQL database of its own.
/// </summary>
public sealed class Server : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string Base = "/api/v1";

    /// <summary>Connection string of the cluster to test on; null for SQLite.</summary>
    public static string? Cluster { get; } = Environment.GetEnvironmentVariable("INTERDICTION_TEST_POSTGRES") is { Length: > 0 } cluster ? cluster : null;

    /// <summary>Bytes; a full run writes a tenth of it.</summary>
    const long EnoughRoom = 6_000_000_000;

    readonly string folder = Folder();
    /// <summary>Callers get a new token before the old one ends: a run on a slow machine outlives it.</summary>
    static readonly TimeSpan Renewal = TimeSpan.FromMinutes(8);

    readonly ConcurrentDictionary<string, Task<(HttpClient Client, long Since)>> callers = new();
    string? database;

    /// <summary>Settings beyond those of every test, by their names below Interdiction.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>The server's clock: the true time, until a test moves it on.</summary>
    public MovableClock Clock { get; } = new();

    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        // Where files are kept elsewhere or scanned, and e-mail is sent, those of the demonstration come there too.
        database = Settings.Keys.Any(x => x.Split(':')[0] is "Evidence" or "Mail") ? await Beginning.Empty() : await Beginning.Copy(folder);
        UseKestrel(0);
        StartServer();
        using var probe = CreateClient();
        Address = probe.BaseAddress!;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Interdiction:Data", folder);
        builder.UseSetting("Interdiction:Demo", "true");
        foreach (var (name, value) in Settings)
            builder.UseSetting($"Interdiction:{name}", value);
        builder.ConfigureTestServices(x => x.AddSingleton<TimeProvider>(Clock));
        if (database is not null)
            builder.UseSetting("Interdiction:Database", new NpgsqlConnectionStringBuilder(Cluster!) { Database = database }.ConnectionString);
    }

    /// <summary>A client without a token.</summary>
    public HttpClient Anonymous() => new() { BaseAddress = Address };

    /// <summary>A machine client of the demonstration, such as aus-officer.</summary>
    public async Task<HttpClient> As(string who)
    {
        var caller = await callers.GetOrAdd(who, SignIn);
        return TimeProvider.System.GetElapsedTime(caller.Since) < Renewal ? caller.Client : (await (callers[who] = SignIn(who))).Client;
    }

    async Task<(HttpClient, long)> SignIn(string who)
    {
        var (client, since) = (Anonymous(), TimeProvider.System.GetTimestamp());
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await Token($"demo-{who}"));
        return (client, since);
    }

    async Task<string> Token(string client)
    {
        using var anonymous = Anonymous();
        using var answer = await anonymous.PostAsync("/connect/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = client,
            ["client_secret"] = "demo-secret",
            ["scope"] = "interdiction",
        }));
        var body = await answer.Content.ReadFromJsonAsync<JsonObject>();
        return (string?)body!["access_token"] ?? throw new InvalidOperationException(body.ToJsonString());
    }

    /// <summary>PostgreSQL takes no connection of the server for a while, and ends those that there are.</summary>
    public async Task Refuse(TimeSpan time)
    {
        await using var admin = NpgsqlDataSource.Create(Cluster!);
        await using var refuse = admin.CreateCommand($"ALTER ROLE {database}_app CONNECTION LIMIT 0");
        await refuse.ExecuteNonQueryAsync();
        await using var end = admin.CreateCommand($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '{database}_app'");
        await end.ExecuteNonQueryAsync();
        await Task.Delay(time);
        await using var take = admin.CreateCommand($"ALTER ROLE {database}_app CONNECTION LIMIT -1");
        await take.ExecuteNonQueryAsync();
    }

    /// <summary>A folder for SQLite in memory, where there is room: what is asked here is not whether a disk keeps its promises. PostgreSQL is tested without fsync likewise.</summary>
    static string Folder()
    {
        var memory = new DirectoryInfo("/dev/shm");
        return memory.Exists && new DriveInfo(memory.FullName).AvailableFreeSpace > EnoughRoom
            ? memory.CreateSubdirectory($"interdiction-test-{Guid.CreateVersion7():N}").FullName
            : Directory.CreateTempSubdirectory("interdiction-test-").FullName;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (database is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await using var admin = NpgsqlDataSource.Create(Cluster!);
            await using var drop = admin.CreateCommand($"DROP DATABASE {database} WITH (FORCE)");
            await drop.ExecuteNonQueryAsync();
            await using var dropLogin = admin.CreateCommand($"DROP ROLE {database}_app");
            await dropLogin.ExecuteNonQueryAsync();
        }
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>Runs as the world's clocks do, and can be moved ahead of them.</summary>
public sealed class MovableClock : TimeProvider
{
    long ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + new TimeSpan(Interlocked.Read(ref ahead));

    public void Move(TimeSpan by) => Interlocked.Add(ref ahead, by.Ticks);
}

/// <summary>Calls of the API in tests.</summary>
static class Calls
{
    extension(HttpClient client)
    {
        /// <summary>Sends a request with a JSON body and headers.</summary>
        public async Task<Answer> Send(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
        {
            using var request = new HttpRequestMessage(method, path.StartsWith('/') ? path : $"{Server.Base}/{path}");
            if (body is not null)
                request.Content = body as HttpContent ?? new StringContent(body as string ?? JsonSerializer.Serialize(body), System.Text.Encoding.UTF8, "application/json");
            foreach (var (name, value) in headers)
                request.Headers.TryAddWithoutValidation(name, value);
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            return await Answer.Read(answer);
        }

        public Task<Answer> Get(string path, params (string, string)[] headers) => client.Send(HttpMethod.Get, path, null, headers);

        /// <summary>Posts with a fresh key.</summary>
        public Task<Answer> Post(string path, object? body, params (string, string)[] headers) =>
            client.Send(HttpMethod.Post, path, body, [("Idempotency-Key", Guid.CreateVersion7().ToString()), .. headers]);

        /// <summary>Brings a record into another state, whatever its ETag.</summary>
        public Task<Answer> Move(string record, string to, object? more = null) =>
            client.Post($"{record}/transitions", Documents.With(new JsonObject { ["to"] = to }, more), ("If-Match", "*"));
    }
}

/// <summary>An answer, read whole.</summary>
public sealed record Answer(int Status, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders, byte[] Bytes)
{
    const string Stream = "text/event-stream";

    /// <summary>Reads an answer whole; of a stream, which has no end, what it begins with.</summary>
    public static async Task<Answer> Read(HttpResponseMessage answer)
    {
        var stop = TestContext.Current.CancellationToken;
        if (answer.Content.Headers.ContentType?.MediaType != Stream)
            return new Answer((int)answer.StatusCode, answer.Headers, answer.Content.Headers, await answer.Content.ReadAsByteArrayAsync(stop));
        var first = new byte[4096];
        var read = await (await answer.Content.ReadAsStreamAsync(stop)).ReadAsync(first, stop);
        return new Answer((int)answer.StatusCode, answer.Headers, answer.Content.Headers, first[..read]);
    }

    public string Text => System.Text.Encoding.UTF8.GetString(Bytes);
    public JsonNode Json => JsonNode.Parse(Bytes) ?? throw new InvalidOperationException("The answer is JSON null.");
    public string? ETag => Headers.ETag?.ToString();

    /// <summary>Pointer and code of each fault of a problem.</summary>
    public IEnumerable<(string Pointer, string Code)> Faults => (Json["errors"]?.AsArray() ?? []).Select(x => ((string)x!["pointer"]!, (string)x["code"]!));

    public Answer Is(int status)
    {
        Assert.True(Status == status, $"Expected {status}, got {Status}: {Text}");
        return this;
    }
}
