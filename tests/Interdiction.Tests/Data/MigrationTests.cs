using System.Data.Common;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Tests.Pipeline;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Interdiction.Tests.Data;

/// <summary>A database of an earlier version is brought up to date with what is in it.</summary>
public sealed class MigrationTests
{
    const string Report = "01981f5e-7c00-7000-8000-000000000001";
    const string Case = "01981f5e-7c00-7000-8000-000000000002";

    // Broken once by taking the filling of old rows out of the migration.
    [Fact]
    public async Task What_was_filed_before_access_is_read_by_the_same_partners()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var data = await StationData.Make();
        await using var db = Open(data);
        await db.GetService<IMigrator>().MigrateAsync("First", stop);
        await using DbConnection connection = data.Database is null ? new SqliteConnection(Source(data)) : new NpgsqlConnection(data.Database);
        await connection.OpenAsync(stop);
        await Insert(connection, "cases", ("Id", Case), ("Originator", "AUS"), ("LeadPartner", "AUS"));
        await Insert(connection, "boardings", ("Id", Report), ("CaseId", Case), ("Originator", "AUS"));
        await Insert(connection, "boarding_revisions", ("BoardingId", Report), ("CaseId", Case), ("Number", 1), ("BoardingNumber", "AUS-2026-B1"), ("Title", "Night Ferry"), ("SearchText", " master ivanov"), ("Report", """{"startedAt":"2003-08-07T02:00:00Z","legalBases":[{"code":"BILATERAL"},{"code":"TERRITORIAL_SEA"}]}"""));
        await Insert(connection, "readers", ("RecordId", Report), ("Partner", "JPN"), ("Revision", 1), ("At", db is SqliteDb ? 77 : "2026-01-02T00:00:00Z"));
        await Insert(connection, "participants", ("CaseId", Case), ("RecordId", Case), ("Partner", "AUS"));
        await Insert(connection, "accounts", ("Id", Report), ("Login", "officer@aus.example"));
        await Insert(connection, "accounts", ("Id", Case), ("Login", "aus-system"));
        await db.GetService<IMigrator>().MigrateAsync("Access", stop);
        await Insert(connection, "proposals", ("Id", Report), ("Resource", Case));
        await db.GetService<IMigrator>().MigrateAsync(null, stop);

        Assert.Equal("1", await Ask(connection, "SELECT count(*) FROM proposals WHERE \"Record\" = \"Resource\" AND \"Revision\" = 0"));
        Assert.Equal("AUS", await Ask(connection, "SELECT \"Originator\" FROM boarding_revisions"));
        Assert.Equal("BILATERAL TERRITORIAL_SEA 2003-08", await Ask(connection, "SELECT \"Bases\" || ' ' || \"Month\" FROM boarding_revisions"));
        Assert.Equal("JPN 00000000-0000-0000-0000-000000000000 00000000-0000-0000-0000-000000000000", await Ask(connection, "SELECT \"Partner\" || ' ' || \"Audience\" || ' ' || \"CaseAudience\" FROM readers WHERE \"Since\" = \"At\""));
        Assert.Equal("1", await Ask(connection, "SELECT count(*) FROM participants"));
        Assert.Equal("0", await Ask(connection, "SELECT \"Kind\" FROM accounts WHERE \"Login\" = 'officer@aus.example'"));
        Assert.Equal("1", await Ask(connection, "SELECT \"Kind\" FROM accounts WHERE \"Login\" = 'aus-system'"));
        Assert.False(db.Database.HasPendingModelChanges());
    }

    static InterdictionDb Open(StationData data) => data.Database is null
        ? new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite(Source(data)).ForDesign().Options, new Caller(), new WriterGate())
        : new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(data.Database).ForDesign().Options, new Caller());

    static string Source(StationData data) => $"Data Source={Path.Combine(data.Folder, "interdiction.db")};Pooling=false";

    /// <summary>Inserts a row; what it needs beyond these values is empty.</summary>
    static async Task Insert(DbConnection connection, string table, params (string Column, object Value)[] values)
    {
        var columns = new List<string>();
        await using (var read = await Command(connection, connection is SqliteConnection
            ? $"SELECT name, type FROM pragma_table_info('{table}') WHERE \"notnull\" = 1"
            : $"SELECT column_name, data_type FROM information_schema.columns WHERE table_name = '{table}' AND is_nullable = 'NO' AND is_identity = 'NO'").ExecuteReaderAsync())
            while (await read.ReadAsync())
                columns.Add(Array.Find(values, x => x.Column == read.GetString(0)) is { Column: not null } it ? $"'{it.Value}' AS \"{it.Column}\"" : $"{Empty(read.GetString(1))} AS \"{read.GetString(0)}\"");
        var names = string.Join(", ", columns.Select(x => x[(x.LastIndexOf(" AS ", StringComparison.Ordinal) + 4)..]));
        var literals = string.Join(", ", columns.Select(x => x[..x.LastIndexOf(" AS ", StringComparison.Ordinal)]));
        await Command(connection, $"INSERT INTO {table} ({names}) VALUES ({literals})").ExecuteNonQueryAsync();
    }

    static string Empty(string type) => type switch
    {
        "INTEGER" or "integer" or "bigint" or "boolean" or "REAL" or "double precision" => "'0'",
        "uuid" => "gen_random_uuid()",
        "jsonb" or "json" => "'{}'",
        "timestamp with time zone" => "now()",
        "ARRAY" => "'{}'",
        _ => "''",
    };

    static async Task<string?> Ask(DbConnection connection, string sql) => (await Command(connection, sql).ExecuteScalarAsync())?.ToString();

    static DbCommand Command(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements stand above.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
