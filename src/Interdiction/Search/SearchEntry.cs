using Interdiction.Contracts;

namespace Interdiction.Search;

/// <summary>Which readers of a record are shown the text that stands in an entry.</summary>
public enum Shows
{
    /// <summary>All of them: nothing in it is masked for anybody.</summary>
    Everybody,

    /// <summary>The originator's people, and coordinators: it names the persons aboard.</summary>
    Named,

    /// <summary>The others: it names those alone who are suspected.</summary>
    Unnamed,
}

/// <summary>
/// The words by which something is found, as some of its readers are shown them. It is written in the transaction of the
/// record, never edited by itself, and read as that record is, by those alone who are shown that revision.
/// </summary>
public sealed class SearchEntry
{
    public Guid RowId { get; init; } = Guid.CreateVersion7();

    /// <summary>The record whose readers find it: the report for an exhibit and a translation, the case for a hold.</summary>
    public Guid RecordId { get; init; }

    /// <summary>Revision of a report; 0 for all else.</summary>
    public int Revision { get; init; }
    public SearchKind Kind { get; init; }

    /// <summary>What is found: the record, or its exhibit, translation or hold.</summary>
    public Guid Id { get; init; }

    /// <summary>The case that it is part of; itself for what is in none.</summary>
    public Guid CaseId { get; init; }
    public required string Originator { get; init; }
    public Shows Shows { get; init; }

    /// <summary>When it was made, UTC; what is found is listed by this alone, newest first.</summary>
    public DateTimeOffset At { get; init; }
    public required string Title { get; init; }

    /// <summary>What its readers are shown, one text a line: highlights are made of it.</summary>
    public required string Text { get; init; }

    /// <summary>The same, folded, each word between spaces: phrases are looked for in it.</summary>
    public required string Folded { get; init; }

    /// <summary>What it is found by, as <see cref="SearchWords.Of"/> makes it; the databases keep an index of it.</summary>
    public required string Words { get; init; }
}

/// <summary>A row of SQLite's full-text index: which entries, by their row numbers, fit a question.</summary>
public sealed class SearchIndexRow
{
    public long Row { get; init; }

    /// <summary>What is compared with this column is a question to the index.</summary>
    public string Question { get; init; } = "";
}
