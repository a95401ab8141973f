using Interdiction.Kernel;
using Interdiction.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Interdiction.Data;

/// <summary>SQLite, for one station or a demonstration: write-ahead log, full synchronisation, one writer at a time.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options, Caller caller, WriterGate gate) : InterdictionDb(options, caller)
{
    const int UniqueViolation = 2067;
    const int PrimaryKeyViolation = 1555;

    public override async Task<IDbContextTransaction> Begin(CancellationToken stop)
    {
        var passage = await gate.Enter(stop);
        try
        {
            return new GatedTransaction(await base.Begin(stop), passage);
        }
        catch
        {
            passage.Dispose();
            throw;
        }
    }

    public override bool IsTaken(DbUpdateException failure) =>
        failure.InnerException is SqliteException { SqliteExtendedErrorCode: UniqueViolation or PrimaryKeyViolation };

#pragma warning disable RS0030 // It reads no row.
    protected override Task Overwrite(CancellationToken stop) => Database.ExecuteSqlRawAsync("PRAGMA secure_delete = ON", stop);
#pragma warning restore RS0030

    // One writer at a time is let in already.
    protected override Task HoldUploads(CancellationToken stop) => Task.CompletedTask;

    // Letters and digits alone are in a word: nothing in one is a sign of the index's language.
    protected override IQueryable<SearchEntry> Fitting(SearchQuestion question, IQueryable<SearchEntry> among)
    {
        var asked = string.Join(" OR ", question.Ways.Select(x => $"({string.Join(" AND ", x.Select(y => $"\"{y}\"*"))})"));
        return from entry in among
               join row in Set<SearchIndexRow>() on EF.Property<long>(entry, Row) equals row.Row
               where row.Question == asked
               select entry;
    }

    const string Row = "Row";

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        // The index knows entries by a number that stays when the file is compacted.
        var entries = builder.Entity<SearchEntry>();
        entries.Property<long>(Row).ValueGeneratedOnAdd();
        entries.Metadata.RemoveKey(entries.Metadata.FindPrimaryKey()!);
        entries.HasKey(Row);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite has no time with a zone: ticks of UTC sort and compare.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        configurationBuilder.Properties<decimal>().HaveConversion<string>();
    }

    sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(x => x.UtcTicks, x => new DateTimeOffset(x, TimeSpan.Zero));

    internal sealed class Design : IDesignTimeDbContextFactory<SqliteDb>
    {
        public SqliteDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=design.db").ForDesign().Options, new Caller(), new WriterGate());
    }
}

/// <summary>Lets one writer of this process at a time to SQLite: waiting here beats failing there.</summary>
public sealed class WriterGate : IDisposable
{
    readonly SemaphoreSlim gate = new(1, 1);

    public async Task<IDisposable> Enter(CancellationToken stop)
    {
        await gate.WaitAsync(stop);
        return new Passage(gate);
    }

    public void Dispose() => gate.Dispose();

    sealed class Passage(SemaphoreSlim gate) : IDisposable
    {
        int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0)
                gate.Release();
        }
    }
}

/// <summary>A transaction that holds the writer gate until it ends.</summary>
sealed class GatedTransaction(IDbContextTransaction inner, IDisposable passage) : IDbContextTransaction
{
    public Guid TransactionId => inner.TransactionId;

    public void Commit() => inner.Commit();

    public Task CommitAsync(CancellationToken cancellationToken = default) => inner.CommitAsync(cancellationToken);

    public void Rollback() => inner.Rollback();

    public Task RollbackAsync(CancellationToken cancellationToken = default) => inner.RollbackAsync(cancellationToken);

    public void Dispose()
    {
        inner.Dispose();
        passage.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync();
        passage.Dispose();
    }
}
