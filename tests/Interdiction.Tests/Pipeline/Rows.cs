using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Interdiction.Tests.Pipeline;

/// <summary>How many rows there are in the database of a station, whoever may read them.</summary>
static class Rows
{
    public static async Task<Dictionary<string, long>> Count(StationData data, params IReadOnlyList<string> tables)
    {
        await using DbConnection db = data.Database is null
            ? new SqliteConnection($"Data Source={Path.Combine(data.Folder, "interdiction.db")};Mode=ReadOnly;Pooling=false")
            : new NpgsqlConnection($"{data.Database};Pooling=false");
        await db.OpenAsync();
        var counted = new Dictionary<string, long>();
        foreach (var table in tables)
        {
            await using var command = db.CreateCommand();
#pragma warning disable CA2100 // The names are those of tests.
            command.CommandText = $"SELECT count(*) FROM {table}";
#pragma warning restore CA2100
            counted[table] = Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
        }
        return counted;
    }
}
