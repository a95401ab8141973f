using Interdiction.Boardings;
using Interdiction.Cases;
using Interdiction.CaseWork;
using Interdiction.Consents;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Dispatches;
using Interdiction.Evidence;
using Interdiction.Holds;
using Interdiction.Translations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Interdiction.Search;

/// <summary>Derives search entries from records. What something is found by stands here and nowhere else.</summary>
public static class SearchTable
{
    public static SearchEntry Of(Case it) => Entry(it.Id, SearchKind.Case, it.Id, it.Id, it.Originator, it.OpenedAt, it.Title, [it.Number]);

    /// <summary>A report, as those are shown it who see the persons aboard and as the others are, and its exhibits.</summary>
    public static IEnumerable<SearchEntry> Of(Boarding it, BoardingRevision revision)
    {
        var (named, unnamed) = Shown.Searched(revision);
        string[] all = [it.Number, .. SearchTexts.In(named)], some = [it.Number, .. SearchTexts.In(unnamed)];
        return
        [
            .. all.SequenceEqual(some) ? [Report(Shows.Everybody, all)] : new[] { Report(Shows.Named, all), Report(Shows.Unnamed, some) },
            .. from seizure in unnamed.Seizures
               from exhibit in seizure.Exhibits
               select Entry(it.Id, SearchKind.Exhibit, exhibit.Id!.Value, it.CaseId, it.Originator, it.FiledAt, $"{exhibit.Number} {exhibit.Description}".TrimEnd(),
                   [seizure.Authority, .. SearchTexts.In(exhibit)], revision.Number),
        ];

        SearchEntry Report(Shows shows, IEnumerable<string> texts) =>
            Entry(it.Id, SearchKind.Boarding, it.Id, it.CaseId, it.Originator, it.FiledAt, revision.Title, texts, revision.Number, shows);
    }

    public static SearchEntry Of(ICaseRecord it) => it switch
    {
        // The number of the case is not for the flag State.
        ConsentRequest x => Entry(x, SearchKind.ConsentRequest, x.Title, [x.Number, x.Agreement, .. SearchTexts.In(x.Vessel), .. SearchTexts.In(x.Grounds), .. SearchTexts.In(x.Conditions)]),
        Comment x => Entry(x, SearchKind.Comment, Excerpt(x.Text), SearchTexts.In(x.Text)),
        CaseTask x => Entry(x, SearchKind.Task, x.Title, [.. SearchTexts.In(x.Text), .. SearchTexts.In(x.Reason)]),
        // What is in the file is not searched, nor where and when it was taken: positions may be rounded.
        Attachment x => Entry(x, SearchKind.Attachment, x.Name, [x.Number, x.Type]),
        _ => throw new InvalidOperationException($"Nobody searches {it.GetType().Name}."),
    };

    /// <summary>A translation is found as its revision is.</summary>
    public static SearchEntry Of(Translation it, Boarding report) =>
        Entry(report.Id, SearchKind.Translation, it.Id, report.CaseId, it.Originator, it.At, Excerpt(it.Text), SearchTexts.In(it.Text), it.Revision);

    public static SearchEntry Of(LegalHold it) => Entry(it.CaseId, SearchKind.Hold, it.Id, it.CaseId, it.Originator, it.At, Excerpt(it.Scope),
        [.. SearchTexts.In(it.Scope), .. SearchTexts.In(it.Reason), .. SearchTexts.In(it.LiftReason)]);

    // It is in no case, and which one it concerns is not for everybody; nor is who gave the tip.
    public static SearchEntry Of(Dispatch it) => Entry(it.Id, SearchKind.Dispatch, it.Id, it.Id, it.Originator, it.At, it.Title, [it.Number, .. SearchTexts.In(it.Text), .. SearchTexts.In(it.Answer)]);

    /// <summary>Makes the stored entries equal to the derived ones, for every record that is about to be saved.</summary>
    public static async Task Follow(InterdictionDb db, CancellationToken stop)
    {
        foreach (var entry in Written<Case>(db, nameof(Case.Title)))
            await Store(entry, entry.Entity.Id, 0, [Of(entry.Entity)]);
        foreach (var entry in Written<BoardingRevision>(db, nameof(BoardingRevision.Report)))
        {
            var boarding = db.Boardings.Local.FindEntry(entry.Entity.BoardingId)?.Entity ?? await db.ReportOf(entry.Entity.BoardingId).SingleAsync(stop);
            await Store(entry, boarding.Id, entry.Entity.Number, Of(boarding, entry.Entity));
        }
        foreach (var entry in Written<ConsentRequest>(db, nameof(ConsentRequest.Conditions)))
            await Store(entry, entry.Entity.Id, 0, [Of(entry.Entity)]);
        foreach (var entry in Written<Comment>(db))
            await Store(entry, entry.Entity.Id, 0, [Of(entry.Entity)]);
        foreach (var entry in Written<CaseTask>(db, nameof(CaseTask.Title), nameof(CaseTask.Text), nameof(CaseTask.Reason)))
            await Store(entry, entry.Entity.Id, 0, [Of(entry.Entity)]);
        foreach (var entry in Written<Attachment>(db))
            await Store(entry, entry.Entity.Id, 0, [Of(entry.Entity)]);
        foreach (var entry in Written<Dispatch>(db, nameof(Dispatch.Answer)))
            await Store(entry, entry.Entity.Id, 0, [Of(entry.Entity)]);
        foreach (var entry in Written<Translation>(db))
            await Store(entry, entry.Entity.BoardingId, entry.Entity.Revision, [Of(entry.Entity, entry.Entity.Boarding)]);
        foreach (var entry in Written<LegalHold>(db, nameof(LegalHold.LiftReason)))
            await Store(entry, entry.Entity.CaseId, 0, [Of(entry.Entity)]);

        async Task Store(EntityEntry entry, Guid record, int revision, IEnumerable<SearchEntry> derived)
        {
            var entries = derived.ToList();
            // Exhibits may come and go with the text of their report, of which there is no translation while it can change; a case and a hold in it share their readers.
            if (entry.State is EntityState.Modified)
                db.RemoveRange(await db.EntriesOf(record, revision).Where(x => x.RecordId != x.CaseId || x.Id == entries[0].Id).ToListAsync(stop));
            db.AddRange(entries);
        }
    }

    static List<EntityEntry<T>> Written<T>(InterdictionDb db, params string[] words) where T : class =>
        [.. db.ChangeTracker.Entries<T>().Where(x => x.State is EntityState.Added || x.State is EntityState.Modified && words.Any(y => x.Property(y).IsModified))];

    static SearchEntry Entry(ICaseRecord it, SearchKind kind, string title, IEnumerable<string?> texts) => Entry(it.Id, kind, it.Id, it.CaseId, it.Originator, it.At, title, texts);

    static SearchEntry Entry(Guid record, SearchKind kind, Guid id, Guid @case, string originator, DateTimeOffset at, string title, IEnumerable<string?> texts, int revision = 0, Shows shows = Shows.Everybody)
    {
        List<string> lines = [.. texts.Prepend(title).OfType<string>().Distinct()];
        return new SearchEntry
        {
            RecordId = record,
            Revision = revision,
            Kind = kind,
            Id = id,
            CaseId = @case,
            Originator = originator,
            Shows = shows,
            At = at,
            Title = title,
            Text = string.Join('\n', lines),
            Folded = SearchWords.Folded(lines),
            Words = SearchWords.Of(lines),
        };
    }

    static string Excerpt(string text) => text.Length <= 80 ? text : text[..(char.IsHighSurrogate(text[79]) ? 79 : 80)] + "…";
}
