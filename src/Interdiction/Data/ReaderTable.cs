using Interdiction.Boardings;
using Interdiction.Cases;
using Interdiction.CaseWork;
using Interdiction.Consents;
using Interdiction.Contracts;
using Interdiction.Dispatches;
using Interdiction.Evidence;
using Interdiction.Kernel;
using Interdiction.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Interdiction.Data;

/// <summary>Derives reader rows from records. The rules of reading stand here and nowhere else.</summary>
public sealed class ReaderTable(PartnerRegister partners, TimeProvider clock)
{
    /// <summary>
    /// A case is read by whom its marking names. A case that holds nothing but reports that were never submitted is
    /// its originator's alone. Of the originator's own people the team reads, where there is one.
    /// </summary>
    public IEnumerable<Reader> Of(Case it) =>
        from partner in Partners(it.Marking, it.Originator)
        where it.Disclosed || partner == it.Originator
        from audience in Audiences(it.Marking, it.Originator, partner)
        select new Reader
        {
            RecordId = it.Id,
            Partner = partner,
            Audience = audience,
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
        from partner in Partners(it.Marking, it.Originator)
        let revision = it.RevisionShownTo(partner)
        where revision > 0
        join @case in Of(it.Case) on partner equals @case.Partner
        from audience in Audiences(it.Marking, it.Originator, partner)
        select new Reader
        {
            RecordId = it.Id,
            Partner = partner,
            Audience = audience,
            CaseAudience = @case.Audience,
            Kind = RecordKind.Boarding,
            Classification = Math.Max(Level(it.Marking), @case.Classification),
            Revision = revision,
            At = it.FiledAt,
        };

    /// <summary>
    /// A record in a case with a marking of its own is read by whom its marking names and the case is readable to. A
    /// partner that it is addressed to reads it whatever the case, and there also who answers for the partner as flag State.
    /// </summary>
    public IEnumerable<Reader> Of(ICaseRecord it)
    {
        if (it is Attachment attachment)
            return Of(attachment).DistinctBy(x => (x.Partner, x.Audience, x.CaseAudience));
        var @case = it.Case ?? throw new InvalidOperationException("The record came without its case.");
        var addressee = it is IAddressed { Addressee: var asked } && partners.Knows(asked) ? asked : null;
        var level = Level(it.Marking);
        return
        [
            .. from partner in Partners(it.Marking, it.Originator)
               where partner != addressee
               join row in Of(@case) on partner equals row.Partner
               from audience in Audiences(it.Marking, it.Originator, partner)
               select Row(partner, audience, row.Audience, Math.Max(level, row.Classification)),
            .. from partner in addressee is null ? Array.Empty<string>() : [addressee]
               from audience in new[] { Audience.Everybody, Audience.Liaison }
               select Row(partner, audience, audience, level),
        ];

        Reader Row(string partner, Guid audience, Guid caseAudience, int classification) => new()
        {
            RecordId = it.Id,
            Partner = partner,
            Audience = audience,
            CaseAudience = caseAudience,
            Kind = Kind(it),
            Classification = classification,
            At = it.At,
        };
    }

    /// <summary>
    /// An attachment is read by whom its marking names and who reads the record that it belongs to: the case, or the report in the
    /// revision that it was added to. Where it names no team itself, the report's holds for it too.
    /// </summary>
    IEnumerable<Reader> Of(Attachment it) =>
        from partner in Partners(it.Marking, it.Originator)
        join row in it.BoardingId is null ? Of(it.Case!) : Of(it.Boarding!) on partner equals row.Partner
        where row.Revision >= it.Revision
        from audience in Audiences(it.Marking, it.Originator, partner)
        let ofReport = it.BoardingId is not null
        select new Reader
        {
            RecordId = it.Id,
            Partner = partner,
            Audience = ofReport && audience == Audience.Everybody ? row.Audience : audience,
            CaseAudience = ofReport ? row.CaseAudience : row.Audience,
            Kind = RecordKind.Attachment,
            Classification = Math.Max(Level(it.Marking), row.Classification),
            At = it.At,
        };

    /// <summary>A dispatch is read by whom its marking names, which its addressee is at first, whether the case is readable or not that it concerns.</summary>
    public IEnumerable<Reader> Of(Dispatch it) =>
        from partner in Partners(it.Marking, it.Originator)
        from audience in Audiences(it.Marking, it.Originator, partner)
        select new Reader
        {
            RecordId = it.Id,
            Partner = partner,
            Audience = audience,
            Kind = RecordKind.Dispatch,
            Classification = Level(it.Marking),
            At = it.At,
        };

    static RecordKind Kind(ICaseRecord it) => it switch
    {
        ConsentRequest => RecordKind.ConsentRequest,
        Comment => RecordKind.Comment,
        CaseTask => RecordKind.Task,
        _ => throw new InvalidOperationException($"Nobody lists records of {it.GetType().Name}."),
    };

    /// <summary>The partners that read a record as it is marked now.</summary>
    public IReadOnlySet<string> PartnersOf(IMarked it) => (it switch
    {
        Case found => Of(found),
        Boarding found => Of(found),
        ICaseRecord found => Of(found),
        Dispatch found => Of(found),
        _ => throw new InvalidOperationException($"Nobody derives the readers of {it.GetType().Name}."),
    }).Select(x => x.Partner).ToHashSet();

    /// <summary>Makes the stored rows equal to the derived ones, for every record that is about to be saved.</summary>
    /// <returns>What is opened to whom by that: a case with a record in it is the record, with several it is the case.</returns>
    public async Task<IReadOnlyList<Opened>> Follow(InterdictionDb db, CancellationToken stop)
    {
        var opened = new List<Opened>();
        var reports = Written<Boarding>(db).Select(x => x.Entity).ToHashSet();
        // What happens to a record of a case changes nothing of who reads it, until it is marked anew.
        var records = Written<ICaseRecord>(db).Where(IsMarked).Select(x => x.Entity).ToHashSet();
        foreach (var entry in Written<Case>(db))
        {
            opened.AddRange(await Store(db, entry.Entity, entry.Entity.Id, entry.State, Of(entry.Entity), stop));
            if (entry.State is not EntityState.Modified)
                continue;
            // What decides on a case decides on all that is in it, read by the caller or not.
            if (entry.Property(x => x.Marking).IsModified || entry.Property(x => x.LeadPartner).IsModified)
                reports.UnionWith(await db.Derive(() => db.EveryReport.Where(x => x.CaseId == entry.Entity.Id).ToListAsync(stop)));
            if (entry.Property(x => x.Marking).IsModified || entry.Property(x => x.Disclosed).IsModified)
                records.UnionWith(await db.Derive(() => db.EveryRecordIn([entry.Entity.Id], stop)));
        }
        // What an attachment belongs to decides on it as well.
        foreach (var report in reports.Where(x => db.Entry(x).State is EntityState.Modified))
            records.UnionWith(await db.Derive(() => db.EveryAttachmentOf(report.Id).ToListAsync(stop)));
        foreach (var report in reports)
            opened.AddRange(await Store(db, report, report.CaseId, db.Entry(report).State, Of(report), stop));
        foreach (var entry in Written<Dispatch>(db).Where(IsMarked))
            opened.AddRange(await Store(db, entry.Entity, entry.Entity.Id, entry.State, Of(entry.Entity), stop));
        foreach (var record in records)
        {
            await db.BringCase(record, stop);
            opened.AddRange(await Store(db, record, record.CaseId, db.Entry(record).State, Of(record), stop));
        }
        return [.. opened.GroupBy(x => (x.CaseId, x.Partner)).SelectMany(x => x.FirstOrDefault(y => y.Kind is RecordKind.Case) is not { } @case ? [.. x] : x.Count() == 2 ? x.Where(y => y != @case) : [@case])];
    }

    static bool IsMarked(EntityEntry entry) => entry.State is EntityState.Added || entry.Property(nameof(IMarked.Marking)).IsModified;

    static List<EntityEntry<T>> Written<T>(InterdictionDb db) where T : class =>
        [.. db.ChangeTracker.Entries<T>().Where(x => x.State is EntityState.Added or EntityState.Modified)];

    async Task<IReadOnlyList<Opened>> Store(InterdictionDb db, IMarked it, Guid @case, EntityState state, IEnumerable<Reader> rows, CancellationToken stop)
    {
        var (record, now) = (it.Id, clock.Now());
        var stored = state is EntityState.Added ? [] : await db.Derive(() => db.RowsOf(record).ToDictionaryAsync(x => (x.Partner, x.Audience, x.CaseAudience), stop));
        var before = stored.Keys.Select(x => x.Partner).Append(it.Originator).ToHashSet();
        var opened = new Dictionary<string, Opened>();
        foreach (var row in rows)
        {
            if (!before.Contains(row.Partner))
                opened[row.Partner] = new Opened(record, @case, row.Kind, row.Revision, row.Partner);
            if (!stored.Remove((row.Partner, row.Audience, row.CaseAudience), out var old))
            {
                row.Since = now;
                db.Readers.Add(row);
            }
            else if ((old.Classification, old.Revision) != (row.Classification, row.Revision))
            {
                db.PastReaders.Add(Past(old, now));
                (old.Classification, old.Revision, old.Since) = (row.Classification, row.Revision, now);
            }
        }
        db.PastReaders.AddRange(stored.Values.Select(x => Past(x, now)));
        db.Readers.RemoveRange(stored.Values);
        return [.. opened.Values];
    }

    static PastReader Past(Reader it, DateTimeOffset now) => new()
    {
        RecordId = it.RecordId,
        Partner = it.Partner,
        Audience = it.Audience,
        CaseAudience = it.CaseAudience,
        Classification = it.Classification,
        Revision = it.Revision,
        Since = it.Since,
        Until = now,
    };

    IEnumerable<string> Partners(Marking marking, string originator) =>
        marking.ReleasableTo.Contains(Marking.All) ? partners.Codes.Union([originator]) : marking.ReleasableTo.Union([originator]);

    static IEnumerable<Guid> Audiences(Marking marking, string originator, string partner) =>
        partner != originator || marking.Team is not { } team ? [Audience.Everybody]
        : team.Unit is { } unit ? [unit]
        : team.People.Distinct();

    static int Level(Marking marking) => (int)(marking.Classification ?? Classification.Secret);
}
