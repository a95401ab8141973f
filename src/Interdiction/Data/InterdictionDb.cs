using System.Linq.Expressions;
using Interdiction.Administration;
using Interdiction.Audit;
using Interdiction.Boardings;
using Interdiction.Cargo;
using Interdiction.Cases;
using Interdiction.Consents;
using Interdiction.Contracts;
using Interdiction.Custody;
using Interdiction.Identity;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Interdiction.Proposals;
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
    public DbSet<CustodyChain> CustodyChains => Set<CustodyChain>();
    public DbSet<CustodyEvent> CustodyEvents => Set<CustodyEvent>();
    public DbSet<VesselClaim> VesselClaims => Set<VesselClaim>();
    public DbSet<ConsentRequest> ConsentRequests => Set<ConsentRequest>();
    public DbSet<Proposal> Proposals => Set<Proposal>();
    public DbSet<Partner> Partners => Set<Partner>();
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<Team> Teams => Set<Team>();
    public DbSet<Deputy> Deputies => Set<Deputy>();
    public DbSet<IdempotencyKey> IdempotencyKeys => Set<IdempotencyKey>();
    public DbSet<IssuedId> IssuedIds => Set<IssuedId>();
    public DbSet<IssuedNumber> IssuedNumbers => Set<IssuedNumber>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<Authenticator> Authenticators => Set<Authenticator>();
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    internal DbSet<Reader> Readers => Set<Reader>();
    internal DbSet<PastReader> PastReaders => Set<PastReader>();

    internal Caller Caller => caller;

    /// <summary>True while it is worked out what follows from a marking: only then row-level security shows the reader rows of every partner, and all cases, reports and revisions.</summary>
    internal bool Derives { get; private set; }

    // Read by the query filters: EF Core asks this context for them at every query.
    bool ReadsContent => caller.ReadsContent;
    string ReadsAs => caller.ReadsAs;
    int ReadsUpTo => caller.ReadsUpTo;
    Guid[] Audiences => caller.Audiences;

    /// <summary>The reader rows of the caller, from which every list starts.</summary>
    public IQueryable<Reader> Reading(RecordKind kind) => Own.Where(x => x.Kind == kind);

    IQueryable<Reader> Own => Readers.Where(x => x.Partner == ReadsAs && x.Classification <= ReadsUpTo && Audiences.Contains(x.Audience) && Audiences.Contains(x.CaseAudience));

    // One record is looked for by the id that the caller's reader row gives, which is asked for first: where there is none
    // no record is fetched to be weighed, and what is hidden takes as long as what is not there.
    // Whoever asks holds it in a variable: called within a query, EF Core would run it before that as one of its own.
    IQueryable<Guid?> Readable(RecordKind kind, Guid id) => Reading(kind).Where(x => x.RecordId == id).OrderBy(x => x.Audience).Select(x => (Guid?)x.RecordId);

    /// <summary>One case, or none where the caller does not read it.</summary>
    public IQueryable<Case> CaseOf(Guid id)
    {
        var readable = Readable(RecordKind.Case, id);
        return Cases.Where(x => x.Id == readable.FirstOrDefault());
    }

    /// <summary>One report, or none where the caller does not read it.</summary>
    public IQueryable<Boarding> ReportOf(Guid id)
    {
        var readable = Readable(RecordKind.Boarding, id);
        return Boardings.Where(x => x.Id == readable.FirstOrDefault());
    }

    /// <summary>One consent request, or none where the caller does not read it.</summary>
    public IQueryable<ConsentRequest> RequestOf(Guid id)
    {
        var readable = Readable(RecordKind.ConsentRequest, id);
        return ConsentRequests.Where(x => x.Id == readable.FirstOrDefault());
    }

    /// <summary>Those revisions of one report that the caller reads.</summary>
    public IQueryable<BoardingRevision> RevisionsOf(Guid report)
    {
        var readable = Readable(RecordKind.Boarding, report);
        return Revisions.Where(x => x.BoardingId == readable.FirstOrDefault());
    }

    /// <summary>The revision of one report that the caller is shown.</summary>
    public IQueryable<BoardingRevision> ShownRevisionOf(Guid report)
    {
        var readable = Readable(RecordKind.Boarding, report);
        return ShownRevisions.Where(x => x.BoardingId == readable.FirstOrDefault());
    }

    /// <summary>The revisions that the caller is shown, one a report.</summary>
    public IQueryable<BoardingRevision> ShownRevisions
    {
        get
        {
            // No join, and no word of the kind: SQLite would begin with every reader row of the partner, for each case that asks for its reports.
            var own = Own;
            return Revisions.Where(x => own.Any(r => r.RecordId == x.BoardingId && r.Revision == x.Number));
        }
    }

