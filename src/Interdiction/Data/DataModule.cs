using Interdiction.Kernel;
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
        if (settings.Database is { Length: > 0 } database)
            builder.Services.AddDbContext<InterdictionDb, PostgresDb>(x => x.UseNpgsql(Fast(database)).UseOpenIddict<Guid>());
        else
            builder.Services.AddDbContext<InterdictionDb, SqliteDb>(x => x.UseSqlite($"Data Source={Path.Combine(settings.DataFolder, "interdiction.db")}").UseOpenIddict<Guid>());
    }

    // Resetting a pooled connection costs more than the read itself; nothing is ever set for a whole session.
    static string Fast(string database) =>
        new NpgsqlConnectionStringBuilder(database) { NoResetOnClose = true, MaxAutoPrepare = 50 }.ConnectionString;
}
