using System.Collections.Concurrent;
using ICU4N.Globalization;
using ICU4N.Text;

namespace Interdiction.Documents.Typography;

/// <summary>Where a line may end (UAX #14, with a dictionary for Thai).</summary>
/// <remarks>
/// An ICU break iterator belongs to one thread at a time and is slow to make, so they are rented.
/// Korean breaks between words only (keep-all), as official Korean documents do.
/// </remarks>
sealed class LineBreaks : IDisposable
{
    static readonly ConcurrentDictionary<string, ConcurrentBag<BreakIterator>> Idle = new();
    static readonly Lock Making = new();

    readonly string language;
    readonly BreakIterator iterator;
    bool[] breaks = [];

    LineBreaks(string language, BreakIterator iterator)
    {
        this.language = language;
        this.iterator = iterator;
    }

    /// <summary>Takes an iterator for a language; disposing gives it back.</summary>
    internal static LineBreaks Rent(string language)
    {
        var primary = language.Split('-')[0];
        var rules = primary.Length is 2 or 3 && primary.All(char.IsAsciiLetter) ? primary : "en";
        if (Idle.GetOrAdd(rules, _ => []).TryTake(out var iterator)) return new LineBreaks(rules, iterator);
        lock (Making) return new LineBreaks(rules, BreakIterator.GetLineInstance(new UCultureInfo(rules)));
    }

    /// <summary>Finds the breaks of one paragraph.</summary>
    internal void SetText(string text)
    {
        breaks = new bool[text.Length + 1];
        iterator.SetText(text);
        for (var at = iterator.First(); at != BreakIterator.Done; at = iterator.Next())
            breaks[at] = language != "ko" || !InsideWord(text, at);
    }

    /// <summary>Whether a line may begin at this UTF-16 index.</summary>
    internal bool IsBreak(int index) => breaks[index];

    /// <inheritdoc/>
    public void Dispose() => Idle[language].Add(iterator);

    static bool InsideWord(string text, int at) =>
        at > 0 && at < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at]);
}
