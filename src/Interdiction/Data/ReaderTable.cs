using Interdiction.Boardings;
using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Partners;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Data;

/// <summary>Derives reader rows from records. The rules of reading stand here and nowhere else.</summary>
public sealed class ReaderTable(PartnerRegister partners)
{
    /// <summary>
    /// A case is read by whom its marking names. A case that holds nothing but reports that were never submitted is
    /// its originator's alone.
    /// </summary>
    public IEnumerable<Reader> Of(Case it) =>
        from partner in Audience(it.Marking, it.Originator)
        where it.Disclosed || partner == it.Originator
        select new Reader
        {
            RecordId = it.Id,
            Partner = partner,
            Kind = RecordKind.Case,
            Classification = Level(it.Marking),
            At = it.OpenedAt,
        };

    /// <summary>
    /// A boarding report is read by whom its marking names and the case is readable to. Before it is submitted it is
    /// its originator's alone. While an amendment is under way the accepted revision stands for all but those who write
    /// and review the next one.
    /// </summary>
    public IEnumerable<Reader> Of(Boarding it) =>
        from partner in Audience(it.Marking, it.Originator)
        join reader in Of(it.Case) on partner equals reader.Partner
        let revision = it.RevisionShownTo(partner)
        where revision > 0
        select new Reader
        {
            RecordId = it.Id,
            Partner = partner,
            Kind = RecordKind.Boarding,
            Classification = Math.Max(Level(it.Marking), reader.Classification),
            Revision = revision,
            At = it.FiledAt,
        };

    /// <summary>Makes the stored rows equal to the derived ones, for every case and report that is about to be saved.</summary>
    public async Task Follow(InterdictionDb db, CancellationToken stop)
    {
        foreach (var entry in db.ChangeTracker.Entries<Case>().Where(x => x.State is EntityState.Added or EntityState.Modified).ToList())
            await Store(db, entry.Entity.Id, entry.State, Of(entry.Entity), stop);
        foreach (var entry in db.ChangeTracker.Entries<Boarding>().Where(x => x.State is EntityState.Added or EntityState.Modified).ToList())
            await Store(db, entry.Entity.Id, entry.State, Of(entry.Entity), stop);
    }

    static async Task Store(InterdictionDb db, Guid record, EntityState state, IEnumerable<Reader> rows, CancellationToken stop)
    {
        var stored = state is EntityState.Added ? [] : await db.Readers.Where(x => x.RecordId == record).ToDictionaryAsync(x => x.Partner, stop);
        foreach (var row in rows)
        {
            if (!stored.Remove(row.Partner, out var old))
                db.Readers.Add(row);
            else
                (old.Classification, old.Revision) = (row.Classification, row.Revision);
        }
        db.Readers.RemoveRange(stored.Values);
    }

    IEnumerable<string> Audience(Marking marking, string originator) =>
        marking.ReleasableTo.Contains(Marking.All) ? partners.Codes.Union([originator]) : marking.ReleasableTo.Union([originator]);

    static int Level(Marking marking) => (int)(marking.Classification ?? Classification.Secret);
}