#pragma warning disable RS0030 // Whoever reads it: for what follows from a marking, and nothing else.
    /// <summary>Every case, whether the caller reads it or not.</summary>
    internal IQueryable<Case> EveryCase => Cases.IgnoreQueryFilters();

    /// <summary>Every report, whether the caller reads it or not.</summary>
    internal IQueryable<Boarding> EveryReport => Boardings.IgnoreQueryFilters();

    /// <summary>Every revision of a report, whether the caller reads it or not.</summary>
    internal IQueryable<BoardingRevision> EveryRevisionOf(Boarding it) => Revisions.IgnoreQueryFilters().Where(x => x.BoardingId == it.Id);

    /// <summary>Every record with a marking of its own in these cases, reports apart, whether the caller reads it or not. Each comes with its case.</summary>
    internal async Task<IReadOnlyList<ICaseRecord>> EveryRecordIn(IReadOnlyCollection<Guid> cases, CancellationToken stop) =>
    [
        .. await ConsentRequests.IgnoreQueryFilters().Include(x => x.Case).Where(x => cases.Contains(x.CaseId)).ToListAsync(stop),
    ];

    /// <summary>Brings the case of a record to it, whether the caller reads it or not: what follows from the record's marking depends on it.</summary>
    internal async Task BringCase(ICaseRecord it, CancellationToken stop)
    {
        if (it.Case is null)
            await Derive(() => EveryCase.SingleAsync(x => x.Id == it.CaseId, stop));
    }

    /// <summary>The consent requests whose time has run out, of every partner: for the clock alone.</summary>
    /// <exception cref="InvalidOperationException">Somebody else asks.</exception>
    internal IQueryable<ConsentRequest> DueRequests(DateTimeOffset now) => caller.Job is Job.ConsentClock
        ? ConsentRequests.IgnoreQueryFilters().Where(x => x.State == ConsentState.Acknowledged && x.DueAt <= now)
        : throw new InvalidOperationException("The clock alone asks what is due.");

    /// <summary>Every reader row of one record, whoever it is for.</summary>
    internal IQueryable<Reader> RowsOf(Guid record) => Readers.Where(x => x.RecordId == record);

    /// <summary>The reader rows that one record once had.</summary>
    internal IQueryable<PastReader> PastRowsOf(Guid record) => PastReaders.Where(x => x.RecordId == record);
#pragma warning restore RS0030

    public bool IsInTransaction => Database.CurrentTransaction is not null;

    /// <summary>Begins the transaction of one message. SQLite lets one writer in at a time.</summary>
    public virtual Task<IDbContextTransaction> Begin(CancellationToken stop)
    {
        // What fails is rolled back whole: a savepoint before each save would be two round trips for nothing.
        Database.AutoSavepointsEnabled = false;
        return Database.BeginTransactionAsync(stop);
    }

    /// <summary>True where the database refused a row because its key is taken.</summary>
    public abstract bool IsTaken(DbUpdateException failure);

    /// <summary>True where a record that is being saved was changed by somebody else since it was loaded.</summary>
    public virtual bool IsOvertaken(DbUpdateException failure) => failure is DbUpdateConcurrencyException;

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Compared with what was loaded once, and not anew at each question that is asked of it.
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            WriteGuard.Check(ChangeTracker, caller);
            return await (IsDerived ? Derive(Save) : Save());
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }

        Task<int> Save() => base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>Works out what follows from markings, for every partner.</summary>
    internal async Task<T> Derive<T>(Func<Task<T>> work)
    {
        var before = Derives;
        Derives = true;
        try
        {
            return await work();
        }
        finally
        {
            Derives = before;
        }
    }

    bool IsDerived => ChangeTracker.Entries<Reader>().Any(x => x.State is not EntityState.Unchanged) || ChangeTracker.Entries<PastReader>().Any()
        || ChangeTracker.Entries<IMarked>().Any(x => x.State is EntityState.Modified && x.Property(nameof(IMarked.Marking)).IsModified);

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
        Filter<CustodyChain>(builder, x => x.BoardingId, x => x.Revision);
        Filter<CustodyEvent>(builder, x => x.BoardingId, x => x.Revision);
        Filter<VesselClaim>(builder, x => x.BoardingId, x => x.Revision);
        Filter<ConsentRequest>(builder, x => x.Id, _ => 0);
        Filter<Proposal>(builder, x => x.Record, x => x.Revision);
        // What a partner proposes and why is told to nobody else but its deputies, and to nobody who only answers for a flag State.
        builder.Entity<Proposal>().HasQueryFilter("right", x => ReadsContent && (x.Originator == ReadsAs || Deputies.Any(d => d.For == x.Originator && d.Partner == ReadsAs)));
    }

    /// <summary>The reading predicate: the caller's partner has a row for this record, up to its clearance and this revision.</summary>
    Expression<Func<Guid, int, bool>> CanRead => (record, revision) =>
        Readers.Any(x => x.RecordId == record && x.Partner == ReadsAs && x.Classification <= ReadsUpTo && x.Revision >= revision
            && Audiences.Contains(x.Audience) && Audiences.Contains(x.CaseAudience));

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
