using Interdiction.Audit;
using Interdiction.Boardings;
using Interdiction.Cases;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Interdiction.Data;

/// <summary>
/// The last look before anything is written: whatever a handler forgot, records are made by their own partner, markings
/// are changed by their originator, and what is kept as evidence is only added to. A breach is a bug, not a refusal.
/// </summary>
static class WriteGuard
{
    /// <exception cref="InvalidOperationException">The change breaks one of the rules.</exception>
    public static void Check(ChangeTracker changes, Caller caller)
    {
        foreach (var entry in changes.Entries().Where(x => x.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
            if (Breach(entry, caller) is { } breach)
                throw new InvalidOperationException($"{entry.Metadata.ShortName()}: {breach}");
    }

    static string? Breach(EntityEntry entry, Caller caller) => (entry.Entity, entry.State) switch
    {
        (ISubject record, EntityState.Added) when !caller.IsKnown || record.Originator != caller.Partner => "a record is made by its own partner.",
        (ISubject or BoardingRevision, EntityState.Deleted) => "a record is never deleted.",
        (ISubject record, EntityState.Modified) when record.Originator != caller.Partner && entry.Property(nameof(Case.Marking)).IsModified => "a marking is changed by its originator.",
        (ISubject, EntityState.Modified) when entry.Property(nameof(Case.Originator)).IsModified => "an originator never changes.",
        (BoardingRevision { SubmittedAt: not null }, EntityState.Modified) when WasSubmitted(entry) && entry.Property(nameof(BoardingRevision.Report)).IsModified => "what was submitted is never changed.",
        (AuditEntry or CaseEvent or IssuedId or IssuedNumber or IdempotencyKey, EntityState.Modified or EntityState.Deleted) => "it is only added to.",
        _ => null,
    };

    static bool WasSubmitted(EntityEntry entry) => entry.Property(nameof(BoardingRevision.SubmittedAt)).OriginalValue is not null;
}
