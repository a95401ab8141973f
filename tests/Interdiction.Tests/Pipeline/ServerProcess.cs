using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Interdiction.Tests.Pipeline;

/// <summary>The server as a process of its own, which can be killed as the kernel or a power cut would end it.</summary>
sealed class ServerProcess : IDisposable
{
    // A first start beside a whole test run takes its time.
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    readonly Process process;

    ServerProcess(Process process) => this.process = process;

    public Uri Address { get; private set; } = null!;

    /// <summary>Starts on a free port, and waits until the server tells where it is ready.</summary>
    public static async Task<ServerProcess> Start(StationData data)
    {
        var it = Begin(data);
        await it.Ready();
        return it;
    }

    /// <summary>Starts, and does not wait.</summary>
    public static ServerProcess Begin(StationData data)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location]) { RedirectStandardOutput = true, WorkingDirectory = AppContext.BaseDirectory };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Logging__LogLevel__Default"] = "None";
        start.Environment["Interdiction__Address"] = "127.0.0.1";
        start.Environment["Interdiction__Port"] = "0";
        start.Environment["Interdiction__Demo"] = "true";
        start.Environment["Interdiction__Data"] = data.Folder;
        start.Environment["Interdiction__Database"] = data.Database ?? "";
        return new ServerProcess(Process.Start(start)!);
    }

    async Task Ready()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            if (line.Split(' ').FirstOrDefault(x => x.StartsWith("http://", StringComparison.Ordinal)) is { } address)
            {
                Address = new Uri(address);
                // Whatever else it says is read, so that it never waits for a reader.
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return;
            }
        throw new InvalidOperationException("The server ended before it was ready.");
    }

    /// <summary>A machine client of the demonstration, such as aus-officer.</summary>
    public async Task<HttpClient> As(string who)
    {
        var client = new HttpClient { BaseAddress = Address };
        using var answer = await client.PostAsync("/connect/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = $"demo-{who}",
            ["client_secret"] = "demo-secret",
            ["scope"] = "interdiction",
        }));
        var token = (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["access_token"]!;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>SIGKILL: it gets no moment to finish anything.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
    }
}
