using System.Text;

namespace Interdiction.Search;

/// <summary>Passages of a text with the words of a question marked, made of what the reader is shown.</summary>
static class Highlights
{
    public const char Begin = '«', End = '»';
    const int Most = 3, Whole = 160, Before = 60;

    public static IReadOnlyList<string> Of(SearchQuestion question, string text)
    {
        var words = question.Words.ToList();
        return [.. text.Split('\n').Select(x => (Text: x, Marks: Marks(x, words))).Where(x => x.Marks.Count > 0).Select(x => Passage(x.Text, x.Marks)).Distinct().Take(Most)];
    }

    /// <summary>Where words stand that the question finds, in order and apart.</summary>
    static List<(int Start, int End)> Marks(string text, List<string> words)
    {
        var marks = new List<(int Start, int End)>();
        var parts = SearchWords.Parts(text);
        for (var i = 0; i < parts.Count; i++)
        {
            var run = SearchWords.Run(parts, i, words.Max(x => x.Length));
            var length = words.Where(x => run.StartsWith(x, StringComparison.Ordinal)).Select(x => x.Length).DefaultIfEmpty().Max();
            if (length == 0)
                continue;
            var last = i;
            for (var covered = parts[i].Folded.Length; covered < length; covered += parts[last].Folded.Length)
                last++;
            // A word is marked to its end, digits and letters alike.
            while (last + 1 < parts.Count && parts[last + 1].Start == parts[last].End && !parts[last + 1].Unspaced && !parts[last].Unspaced)
                last++;
            if (marks is [.., var before] && (parts[i].Start <= before.End))
                marks[^1] = (before.Start, Math.Max(before.End, parts[last].End));
            else
                marks.Add((parts[i].Start, parts[last].End));
        }
        return marks;
    }

    static string Passage(string text, List<(int Start, int End)> marks)
    {
        var from = text.Length <= Whole ? 0 : Edge(text, Math.Max(0, marks[0].Start - Before));
        var to = text.Length <= Whole ? text.Length : Edge(text, Math.Min(text.Length, Math.Max(from + Whole, marks[0].End)));
        var passage = new StringBuilder(from > 0 ? "…" : "");
        foreach (var (start, end) in marks.Where(x => x.End <= to))
        {
            passage.Append(Own(text[from..start])).Append(Begin).Append(Own(text[start..end])).Append(End);
            from = end;
        }
        return passage.Append(Own(text[from..to])).Append(to < text.Length ? "…" : "").ToString();
    }

    // What somebody wrote is not taken for a mark.
    static string Own(string text) => text.Replace(Begin, '‹').Replace(End, '›');

    // No letter is cut in two.
    static int Edge(string text, int place) => place > 0 && place < text.Length && char.IsLowSurrogate(text[place]) ? place - 1 : place;
}
