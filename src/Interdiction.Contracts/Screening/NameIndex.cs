using System.Numerics;

namespace Interdiction.Contracts;

/// <summary>
/// Finds names in a text in spite of slips. Names that share too few groups of three letters with the text are left
/// out at once; the others are compared with every stretch of words of about their length.
/// </summary>
sealed class NameIndex
{
    const int Letters = 36;
    readonly ListedName[] names;
    readonly int[] needed;
    readonly int[][] postings;

    public NameIndex(IEnumerable<ListedName> listed)
    {
        names = [.. listed.Where(x => x.Joined.Length >= 3)];
        needed = new int[names.Length];
        var lists = new List<int>?[Letters * Letters * Letters];
        for (var n = 0; n < names.Length; n++)
        {
            var groups = Groups(names[n].Joined).ToHashSet();
            foreach (var group in groups)
                (lists[group] ??= []).Add(n);
            // One slip spoils three groups, two swapped letters four.
            needed[n] = Math.Max(1, groups.Count - 4 * names[n].MostEdits);
        }
        postings = [.. lists.Select(x => x?.ToArray() ?? [])];
    }

    /// <summary>All names in the words from first to last, overlapping ones too.</summary>
    public List<NameHit> Find(FoldedText text, int first, int last)
    {
        List<NameHit> hits = [];
        foreach (var name in Candidates(text.Span(first, last)))
        {
            var (least, most) = (name.Joined.Length - name.MostEdits, name.Joined.Length + name.MostEdits);
            var letters = FoldedText.Letters(name.Joined);
            for (var i = first; i <= last; i++)
                for (var (j, seen) = (i, 0L); j <= last && text.End(j) - text.Start(i) is var length && length <= most; j++)
                    // One slip changes which letters occur by two at most.
                    if (((seen |= text.Letters(j)) ^ letters) is var differing && BitOperations.PopCount((ulong)differing) <= 2 * name.MostEdits
                        && length >= least && EditDistance.Within(text.Span(i, j), name.Joined, name.MostEdits) is var edits && edits <= name.MostEdits)
                        hits.Add(new(name, i, j, edits));
        }
        return hits;
    }

    List<ListedName> Candidates(ReadOnlySpan<char> joined)
    {
        var shared = new int[names.Length];
        var seen = new HashSet<int>();
        List<ListedName> candidates = [];
        for (var i = 0; i + 3 <= joined.Length; i++)
            if (Group(joined[i], joined[i + 1], joined[i + 2]) is var group && seen.Add(group))
                foreach (var n in postings[group])
                    if (++shared[n] == needed[n])
                        candidates.Add(names[n]);
        return candidates;
    }

    static IEnumerable<int> Groups(string joined)
    {
        for (var i = 0; i + 3 <= joined.Length; i++)
            yield return Group(joined[i], joined[i + 1], joined[i + 2]);
    }

    static int Group(char a, char b, char c) => (FoldedText.Place(a) * Letters + FoldedText.Place(b)) * Letters + FoldedText.Place(c);
}
