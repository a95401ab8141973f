using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Npgsql;

namespace Interdiction.Tests.Pipeline;

/// <summary>A server that can be stopped and started again on the same data.</summary>
sealed class Station(StationData data) : WebApplicationFactory<Program>
{
    /// <summary>Starts, and signs an officer in.</summary>
    public async Task<HttpClient> Officer()
    {
        UseKestrel(0);
        StartServer();
        using var probe = CreateClient();
        var client = new HttpClient { BaseAddress = probe.BaseAddress };
        using var answer = await client.PostAsync("/connect/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = "demo-aus-officer",
            ["client_secret"] = "demo-secret",
            ["scope"] = "interdiction",
        }));
        var token = (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["access_token"]!;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Interdiction:Data", data.Folder);
        builder.UseSetting("Interdiction:Demo", "true");
        if (data.Database is not null)
            builder.UseSetting("Interdiction:Database", data.Database);
    }
}

/// <summary>Folder and, on PostgreSQL, database of a station; they outlive the server and end with the test.</summary>
sealed record StationData(string Folder, string? Database) : IAsyncDisposable
{
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
            await Run($"DROP DATABASE {new NpgsqlConnectionStringBuilder(Database).Database} WITH (FORCE)");
        Directory.Delete(Folder, recursive: true);
    }

    static async Task Run(string sql)
    {
        await using var admin = NpgsqlDataSource.Create(Server.Cluster!);
        await using var command = admin.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
