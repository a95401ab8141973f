using Microsoft.EntityFrameworkCore;

namespace Interdiction.Data;

/// <summary>Brings the tables up to date, before anybody is served.</summary>
interface IOwner
{
    /// <returns>What keeps other servers of the same database waiting, until an empty one is filled.</returns>
    Task<IAsyncDisposable> Prepare(InterdictionDb db, CancellationToken stop);
}

/// <summary>One server uses a SQLite file: there is nobody to wait, and no login to guard against.</summary>
sealed class SqliteOwner : IOwner, IAsyncDisposable
{
    public async Task<IAsyncDisposable> Prepare(InterdictionDb db, CancellationToken stop)
    {
        await db.Database.MigrateAsync(stop);
        return this;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
