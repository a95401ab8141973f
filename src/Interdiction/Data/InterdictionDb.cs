using System.Linq.Expressions;
using Interdiction.Administration;
using Interdiction.Archives;
using Interdiction.Audit;
using Interdiction.Boardings;
using Interdiction.Cargo;
using Interdiction.CaseLinks;
using Interdiction.Cases;
using Interdiction.CaseWork;
using Interdiction.Consents;
using Interdiction.Contracts;
using Interdiction.Custody;
using Interdiction.Dispatches;
using Interdiction.Evidence;
using Interdiction.Holds;
using Interdiction.Identity;
using Interdiction.Kernel;
using Interdiction.Law;
using Interdiction.Mailing;
using Interdiction.Notifications;
using Interdiction.Pipeline;
using Interdiction.Proposals;
using Interdiction.Search;
using Interdiction.Translations;
using Interdiction.Vessels;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Interdiction.Data;

/// <summary>
/// The database as one caller sees it: every content entity is filtered through the reader table. One model; SQLite and
/// PostgreSQL derive from it.
/// </summary>
public abstract partial class InterdictionDb(DbContextOptions options, Caller caller) : IdentityUserContext<Person, Guid>(options)
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
    public DbSet<VesselKey> VesselKeys => Set<VesselKey>();
    public DbSet<VesselLink> VesselLinks => Set<VesselLink>();
    public DbSet<Translation> Translations => Set<Translation>();
    public DbSet<CaseLink> CaseLinks => Set<CaseLink>();
    public DbSet<ConsentRequest> ConsentRequests => Set<ConsentRequest>();
    public DbSet<Dispatch> Dispatches => Set<Dispatch>();
    public DbSet<Comment> Comments => Set<Comment>();
    public DbSet<CaseTask> Tasks => Set<CaseTask>();
    public DbSet<Attachment> Attachments => Set<Attachment>();
    public DbSet<Upload> Uploads => Set<Upload>();
    public DbSet<LegalHold> Holds => Set<LegalHold>();
    public DbSet<Destruction> Destructions => Set<Destruction>();
    public DbSet<DestroyedEntry> DestroyedEntries => Set<DestroyedEntry>();
    public DbSet<LegalSignature> LegalSignatures => Set<LegalSignature>();
    public DbSet<Proposal> Proposals => Set<Proposal>();
    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();
    public DbSet<Notification> Notifications => Set<Notification>();
    public DbSet<NotificationRead> NotificationReads => Set<NotificationRead>();
    public DbSet<Reminder> Reminders => Set<Reminder>();
    public DbSet<Mail> Mails => Set<Mail>();
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
    bool IsCoordinator => caller.Has(Role.Coordinator);
    string ReadsAs => caller.ReadsAs;
    int ReadsUpTo => caller.ReadsUpTo;
    Guid[] Audiences => caller.Audiences;
    Guid Me => caller.IsKnown ? caller.Id : Guid.Empty;
    int RoleBits => Recipients.Bits(caller.Roles);
    IReadOnlyList<string> Grants => caller.IsKnown ? caller.Grants : [];

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
        Filter<VesselKey>(builder, x => x.BoardingId, x => x.Revision);
        // That two vessels are one is told to whom both are shown.
        Filter<VesselLink>(builder, x => x.First, _ => 0);
        Filter<VesselLink>(builder, x => x.Second, _ => 0, "other");
        Filter<Translation>(builder, x => x.BoardingId, x => x.Revision);
        // That two cases belong together is told to whom both are shown.
        Filter<CaseLink>(builder, x => x.First, _ => 0);
        Filter<CaseLink>(builder, x => x.Second, _ => 0, "other");
        Filter<ConsentRequest>(builder, x => x.Id, _ => 0);
        Filter<Dispatch>(builder, x => x.Id, _ => 0);
        Filter<Comment>(builder, x => x.Id, _ => 0);
        Filter<CaseTask>(builder, x => x.Id, _ => 0);
        Filter<Attachment>(builder, x => x.Id, _ => 0);
        // Whom its own marking names reads it with the record that it belongs to, and not without.
        Filter<Attachment>(builder, x => x.RecordId, x => x.Revision, "record");
        Filter<LegalHold>(builder, x => x.CaseId, _ => 0);
        // Who could read what was destroyed is kept: it decides who is told of that.
        Filter<Destruction>(builder, x => x.CaseId, _ => 0);
        Filter<DestroyedEntry>(builder, x => x.RecordId, x => x.Revision);
        Filter<Proposal>(builder, x => x.Record, x => x.Revision);
        // What a partner proposes and why is told to nobody else but its deputies, and to nobody who only answers for a flag State; what is every reader's right, to who reads both records.
        builder.Entity<Proposal>().HasQueryFilter("right", x => ReadsContent && (x.OtherRecord == null
            ? x.Originator == ReadsAs || Deputies.Any(d => d.For == x.Originator && d.Partner == ReadsAs)
            : Readers.Any(r => r.RecordId == x.OtherRecord && r.Partner == ReadsAs && r.Classification <= ReadsUpTo && Audiences.Contains(r.Audience) && Audiences.Contains(r.CaseAudience))));
        // What is searched is what is shown: that revision alone, with the persons that the caller is told of.
        Filter<SearchEntry>(builder, x => x.RecordId, x => x.Revision, reading: IsShown);
        builder.Entity<SearchEntry>().HasQueryFilter("mask", x => x.Shows == Shows.Everybody || x.Shows == Shows.Named == (IsCoordinator || x.Originator == ReadsAs));
        Filter<Notification>(builder, x => x.RecordId, x => x.Revision);
        // What one person is told is nobody else's, and nobody is told of what they did themselves.
        builder.Entity<Notification>().HasQueryFilter("inbox", x => x.Partner == ReadsAs && x.By != Me
            && (x.Account == Me || x.Account == null && (x.Roles & RoleBits) != 0 && (x.Grant == null || Grants.Contains(x.Grant))));
    }

    /// <summary>The reading predicate: the caller's partner has a row for this record, up to its clearance and this revision.</summary>
    Expression<Func<Guid, int, bool>> CanRead => (record, revision) =>
        Readers.Any(x => x.RecordId == record && x.Partner == ReadsAs && x.Classification <= ReadsUpTo && x.Revision >= revision
            && Audiences.Contains(x.Audience) && Audiences.Contains(x.CaseAudience));

    /// <summary>The same for that revision alone which the caller is shown, and not for its history.</summary>
    Expression<Func<Guid, int, bool>> IsShown => (record, revision) =>
        Readers.Any(x => x.RecordId == record && x.Partner == ReadsAs && x.Classification <= ReadsUpTo && x.Revision == revision
            && Audiences.Contains(x.Audience) && Audiences.Contains(x.CaseAudience));

    void Filter<T>(ModelBuilder builder, Expression<Func<T, Guid>> record, Expression<Func<T, int>> revision, string name = "reading", Expression<Func<Guid, int, bool>>? reading = null) where T : class
    {
        var (it, canRead) = (record.Parameters[0], reading ?? CanRead);
        var put = new Substitute(new()
        {
            [canRead.Parameters[0]] = record.Body,
            [canRead.Parameters[1]] = new Substitute(new() { [revision.Parameters[0]] = it }).Visit(revision.Body),
        });
        builder.Entity<T>().HasQueryFilter(name, Expression.Lambda<Func<T, bool>>(put.Visit(canRead.Body), it));
    }
}
