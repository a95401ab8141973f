using Interdiction.Kernel;

namespace Interdiction.Search;

/// <summary>
/// What somebody looks for: words, all of which must be there, each by its beginning, and phrases in quotation marks,
/// word for word. The words may also stand together: MSKU 123456 7 finds MSKU1234567.
/// </summary>
public sealed record SearchQuestion
{
    const int Longest = 200;
    const string Quotes = "\"\u201C\u201D\u201E";

    /// <summary>Beginnings of words; what fits has all of one of these lists.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Ways { get; private init; } = [];

    /// <summary>Folded; each must be there.</summary>
    public IReadOnlyList<string> Phrases { get; private init; } = [];

    /// <summary>True where there is nothing to look for.</summary>
    public bool IsEmpty => Ways.Count == 0;

    /// <summary>All beginnings of words, to show where they are.</summary>
    public IEnumerable<string> Words => Ways.SelectMany(x => x).Distinct();

    /// <summary>The question as text, to which a cursor is bound.</summary>
    public string Print => string.Join('|', Ways.Select(x => string.Join(' ', x))) + string.Concat(Phrases);

    public static Result<SearchQuestion> Read(string? q)
    {
        if (q is { Length: > Longest })
            return Refusal.BadParameter("q", $"it has up to {Longest} characters.");
        // Every second piece stands in quotation marks; one that is never closed closes at the end.
        var pieces = (q ?? "").Split(Quotes.ToCharArray()).Select((text, i) => (Parts: SearchWords.Split(text), Quoted: i % 2 == 1)).Where(x => x.Parts.Count > 0).ToList();
        if (pieces.Count == 0)
            return new SearchQuestion();
        var apart = pieces.SelectMany(x => SearchWords.Asked(x.Parts)).Distinct().ToList();
        var phrases = pieces.Where(x => x.Quoted).Select(x => SearchWords.Phrase(x.Parts)).ToList();
        return new SearchQuestion
        {
            Ways = phrases.Count == 0 && apart.Count > 1 ? [apart, [.. SearchWords.Asked(SearchWords.AsOne(pieces[0].Parts))]] : [apart],
            Phrases = phrases,
        };
    }
}
