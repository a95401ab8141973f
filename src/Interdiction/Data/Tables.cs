using System.Text.Json;
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
using Interdiction.Law;
using Interdiction.Pipeline;
using Interdiction.Proposals;
using Interdiction.Search;
using Interdiction.Translations;
using Interdiction.Vessels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Interdiction.Data;

/// <summary>How the records lie in tables.</summary>
static partial class Tables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Reader>(x =>
        {
            x.ToTable("readers").HasKey(r => new { r.RecordId, r.Partner, r.Audience, r.CaseAudience });
            x.HasIndex(r => new { r.Partner, r.Kind, r.At, r.RecordId });
        });
        model.Entity<PastReader>(x => Part(x, "past_readers", r => r.RowId).HasIndex(r => r.RecordId));
        model.Entity<Case>(x =>
        {
            x.ToTable("cases").HasIndex(c => c.Number).IsUnique();
            x.Property(c => c.Marking).AsJson();
            x.Property(c => c.Version).IsConcurrencyToken();
            x.Ignore(c => c.Lead).Ignore(c => c.ETag).Ignore(c => c.IsClosed).Ignore(c => c.Retention);
            x.HasMany(c => c.Participants).WithOne().HasForeignKey(p => p.CaseId);
        });
        model.Entity<Participant>(x => x.ToTable("participants").HasKey(p => new { p.CaseId, p.RecordId, p.Partner }));
        model.Entity<CaseEvent>(x =>
        {
            x.ToTable("case_events").HasIndex(e => new { e.CaseId, e.At, e.Id });
            x.HasIndex(e => e.RecordId);
            x.Property(e => e.Remarks).AsJson();
        });
        model.Entity<Boarding>(x =>
        {
            x.ToTable("boardings").HasIndex(b => b.Number).IsUnique();
            x.Property(b => b.Marking).AsJson();
            x.Property(b => b.Authors).AsJson();
            x.Property(b => b.Marked).IsConcurrencyToken();
            x.Property(b => b.InCustody).IsConcurrencyToken();
            x.Ignore(b => b.Current).Ignore(b => b.MarkingOfDuties).Ignore(b => b.Lead).Ignore(b => b.ETag);
            x.HasOne(b => b.Case).WithMany().HasForeignKey(b => b.CaseId);
            x.HasMany(b => b.Revisions).WithOne().HasForeignKey(r => r.BoardingId);
        });
        model.Entity<BoardingRevision>(x =>
        {
            x.ToTable("boarding_revisions").HasKey(r => new { r.BoardingId, r.Number });
            x.Property(r => r.Report).AsJson();
            x.Property(r => r.Screening).AsJson();
            x.Property(r => r.Version).IsConcurrencyToken();
            x.HasIndex(r => r.CaseId);
            x.HasIndex(r => r.Imo);
            x.Ignore(r => r.Duties).Ignore(r => r.HasNarrative);
            x.HasIndex(r => r.OwesDuties).HasFilter("\"OwesDuties\"");
        });
        model.Entity<CargoLine>(x => Part(x, "cargo_lines", l => l.RowId).HasIndex(l => new { l.BoardingId, l.Revision }));
        model.Entity<LineMatch>(x =>
        {
            Part(x, "line_matches", m => m.RowId).HasIndex(m => new { m.BoardingId, m.Revision });
            x.HasIndex(m => m.Cas);
        });
        model.Entity<ExhibitEntry>(x =>
        {
            Part(x, "exhibits", e => e.RowId).HasIndex(e => new { e.BoardingId, e.Revision });
            x.HasIndex(e => e.Id);
            x.Property(e => e.Amount).HasPrecision(24, 9);
        });
        model.Entity<CustodyChain>(x =>
        {
            x.ToTable("custody_chains").Property(c => c.Id).ValueGeneratedNever();
            x.HasIndex(c => c.BoardingId);
            x.HasIndex(c => c.Parent);
            x.Property(c => c.Quantity).AsJson();
            x.Property(c => c.Keeper).AsJson();
            x.Property(c => c.Version).IsConcurrencyToken();
            x.Ignore(c => c.Lead).Ignore(c => c.ETag).Ignore(c => c.IsHeld).Ignore(c => c.Balance).Ignore(c => c.Seals);
            x.HasOne(c => c.Boarding).WithMany().HasForeignKey(c => c.BoardingId);
            x.HasMany(c => c.Events).WithOne().HasForeignKey(e => e.ExhibitId);
        });
        model.Entity<CustodyEvent>(x =>
        {
            x.ToTable("custody_events").Property(e => e.Id).ValueGeneratedNever();
            x.HasIndex(e => new { e.ExhibitId, e.Number }).IsUnique();
            x.Property(e => e.To).AsJson();
            x.Property(e => e.Quantity).AsJson();
            x.Property(e => e.Seals).AsJson();
            x.Property(e => e.Version).IsConcurrencyToken();
            x.Ignore(e => e.Lead).Ignore(e => e.ETag).Ignore(e => e.Receiver).Ignore(e => e.Meant);
        });
        model.Entity<VesselClaim>(x => Part(x, "vessel_claims", c => c.RowId).HasIndex(c => new { c.BoardingId, c.Revision }));
        model.Entity<VesselKey>(x => Part(x, "vessel_keys", k => new { k.Value, k.BoardingId, k.Revision }).HasIndex(k => new { k.BoardingId, k.Revision }));
        model.Entity<VesselLink>(x =>
        {
            // Two vessels are linked once at a time.
            x.ToTable("vessel_links").HasIndex(l => new { l.First, l.Second }).IsUnique().HasFilter("\"EndedAt\" IS NULL");
            x.HasIndex(l => l.Second);
            x.Property(l => l.Version).IsConcurrencyToken();
        });

        model.Entity<Translation>(x =>
        {
            x.ToTable("translations").HasIndex(t => new { t.BoardingId, t.At, t.Id });
            x.Ignore(t => t.Lead).Ignore(t => t.ETag);
            x.HasOne(t => t.Boarding).WithMany().HasForeignKey(t => t.BoardingId);
        });
        model.Entity<CaseLink>(x =>
        {
            x.ToTable("case_links").HasIndex(l => new { l.First, l.Second }).IsUnique();
            x.HasIndex(l => l.Second);
            x.Property(l => l.Version).IsConcurrencyToken();
        });
        model.Entity<ConsentRequest>(x =>
        {
            x.ToTable("consent_requests").HasIndex(r => r.Number).IsUnique();
            x.HasIndex(r => r.DueAt);
            x.Property(r => r.Vessel).AsJson();
            x.Property(r => r.Marking).AsJson();
            x.Property(r => r.Version).IsConcurrencyToken();
            x.Ignore(r => r.Addressee).Ignore(r => r.Lead).Ignore(r => r.ETag).Ignore(r => r.Title);
            x.HasOne(r => r.Case).WithMany().HasForeignKey(r => r.CaseId);
        });
        model.Entity<Dispatch>(x =>
        {
            x.ToTable("dispatches").HasIndex(d => d.Number).IsUnique();
            x.HasIndex(d => d.CaseId);
            x.Property(d => d.Source).AsJson();
            x.Property(d => d.Marking).AsJson();
            x.Property(d => d.Version).IsConcurrencyToken();
            x.Ignore(d => d.Lead).Ignore(d => d.ETag);
        });
        model.Entity<Comment>(x =>
        {
            x.ToTable("comments").HasIndex(c => new { c.CaseId, c.At, c.Id });
            x.Property(c => c.Marking).AsJson();
            x.Property(c => c.Version).IsConcurrencyToken();
            x.Ignore(c => c.Lead).Ignore(c => c.ETag);
            x.HasOne(c => c.Case).WithMany().HasForeignKey(c => c.CaseId);
        });
        model.Entity<CaseTask>(x =>
        {
            x.ToTable("tasks").HasIndex(t => new { t.CaseId, t.At, t.Id });
            x.HasIndex(t => new { t.Owner, t.State });
            // Each duty of a report is opened once, however many servers open it.
            x.HasIndex(t => new { t.BoardingId, t.Duty }).IsUnique();
            x.HasIndex(t => new { t.State, t.DueAt });
            x.Property(t => t.Marking).AsJson();
            x.Property(t => t.Version).IsConcurrencyToken();
            x.Ignore(t => t.Lead).Ignore(t => t.ETag);
            x.HasOne(t => t.Case).WithMany().HasForeignKey(t => t.CaseId);
        });
        model.Entity<Attachment>(x =>
        {
            x.ToTable("attachments").HasIndex(a => a.Number).IsUnique();
            x.HasIndex(a => new { a.CaseId, a.At, a.Id });
            x.HasIndex(a => a.State);
            x.HasIndex(a => a.Sha256);
            x.Property(a => a.Exif).AsJson();
            x.Property(a => a.Marking).AsJson();
            x.Property(a => a.Version).IsConcurrencyToken();
            x.Ignore(a => a.Lead).Ignore(a => a.ETag).Ignore(a => a.Closed);
            x.HasOne(a => a.Case).WithMany().HasForeignKey(a => a.CaseId);
            x.HasOne(a => a.Boarding).WithMany().HasForeignKey(a => a.BoardingId);
        });
        model.Entity<Upload>(x =>
        {
            x.ToTable("uploads").HasIndex(u => u.ExpiresAt);
            x.Property(u => u.File).AsJson();
            x.Property(u => u.Found).AsJson();
            x.Property(u => u.Version).IsConcurrencyToken();
            x.Ignore(u => u.Lead).Ignore(u => u.ETag);
        });
        model.Entity<LegalSignature>(x =>
        {
            x.ToTable("legal_signatures").HasKey(s => new { s.Set, s.Code, s.Partner, s.Number });
            x.Property(s => s.Entered).AsJson();
            x.Ignore(s => s.Originator).Ignore(s => s.Lead).Ignore(s => s.ETag);
        });
        model.Entity<Proposal>(x =>
        {
            x.ToTable("proposals").HasIndex(p => new { p.Originator, p.At, p.Id });
            x.HasIndex(p => p.Resource);
            x.Property(p => p.Arguments).AsJson();
            x.Property(p => p.Version).IsConcurrencyToken();
            x.Ignore(p => p.Lead).Ignore(p => p.ETag).Ignore(p => p.ExpiresAt);
        });
        model.Entity<SearchEntry>(x =>
        {
            Part(x, "search_entries", e => e.RowId).HasIndex(e => new { e.RecordId, e.Revision });
            x.HasIndex(e => new { e.At, e.Id });
            x.HasIndex(e => e.CaseId);
        });
        model.Entity<SearchIndexRow>(x =>
        {
            // SQLite makes it by itself (Migrations/SearchIndex.cs); PostgreSQL has none.
            x.ToView("search_index").HasNoKey();
            x.Property(r => r.Row).HasColumnName("rowid");
            x.Property(r => r.Question).HasColumnName("search_index");
        });
        MapEnds(model);
        MapPeople(model);
        model.Entity<IdempotencyKey>(x => x.ToTable("idempotency_keys").HasKey(k => new { k.Caller, k.Key }));
        model.Entity<IssuedId>(x => x.ToTable("issued_ids").HasKey(i => i.Id));
        model.Entity<IssuedNumber>(x => x.ToTable("issued_numbers").HasKey(n => n.Number));
        model.Entity<AuditEntry>(x =>
        {
            x.ToTable("audit_entries").HasIndex(e => e.At);
            x.HasIndex(e => e.Resource);
        });
    }

    static EntityTypeBuilder<T> Part<T>(EntityTypeBuilder<T> entity, string table, System.Linq.Expressions.Expression<Func<T, object?>> key) where T : class
    {
        entity.ToTable(table).HasKey(key);
        return entity;
    }

    /// <summary>Keeps an immutable record as one JSON column.</summary>
    static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property)
    {
        property.HasConversion(
            x => JsonSerializer.Serialize(x, Json.Compact),
            x => JsonSerializer.Deserialize<T>(x, Json.Compact)!,
            new ValueComparer<T>((a, b) => ReferenceEquals(a, b), x => x!.GetHashCode(), x => x));
        property.HasAnnotation("json", true);
        return property;
    }
}
