using System.Security.Cryptography;
using System.Text;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Interdiction.Data.RowSecurity;

/// <summary>
/// The owner of the database, at start: tables up to date, the application's login, policies and grants. One server at a
/// time; the others wait and find it done.
/// </summary>
sealed class PostgresOwner(Logins logins, Settings settings) : IOwner
{
    // The same number in every server; it means nothing.
    internal const long Turn = 0x496e746572646963;

    // How the tables of this database are guarded at this moment, whoever changed it.
    const string State = """
        SELECT md5(string_agg(x, E'\n' ORDER BY x)) FROM (
            SELECT format('%s %s %s %s', relname, relrowsecurity, relforcerowsecurity, relacl) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v')
            UNION ALL SELECT format('%s %s', viewname, definition) FROM pg_views WHERE schemaname = 'public'
            UNION ALL SELECT format('%s %s %s %s %s %s', polrelid::regclass, polname, polcmd, polroles::regrole[], pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) FROM pg_policy
        ) AS state(x)
        """;

    public async Task<IAsyncDisposable> Prepare(InterdictionDb db, CancellationToken stop)
    {
        // No pool: once the server serves, it holds no connection of the owner.
        var owner = new NpgsqlConnectionStringBuilder(logins.Owner) { Pooling = false, CommandTimeout = 0 }.ConnectionString;
        await using var tables = new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(owner).ForDesign().Options, new Caller());
        var creator = tables.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(stop))
            await creator.CreateAsync(stop);
        // Kept open until the start is done: the turn ends with it.
        var turn = new NpgsqlConnection(owner);
        try
        {
            await turn.OpenAsync(stop);
            await Ask(turn, $"SELECT pg_advisory_lock({Turn})", stop);
            await tables.Database.MigrateAsync(stop);
            if (settings.RowSecurity)
            {
                if (logins.Makes)
                    await MakeLogin(turn, stop);
                await LoginCheck.Check(logins, stop);
                await Guard(turn, RowPolicies.Of(tables.Model, logins.ApplicationName), stop);
            }
            else
                await Ask(turn, RowPolicies.OpenView, stop);
            return turn;
        }
        catch
        {
            await turn.DisposeAsync();
            throw;
        }
    }

    async Task MakeLogin(NpgsqlConnection owner, CancellationToken stop)
    {
        if (await LoginCheck.CanEnter(logins, stop))
            return;
        try
        {
            var exists = await Ask(owner, $"SELECT rolname FROM pg_roles WHERE rolname = '{logins.ApplicationName.Replace("'", "''", StringComparison.Ordinal)}'", stop) is not null;
            await Ask(owner, logins.MakeLogin(exists), stop);
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new InvalidOperationException(
                $"""The owner of the database may not make the login "{logins.ApplicationName}" under which the server serves. Make one yourself (CREATE ROLE ... LOGIN PASSWORD ...), name it in Interdiction__Database, and the owner in Interdiction__DatabaseOwner.""", refused);
        }
    }

    /// <summary>Writes policies and grants where they are not as they should be: a server that starts beside others locks no table.</summary>
    static async Task Guard(NpgsqlConnection owner, string policies, CancellationToken stop)
    {
        var wanted = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(policies)));
        if (await Ask(owner, "SELECT obj_description('readers'::regclass)", stop) as string == $"{wanted} {await Ask(owner, State, stop)}")
            return;
        await using var transaction = await owner.BeginTransactionAsync(stop);
        await Ask(owner, policies, stop);
        await Ask(owner, $"COMMENT ON TABLE readers IS '{wanted} {await Ask(owner, State, stop)}'", stop);
        await transaction.CommitAsync(stop);
    }

    static async Task<object?> Ask(NpgsqlConnection connection, string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(stop) is var answer and not DBNull ? answer : null;
    }
}
