using Interdiction.Tests.Pipeline;
using Npgsql;

namespace Interdiction.Tests;

/// <summary>
/// A demonstration that was filled once and let go of. A server begins with a copy of it, and starts as one does that has its
/// data already: to fill each anew would take half of the time of its start.
/// </summary>
static class Beginning
{
    static readonly Lazy<Task<StationData>> filled = new(Fill);
    static readonly SemaphoreSlim turn = new(1);

    /// <summary>An empty database, for a server that fills it.</summary>
    /// <returns>Its name; null on SQLite, where a file is the database.</returns>
    public static async Task<string?> Empty() => Server.Cluster is null ? null : await Make("");

    /// <summary>Copies its files into a folder.</summary>
    /// <returns>Name of a copy of its database; null on SQLite.</returns>
    public static async Task<string?> Copy(string folder)
    {
        var from = await filled.Value;
        foreach (var file in Directory.EnumerateFiles(from.Folder, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(folder, Path.GetRelativePath(from.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
        if (from.Database is null)
            return null;
        // PostgreSQL copies a database for one at a time.
        await turn.WaitAsync();
        try
        {
            return await Make($" TEMPLATE {from.DatabaseName} STRATEGY file_copy");
        }
        finally
        {
            turn.Release();
        }
    }

    static async Task<string> Make(string from)
    {
        var name = $"test_{Guid.CreateVersion7():N}";
        await StationData.Run($"CREATE DATABASE {name}{from}");
        return name;
    }

    static async Task<StationData> Fill()
    {
        var data = await StationData.Make();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => data.DisposeAsync().AsTask().GetAwaiter().GetResult();
        await using (var first = new Station(data))
            first.Start();
        if (data.Database is not null)
            await StationData.Run($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{data.DatabaseName}'");
        return data;
    }
}
