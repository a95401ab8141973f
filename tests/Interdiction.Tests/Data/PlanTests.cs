using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Tests.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Tests.Data;

/// <summary>How SQLite looks for what a query asks: it has counted nothing in its tables, and goes by the query's form.</summary>
public sealed class PlanTests
{
    // Broken once by a join that began with every reader row of the partner: 1.9 s for a filter of 1,169 cases, now 14 ms.
    [Fact]
    public async Task No_record_is_looked_for_among_all_that_the_partner_reads()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var data = await StationData.Make();
        var caller = new Caller();
        caller.Become(Account.Open(Guid.CreateVersion7(), AccountKind.Person, "officer@aus.example", "Officer", "AUS", new Duties([Role.Officer], [], Classification.Secret), TimeProvider.System.GetUtcNow()));
        await using var db = new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite($"Data Source={Path.Combine(data.Folder, "plan.db")};Pooling=false").ForDesign().Options, caller, new WriterGate());
        await db.Database.MigrateAsync(stop);
        await db.Database.OpenConnectionAsync(stop);

        var (reports, id) = (db.ShownRevisions.Where(x => x.FlagClaimed == "PAN"), Guid.CreateVersion7());
        Assert.Contains(await Plan(db.Cases.Where(x => reports.Any(r => r.CaseId == x.Id))), x => x.Contains("IX_boarding_revisions_CaseId", StringComparison.Ordinal));
        await Plan(db.ShownRevisions.Where(x => x.CaseId == id));
        await Plan(db.CaseOf(id));
        await Plan(db.ReportOf(id));
        await Plan(db.RevisionsOf(id));
        await Plan(db.ShownRevisionOf(id));

        async Task<List<string>> Plan<T>(IQueryable<T> query)
        {
#pragma warning disable RS0030 // The plan is read, and no row.
            await using var command = query.CreateDbCommand();
#pragma warning restore RS0030
            command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
            var plan = new List<string>();
            await using var read = await command.ExecuteReaderAsync(stop);
            while (await read.ReadAsync(stop))
                plan.Add(read.GetString(3));
            Assert.DoesNotContain(plan, x => x.Contains("IX_readers_Partner_Kind_At_RecordId", StringComparison.Ordinal));
            return plan;
        }
    }
}
