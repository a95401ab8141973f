using System.Linq.Expressions;
using Interdiction.Audit;
using Interdiction.Boardings;
using Interdiction.Cargo;
using Interdiction.Cases;
using Interdiction.Identity;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Interdiction.Vessels;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Interdiction.Data;

/// <summary>
/// The database as one caller sees it: every content entity is filtered through the reader table. One model; SQLite and
/// PostgreSQL derive from it.
/// </summary>
public abstract class InterdictionDb(DbContextOptions options, Caller caller) : IdentityUserContext<Person, Guid>(options)
{
    public DbSet<Case> Cases => Set<Case>();
    public DbSet<CaseEvent> CaseEvents => Set<CaseEvent>();
    public DbSet<Boarding> Boardings => Set<Boarding>();
    public DbSet<BoardingRevision> Revisions => Set<BoardingRevision>();
    public DbSet<CargoLine> CargoLines => Set<CargoLine>();
    public DbSet<LineMatch> LineMatches => Set<LineMatch>();
    public DbSet<ExhibitEntry> Exhibits => Set<ExhibitEntry>();
    public DbSet<VesselClaim> VesselClaims => Set<VesselClaim>();
    public DbSet<Partner> Partners => Set<Partner>();
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<IdempotencyKey> IdempotencyKeys => Set<IdempotencyKey>();
    public DbSet<IssuedId> IssuedIds => Set<IssuedId>();
    public DbSet<IssuedNumber> IssuedNumbers => Set<IssuedNumber>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    internal DbSet<Reader> Readers => Set<Reader>();

    // Read by the query filters: EF Core asks this context for them at every query.
    string ReadsAs => caller.ReadsAs;
    int ReadsUpTo => caller.ReadsUpTo;

    /// <summary>The reader rows of the caller, from which every list starts.</summary>
    public IQueryable<Reader> Reading(RecordKind kind) =>
        Readers.Where(x => x.Partner == ReadsAs && x.Kind == kind && x.Classification <= ReadsUpTo);

    /// <summary>The revisions that the caller is shown, one a report.</summary>
    public IQueryable<BoardingRevision> ShownRevisions =>
        Reading(RecordKind.Boarding).Join(Revisions, x => new { Id = x.RecordId, Number = x.Revision }, x => new { Id = x.BoardingId, x.Number }, (_, revision) => revision);

    public bool IsInTransaction => Database.CurrentTransaction is not null;

    /// <summary>Begins the transaction of one message. SQLite lets one writer in at a time.</summary>
    public virtual Task<IDbContextTransaction> Begin(CancellationToken stop) => Database.BeginTransactionAsync(stop);

    /// <summary>True where the database refused a row because its key is taken.</summary>
    public abstract bool IsTaken(DbUpdateException failure);

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        WriteGuard.Check(ChangeTracker, caller);
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        WriteGuard.Check(ChangeTracker, caller);
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        Tables.Map(builder);

        Filter<Case>(builder, x => x.Id, _ => 0);
        Filter<Participant>(builder, x => x.RecordId, _ => 0);
        Filter<CaseEvent>(builder, x => x.RecordId, x => x.Revision);
        Filter<Boarding>(builder, x => x.Id, _ => 0);
        Filter<BoardingRevision>(builder, x => x.BoardingId, x => x.Number);
        Filter<CargoLine>(builder, x => x.BoardingId, x => x.Revision);
        Filter<LineMatch>(builder, x => x.BoardingId, x => x.Revision);
        Filter<ExhibitEntry>(builder, x => x.BoardingId, x => x.Revision);
        Filter<VesselClaim>(builder, x => x.BoardingId, x => x.Revision);
    }

    /// <summary>The reading predicate: the caller's partner has a row for this record, up to its clearance and this revision.</summary>
    Expression<Func<Guid, int, bool>> CanRead => (record, revision) =>
        Readers.Any(x => x.RecordId == record && x.Partner == ReadsAs && x.Classification <= ReadsUpTo && x.Revision >= revision);

    void Filter<T>(ModelBuilder builder, Expression<Func<T, Guid>> record, Expression<Func<T, int>> revision) where T : class
    {
        var (it, canRead) = (record.Parameters[0], CanRead);
        var put = new Substitute(new()
        {
            [canRead.Parameters[0]] = record.Body,
            [canRead.Parameters[1]] = new Substitute(new() { [revision.Parameters[0]] = it }).Visit(revision.Body),
        });
        builder.Entity<T>().HasQueryFilter("reading", Expression.Lambda<Func<T, bool>>(put.Visit(canRead.Body), it));
    }
}
