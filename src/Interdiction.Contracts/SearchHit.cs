namespace Interdiction.Contracts;

/// <summary>What a search finds: records, and the exhibits and translations of boarding reports.</summary>
public enum SearchKind { Case, Boarding, Exhibit, ConsentRequest, Comment, Task, Hold, Dispatch, Attachment, Translation }

/// <summary>One thing that a search found, by words that its reader is shown of it.</summary>
public sealed record SearchHit
{
    public required SearchKind Kind { get; init; }
    public required Guid Id { get; init; }

    /// <summary>The case that it belongs to, itself for a case; null where you do not read that, as the flag State does not that is asked, and for what is in no case.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>The boarding report of an exhibit or a translation; null for all else.</summary>
    public Guid? BoardingId { get; init; }
    public required string Title { get; init; }

    /// <summary>The marking of the record: that of its report for an exhibit and a translation, of its case for a hold.</summary>
    public required Marking Marking { get; init; }

    /// <summary>
    /// Up to three passages in which words of the question stand, each such word between « and »; where the text itself
    /// has these they are ‹ and ›. What is left out is an ellipsis. Plain text, as you are shown it: where it may hold markup of somebody's, it is for you to escape.
    /// </summary>
    public required IReadOnlyList<string> Highlights { get; init; }
}
