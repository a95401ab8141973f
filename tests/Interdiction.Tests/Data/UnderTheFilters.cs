using Interdiction.Data;
using Interdiction.Data.RowSecurity;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Interdiction.Tests.Data;

/// <summary>The database as a caller has it below the application's filters.</summary>
static class UnderTheFilters
{
    extension(Server server)
    {
        /// <summary>Raw SQL under the login that serves, in a transaction that is rolled back.</summary>
        /// <param name="login">For whom; null for a transaction that was told of nobody.</param>
        public async Task<T> Raw<T>(string? login, Func<NpgsqlConnection, Task<T>> work)
        {
            var stop = TestContext.Current.CancellationToken;
            await using var connection = new NpgsqlConnection(server.Services.GetRequiredService<Logins>().Application);
            await connection.OpenAsync(stop);
            await using var transaction = await connection.BeginTransactionAsync(stop);
            if (login is not null)
            {
                var caller = new Caller();
                caller.Become(await server.Account(login));
                foreach (var (name, value) in RowScope.Of(caller))
                {
                    await using var set = new NpgsqlCommand("SELECT set_config($1, $2, true)", connection)
                    {
                        Parameters = { new() { Value = name.Replace("scope_", "interdiction.", StringComparison.Ordinal) }, new() { Value = value } },
                    };
                    await set.ExecuteNonQueryAsync(stop);
                }
            }
            return await work(connection);
        }

        /// <summary>The first column of every row, as text.</summary>
        public Task<List<string>> Rows(string? login, string sql) => server.Raw(login, async connection =>
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            var rows = new List<string>();
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
                rows.Add(reader.IsDBNull(0) ? "" : reader.GetValue(0).ToString()!);
            return rows;
        });

        /// <summary>How many rows a statement changed; or the code with which it was refused.</summary>
        public Task<string> Try(string? login, string sql) => server.Raw(login, async connection =>
        {
            await using var command = new NpgsqlCommand(sql, connection);
            try
            {
                return $"{await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)} rows";
            }
            catch (PostgresException refused)
            {
                return refused.SqlState;
            }
        });

        /// <summary>The product's own context for a caller, in a transaction that is rolled back; or in none, where nothing is told.</summary>
        public async Task<T> Context<T>(string? login, Func<InterdictionDb, Task<T>> work, bool inTransaction = true)
        {
            var account = login is null ? null : await server.Account(login);
            await using var scope = server.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<InterdictionDb>();
            if (account is not null)
                scope.ServiceProvider.GetRequiredService<Caller>().Become(account);
            await using var transaction = inTransaction ? await db.Begin(TestContext.Current.CancellationToken) : null;
            return await work(db);
        }

        /// <summary>The tables as the owner of the database has them, whom nothing holds.</summary>
        public async Task<T> AsOwner<T>(Func<InterdictionDb, Task<T>> work)
        {
            await using var scope = server.Services.CreateAsyncScope();
            if (scope.ServiceProvider.GetService<Logins>() is not { } logins)
                return await work(scope.ServiceProvider.GetRequiredService<InterdictionDb>());
            await using var db = new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(logins.Owner).ForDesign().Options, new Caller());
            return await work(db);
        }

        public async Task<Account> Account(string login)
        {
            await using var scope = server.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<InterdictionDb>().Accounts.AsNoTracking()
                .SingleAsync(x => x.Login == login, TestContext.Current.CancellationToken);
        }
    }
}
