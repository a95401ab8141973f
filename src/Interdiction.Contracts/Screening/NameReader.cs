namespace Interdiction.Contracts;

/// <summary>
/// Reads the names of listed chemicals out of a text and settles between rivals: of names that overlap in the text the
/// one that explains more of it wins, so that phosphorus pentasulfide is not also reported as pentachloride, and an
/// uncontrolled neighbour (sodium sulphite) keeps its like (sodium sulphide) from being reported.
/// </summary>
static class NameReader
{
    // Long texts are read in stretches that overlap by more words than any name has.
    const int Stretch = 72, Overlap = 24, Reach = 4;

    static readonly Lazy<NameIndex> chemicals = new(() => new(ListedName.OfChemicals()));
    static readonly Lazy<NameIndex> neighbours = new(() => new(ListedName.OfNeighbours()));

    public static IEnumerable<NameHit> Read(FoldedText text)
    {
        for (var first = 0; first < text.Count; first += Stretch - Overlap)
        {
            var last = Math.Min(first + Stretch, text.Count) - 1;
            foreach (var hit in Settle(text, first, last))
                yield return hit;
            if (last == text.Count - 1)
                break;
        }
    }

    /// <summary>The words are part of an uncontrolled name, as MEK is of MEK peroxide.</summary>
    public static bool InNeighbour(FoldedText text, int first, int last) =>
        neighbours.Value.Find(text, Math.Max(0, first - Reach), Math.Min(text.Count - 1, last + Reach)).Exists(x => x.Edits is 0 && x.First <= first && x.Last >= last);

    static List<NameHit> Settle(FoldedText text, int first, int last)
    {
        var hits = chemicals.Value.Find(text, first, last);
        hits.RemoveAll(x => OrdinaryWords.Mean(text, x) || x.Edits > 1 && Vocabulary.Contradicts(text, x));
        if (hits.Count is 0)
            return hits;
        var all = hits.Concat(Rivals(text, hits, first, last))
            .OrderByDescending(x => x.Weight).ThenBy(x => x.Edits).ThenBy(x => x.Name.Chemical is null).ThenBy(x => x.Last - x.First);
        List<NameHit> settled = [];
        foreach (var hit in all)
            if (settled.TrueForAll(x => !hit.Overlaps(x) || Equal(hit, x) || Weak(x, hit)))
                settled.Add(hit);
        settled.RemoveAll(x => x.Name.Chemical is null);
        return settled;
    }

    // A neighbour matters only where it can overlap a hit.
    static List<NameHit> Rivals(FoldedText text, List<NameHit> hits, int first, int last) =>
        neighbours.Value.Find(text, Math.Max(first, hits.Min(x => x.First) - Reach), Math.Min(last, hits.Max(x => x.Last) + Reach));

    // One name can be that of two listed chemicals: both stand.
    static bool Equal(NameHit a, NameHit b) => a.Name.Chemical is not null && b.Name.Chemical is not null && (a.First, a.Last, a.Edits) == (b.First, b.Last, b.Edits);

    // A neighbour that is itself misspelt does not outweigh a listed name that is not.
    static bool Weak(NameHit neighbour, NameHit hit) => neighbour.Name.Chemical is null && neighbour.Edits > 0 && hit.Name.Chemical is not null && hit.Edits is 0;
}
