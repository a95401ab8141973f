using Interdiction.Data.RowSecurity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Interdiction.Data;

/// <summary>Chooses the database: SQLite below the data folder, or PostgreSQL where a connection string is set.</summary>
static class DataModule
{
    public static void AddData(this WebApplicationBuilder builder, Settings settings)
    {
        builder.Services.AddSingleton<WriterGate>();
        builder.Services.AddScoped<ReaderTable>();
        builder.Services.AddScoped<Subjects>();
        builder.Services.AddHostedService<Start>();
        if (settings.Database is { Length: > 0 })
        {
            var logins = Logins.Of(settings);
            builder.Services.AddSingleton(logins);
            builder.Services.AddSingleton<IOwner, PostgresOwner>();
            builder.Services.AddDbContext<InterdictionDb, PostgresDb>(x => x
                .UseNpgsql(Fast(logins.Application), y => y.UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery)).UseOpenIddict<Guid>()
                .AddInterceptors(settings.RowSecurity ? [new RowScope()] : []));
        }
        else
        {
            builder.Services.AddSingleton<IOwner, SqliteOwner>();
            builder.Services.AddDbContext<InterdictionDb, SqliteDb>(x => x.UseSqlite($"Data Source={Path.Combine(settings.DataFolder, "interdiction.db")}",
                y => y.UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery)).UseOpenIddict<Guid>());
        }
    }

    /// <summary>What migrations must know without the server: the tables of OpenIddict, and of Identity with passkeys.</summary>
    public static DbContextOptionsBuilder<T> ForDesign<T>(this DbContextOptionsBuilder<T> options) where T : DbContext
    {
        options.UseOpenIddict<Guid>();
        options.UseApplicationServiceProvider(new ServiceCollection().Configure<IdentityOptions>(x => x.Stores.SchemaVersion = IdentitySchemaVersions.Version3).BuildServiceProvider());
        return options;
    }

    // Resetting a pooled connection costs more than the read itself; nothing is ever set for a whole session. The reading
    // filter makes statements that take longer to plan than to run: each is planned once a connection. At a million records
    // PostgreSQL would compile them as well, or start processes to help with a page of fifty, at each call, for many times
    // what it takes to run them.
    static string Fast(string database)
    {
        var connection = new NpgsqlConnectionStringBuilder(database) { NoResetOnClose = true, MaxAutoPrepare = 100 };
        connection.Options = $"{connection.Options} -c plan_cache_mode=force_generic_plan -c jit=off -c max_parallel_workers_per_gather=0".TrimStart();
        return connection.ConnectionString;
    }
}
