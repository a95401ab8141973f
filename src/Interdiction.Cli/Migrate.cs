using Interdiction.Data;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Cli;

/// <summary>Brings the database up to date, as the server does when it starts.</summary>
sealed class Migrate(InterdictionDb db)
{
    public async Task Run(TextWriter output, CancellationToken stop)
    {
        var waiting = (await db.Database.GetPendingMigrationsAsync(stop)).ToList();
        await db.Database.MigrateAsync(stop);
        await output.WriteLineAsync(waiting.Count == 0 ? "The database is up to date." : $"The database is up to date: {string.Join(", ", waiting)}.");
    }
}
