using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Interdiction.Tests.EndToEnd;

/// <summary>A program of tests/openid: a client that others wrote, run by the node that came with the browser's driver.</summary>
static class OpenIdClient
{
    static readonly string Folder = Path.Combine(Root(), "tests", "openid");

    static readonly Lazy<Task> Installed = new(async () =>
    {
        using var npm = Process.Start(new ProcessStartInfo("npm", ["ci"]) { WorkingDirectory = Folder, RedirectStandardError = true, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("npm did not start.");
        var said = await Task.WhenAll(npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
        await npm.WaitForExitAsync();
        Assert.True(npm.ExitCode == 0, string.Concat(said));
    });

    public static async Task<Process> Start(string program, JsonObject settings, string? authorities = null)
    {
        await Installed.Value;
        var start = new ProcessStartInfo(Node(), [program]) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["INTERDICTION_OPENID"] = settings.ToJsonString();
        if (authorities is not null)
            start.Environment["NODE_EXTRA_CA_CERTS"] = authorities;
        return Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
    }

    /// <summary>Every check of the list was made, no other was, and each is as it should be.</summary>
    public static void AllHold(string results, params IEnumerable<string> names)
    {
        var found = JsonSerializer.Deserialize<JsonArray>(results)!;
        Assert.All(found, x => Assert.True((bool)x!["ok"]!, $"{x["name"]}: {x["why"]}"));
        Assert.Equal(names.Order(StringComparer.Ordinal), found.Select(x => (string)x!["name"]!).Order(StringComparer.Ordinal));
    }

    static string Node() =>
        Path.Combine(AppContext.BaseDirectory, ".playwright", "node", RuntimeInformation.ProcessArchitecture is Architecture.Arm64 ? "linux-arm64" : "linux-x64", "node");

    static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Interdiction.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The repository was not found above the tests.");
        return folder.FullName;
    }
}
