using System.Text.Json;
using Interdiction.Audit;
using Interdiction.Boardings;
using Interdiction.Cargo;
using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Interdiction.Vessels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Interdiction.Data;

/// <summary>How the records lie in tables.</summary>
static class Tables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Reader>(x =>
        {
            x.ToTable("readers").HasKey(r => new { r.RecordId, r.Partner });
            x.HasIndex(r => new { r.Partner, r.Kind, r.At, r.RecordId });
        });
        model.Entity<Case>(x =>
        {
            x.ToTable("cases").HasIndex(c => c.Number).IsUnique();
            x.Property(c => c.Marking).AsJson();
            x.Property(c => c.Version).IsConcurrencyToken();
            x.Ignore(c => c.Lead).Ignore(c => c.ETag);
            x.HasMany(c => c.Participants).WithOne().HasForeignKey(p => p.CaseId);
        });
        model.Entity<Participant>(x => x.ToTable("participants").HasKey(p => new { p.CaseId, p.RecordId }));
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
            x.Ignore(b => b.Current).Ignore(b => b.Lead).Ignore(b => b.ETag);
            x.HasOne(b => b.Case).WithMany().HasForeignKey(b => b.CaseId);
            x.HasMany(b => b.Revisions).WithOne().HasForeignKey(r => r.BoardingId);
        });
        model.Entity<BoardingRevision>(x =>
        {
            x.ToTable("boarding_revisions").HasKey(r => new { r.BoardingId, r.Number });
            x.Property(r => r.Report).AsJson();
            x.Property(r => r.Screening).AsJson();
            x.Property(r => r.Version).IsConcurrencyToken();
            x.Ignore(r => r.ETag);
            x.HasIndex(r => r.CaseId);
            x.HasIndex(r => r.Imo);
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
        model.Entity<VesselClaim>(x => Part(x, "vessel_claims", c => c.RowId).HasIndex(c => new { c.BoardingId, c.Revision }));

        model.Entity<Partner>(x => x.ToTable("partners").HasKey(p => p.Code));
        model.Entity<Account>(x =>
        {
            x.ToTable("accounts").HasIndex(a => a.Login).IsUnique();
            x.Property(a => a.Roles).AsJson();
            x.Property(a => a.Grants).AsJson();
        });
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
