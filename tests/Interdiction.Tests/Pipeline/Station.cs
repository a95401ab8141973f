using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Interdiction.Tests.Pipeline;

/// <summary>A server that can be stopped and started again on the same data.</summary>
/// <param name="more">Settings beyond those of a demonstration.</param>
sealed class Station(StationData data, params (string Name, string Value)[] more) : WebApplicationFactory<Program>
{
    /// <summary>What the server takes for the time.</summary>
    public TimeProvider? Clock { get; init; }

    public Uri Start()
    {
        UseKestrel(0);
        StartServer();
        using var probe = CreateClient();
        return probe.BaseAddress!;
    }

    /// <summary>Starts, and signs an officer in.</summary>
    public async Task<HttpClient> Officer()
    {
        var client = new HttpClient { BaseAddress = Start() };
        await SignIn(client);
        return client;
    }

    /// <summary>Gets a machine client of the demonstration a fresh token.</summary>
    public static async Task SignIn(HttpClient client, string who = "demo-aus-officer")
    {
        using var answer = await client.PostAsync("/connect/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = who,
            ["client_secret"] = "demo-secret",
            ["scope"] = "interdiction",
        }));
        var token = (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["access_token"]!;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Interdiction:Data", data.Folder);
        builder.UseSetting("Interdiction:Demo", "true");
        if (data.Database is not null)
            builder.UseSetting("Interdiction:Database", data.Database);
        if (data.Owner is not null)
            builder.UseSetting("Interdiction:DatabaseOwner", data.Owner);
        foreach (var (name, value) in more)
            builder.UseSetting(name, value);
        if (Clock is not null)
            builder.ConfigureTestServices(x => x.AddSingleton(Clock));
    }
}

/// <summary>Folder and, on PostgreSQL, database of a station; they outlive the server and end with the test.</summary>
sealed record StationData(string Folder, string? Database) : IAsyncDisposable
{
    /// <summary>Connection string of the owner, where the database's is not its own.</summary>
    public string? Owner { get; init; }

    public string? DatabaseName => new NpgsqlConnectionStringBuilder(Database).Database;

    public static async Task<StationData> Make()
    {
        var folder = Directory.CreateTempSubdirectory("interdiction-test-").FullName;
        if (Server.Cluster is null)
            return new StationData(folder, null);
        var name = $"test_{Guid.CreateVersion7():N}";
        await Run($"CREATE DATABASE {name}");
        return new StationData(folder, new NpgsqlConnectionStringBuilder(Server.Cluster) { Database = name }.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        if (Database is not null)
        {
            await Run($"DROP DATABASE {DatabaseName} WITH (FORCE)");
            await Run($"DROP ROLE IF EXISTS {DatabaseName}_app");
        }
        Directory.Delete(Folder, recursive: true);
    }

    public static async Task Run(string sql)
    {
        await using var admin = NpgsqlDataSource.Create(Server.Cluster!);
        await using var command = admin.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
