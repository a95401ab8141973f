using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Interdiction.Tests.Pipeline;

/// <summary>The rows in the database of a station, whoever may read them.</summary>
static class Rows
{
    /// <summary>How many there are.</summary>
    public static async Task<Dictionary<string, long>> Count(StationData data, params IReadOnlyList<string> tables)
    {
        await using var db = await Open(data);
        var counted = new Dictionary<string, long>();
        foreach (var table in tables)
            counted[table] = Convert.ToInt64(await Command(db, $"SELECT count(*) FROM {table}").ExecuteScalarAsync(), CultureInfo.InvariantCulture);
        return counted;
    }

    public static async Task Run(StationData data, string sql)
    {
        await using var db = await Open(data);
        await Command(db, sql).ExecuteNonQueryAsync();
    }

    static async Task<DbConnection> Open(StationData data)
    {
        DbConnection db = data.Database is null
            ? new SqliteConnection($"Data Source={Path.Combine(data.Folder, "interdiction.db")};Pooling=false")
            : new NpgsqlConnection($"{data.Database};Pooling=false");
        await db.OpenAsync();
        return db;
    }

    static DbCommand Command(DbConnection db, string sql)
    {
        var command = db.CreateCommand();
#pragma warning disable CA2100 // The statements are those of tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
