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
            raw.Add((start, i));
            folded.Append(Spelling.Word(Plain.AsSpan(start, i - start)));
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

    /// <summary>A word as it was written.</summary>
    public ReadOnlySpan<char> Raw(int word) => Plain.AsSpan(raw[word].Start, raw[word].End - raw[word].Start);

    /// <summary>The stretch as it was written.</summary>
    public string Quote(int first, int last) => Plain[raw[first].Start..raw[last].End];
}
