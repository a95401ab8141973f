using Interdiction.Data.RowSecurity;
using Interdiction.Tests.Pipeline;
using Npgsql;

namespace Interdiction.Tests.Data;

/// <summary>How servers of one database start.</summary>
public sealed class StartTests
{
    // Broken once each by taking the advisory lock away and by policies that are written once only.
    [PostgresFact]
    public async Task Two_servers_start_at_once_on_an_empty_database_and_a_later_one_puts_right_what_was_changed()
    {
        await using var first = await StationData.Make();
        {
            await using var one = new Station(first);
            await using var other = new Station(first with { Folder = Directory.CreateDirectory(Path.Combine(first.Folder, "other")).FullName });
            var officers = await Task.WhenAll(Task.Run(one.Officer), Task.Run(other.Officer));
            var report = Documents.Report();
            (await officers[0].Post("boardings?submit=true", report)).Is(201);
            (await officers[1].Get($"boardings/{report["id"]}")).Is(200);
            Assert.Equal("8", await Ask(first, "SELECT count(*)::text FROM partners"));
            foreach (var officer in officers)
                officer.Dispose();
        }
        var state = "SELECT string_agg(polname || pg_get_expr(polqual, polrelid), ' ' ORDER BY polrelid, polname)::text FROM pg_policy";
        var policies = await Ask(first, state);
        await Ask(first, "DROP POLICY interdiction_select ON cases; ALTER TABLE boardings DISABLE ROW LEVEL SECURITY");
        Assert.NotEqual(policies, await Ask(first, state));
        await using var later = new Station(first);
        using var last = await later.Officer();
        Assert.Equal(policies, await Ask(first, state));
        Assert.Equal("true", await Ask(first, "SELECT relrowsecurity::text FROM pg_class WHERE relname = 'boardings'"));
    }

    [PostgresFact]
    public async Task A_login_that_row_level_security_would_not_hold_does_not_serve()
    {
        await using var data = await StationData.Make();
        await using var station = new Station(data with { Owner = data.Database });
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(station.Officer);
        Assert.Contains("is a superuser", refused.Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task A_login_of_ones_own_serves_beside_the_owner()
    {
        await using var data = await StationData.Make();
        var login = new NpgsqlConnectionStringBuilder(data.Database) { Username = $"{new NpgsqlConnectionStringBuilder(data.Database).Database}_app" };
        await Ask(data, $"CREATE ROLE {login.Username} LOGIN");
        await using var station = new Station(data with { Owner = data.Database, Database = login.ConnectionString });
        using var officer = await station.Officer();
        (await officer.Post("boardings?submit=true", Documents.Report())).Is(201);
        Assert.Equal(login.Username, await Ask(data, $"SELECT string_agg(DISTINCT usename, ' ') FROM pg_stat_activity WHERE datname = '{login.Database}' AND pid <> pg_backend_pid()"));
    }

    [PostgresFact]
    public async Task The_password_of_the_login_follows_from_the_owners_and_is_none_where_it_has_none()
    {
        var settings = new Settings { Database = "Host=db;Database=cases;Username=owner;Password=one" };
        var (own, same) = (Logins.Of(settings), Logins.Of(settings));
        Assert.Equal("cases_app", own.ApplicationName);
        Assert.Equal(own.Application, same.Application);
        Assert.DoesNotContain("Password=one", own.Application, StringComparison.Ordinal);
        Assert.NotEqual(own.Application, Logins.Of(new Settings { Database = settings.Database.Replace("one", "two", StringComparison.Ordinal) }).Application);
        Assert.DoesNotContain("Password", Logins.Of(new Settings { Database = "Host=db;Database=cases;Username=owner" }).Application, StringComparison.Ordinal);
        Assert.DoesNotContain(new NpgsqlConnectionStringBuilder(own.Application).Password!, own.MakeLogin(exists: false), StringComparison.Ordinal);
        await using var cluster = NpgsqlDataSource.Create(Server.Cluster!);
        await using var verifier = cluster.CreateCommand($"DO $$ BEGIN {own.MakeLogin(exists: false)}; IF (SELECT rolpassword NOT LIKE 'SCRAM-SHA-256$4096:%' FROM pg_authid WHERE rolname = 'cases_app') THEN RAISE 'stored as a password'; END IF; DROP ROLE cases_app; END $$");
        await verifier.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    static async Task<string?> Ask(StationData data, string sql)
    {
        await using var admin = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(data.Database) { Username = new NpgsqlConnectionStringBuilder(Server.Cluster).Username }.ConnectionString);
        await using var command = admin.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) as string;
    }
}
