using System.Diagnostics;
using Interdiction.Tests.Architecture;

namespace Interdiction.Tests.Evidence;

/// <summary>Programs of tests/evidence, which others wrote: a client of tus, a server of S3.</summary>
static class Programs
{
    static readonly string Folder = Path.Combine(Product.Root.FullName, "tests", "evidence");

    static readonly Lazy<Task> Installed = new(async () => Assert.Equal((0, ""), await Run("npm", Folder, "ci", "--silent")));

    /// <summary>Begins a program, which says its first line when it is ready.</summary>
    public static async Task<Process> Start(string program, string argument = "", string? settings = null)
    {
        await Installed.Value;
        var start = new ProcessStartInfo("node", [program, argument]) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardInput = true, RedirectStandardError = true };
        start.Environment["INTERDICTION_UPLOAD"] = settings;
        return Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
    }

    /// <summary>Runs a command to its end.</summary>
    /// <returns>Its exit status, and what it said where that is not 0.</returns>
    public static async Task<(int Status, string Said)> Run(string command, string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException($"{command} did not start.");
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, process.ExitCode == 0 ? "" : string.Concat(said));
    }
}
