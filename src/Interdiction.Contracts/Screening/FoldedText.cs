using System.Text;

namespace Interdiction.Contracts;

/// <summary>
/// A text as words in one spelling, run together without what stood between them: so that hyphens, spaces and brackets
/// in a chemical's name do not matter, while a match still begins and ends with a word.
/// </summary>
sealed class FoldedText
{
    readonly List<(int Start, int End)> raw = [];
    readonly List<int> ends = [];
    readonly List<long> letters = [];
    readonly StringBuilder folded = new();

    public FoldedText(string text)
    {
        Plain = Spelling.Plain(text);
        for (var i = 0; i < Plain.Length;)
        {
            var start = i;
            while (i < Plain.Length && char.IsAsciiLetterOrDigit(Plain[i]))
                i++;
            if (i == start)
            {
                i++;
                continue;
            }
            // N,N-diethyl and n-butane are also written without their n.
            if (i == start + 1 && Plain[start] is 'N' or 'n')
                continue;
            raw.Add((start, i));
            var word = Spelling.Word(Plain.AsSpan(start, i - start));
            folded.Append(word);
            letters.Add(Letters(word));
            ends.Add(folded.Length);
        }
        Joined = folded.ToString();
    }

    public string Plain { get; }

    /// <summary>All words without anything between.</summary>
    public string Joined { get; }

    /// <summary>How many words there are.</summary>
    public int Count => ends.Count;

    public int Start(int word) => word is 0 ? 0 : ends[word - 1];

    public int End(int word) => ends[word];

    /// <summary>Words run together, from first to last.</summary>
    public ReadOnlySpan<char> Span(int first, int last) => Joined.AsSpan(Start(first), End(last) - Start(first));

    /// <summary>Which letters and digits occur in a word, one bit for each.</summary>
    public long Letters(int word) => letters[word];

    public static long Letters(string joined)
    {
        var letters = 0L;
        foreach (var c in joined)
            letters |= 1L << Place(c);
        return letters;
    }

    /// <summary>0 to 9 for digits, 10 to 35 for small letters.</summary>
    public static int Place(char c) => char.IsAsciiDigit(c) ? c - '0' : c - 'a' + 10;

    /// <summary>The word that holds a place of the words run together.</summary>
    public int WordAt(int place) => ends.BinarySearch(place + 1) is var found && found >= 0 ? found : ~found;

    /// <summary>A word as it was written.</summary>
    public ReadOnlySpan<char> Raw(int word) => Plain.AsSpan(raw[word].Start, raw[word].End - raw[word].Start);

    /// <summary>The stretch as it was written.</summary>
    public string Quote(int first, int last) => Excerpt.Of(Plain[raw[first].Start..raw[last].End]);
}
