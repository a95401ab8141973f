using Interdiction.Archives;
using Interdiction.Contracts;
using Interdiction.Holds;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Data;

/// <summary>What keeps cases, and how they end.</summary>
static partial class Tables
{
    static void MapEnds(ModelBuilder model)
    {
        model.Entity<LegalHold>(x =>
        {
            x.ToTable("legal_holds").HasIndex(h => new { h.CaseId, h.At, h.Id });
            x.Property(h => h.Version).IsConcurrencyToken();
            x.Ignore(h => h.Lead).Ignore(h => h.ETag);
            // Nothing of what is held goes with its case, whatever somebody forgot to ask.
            x.HasOne(h => h.Case).WithMany().HasForeignKey(h => h.CaseId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Destruction>(x =>
        {
            x.ToTable("destructions").HasIndex(d => new { d.At, d.Id });
            // A case ends once at a time.
            x.HasIndex(d => d.CaseId).IsUnique().HasFilter($"\"State\" = {(int)DestructionState.Announced}");
            x.HasIndex(d => new { d.State, d.DueAt });
            x.Property(d => d.Marking).AsJson();
            x.Property(d => d.Version).IsConcurrencyToken();
            x.Ignore(d => d.Lead).Ignore(d => d.ETag);
        });
        model.Entity<DestroyedEntry>(x => x.ToTable("destroyed_entries").HasIndex(e => new { e.DestructionId, e.Id }));
    }
}
