using Interdiction.Contracts.Reference;

namespace Interdiction.Contracts;

/// <summary>Words by which a text names a chemical of a listed family, such as a phosphonofluoridate that has no line of its own.</summary>
static class FamilyTerms
{
    sealed record Term(string Joined, bool WholeWord, ChemicalFamily Family);

    static readonly Lazy<Term[]> terms = new(() => ReferenceData.Rows("chemical_family_terms", Of));

    public static IEnumerable<(string Quote, ChemicalFamily Family, int First, int Last)> Read(FoldedText text)
    {
        foreach (var term in terms.Value)
            for (var at = text.Joined.IndexOf(term.Joined, StringComparison.Ordinal); at >= 0; at = text.Joined.IndexOf(term.Joined, at + 1, StringComparison.Ordinal))
                if (Words(text, at, at + term.Joined.Length) is var (first, last) && (!term.WholeWord || text.Start(first) == at))
                    yield return (text.Quote(first, last), term.Family, first, last);
    }

    // The term ends with a word, or with its plural.
    static (int First, int Last)? Words(FoldedText text, int start, int end)
    {
        var (first, last) = (text.WordAt(start), text.WordAt(end - 1));
        return text.End(last) == end || text.End(last) == end + 1 && text.Joined[end] is 's' ? (first, last) : null;
    }

    static Term Of(CsvRow row)
    {
        var list = row.Text("list") is "CWC" ? ControlList.Cwc : ControlList.Un1988;
        var item = list is ControlList.Cwc ? row.Text("item") : $"Table {row.Text("item")}";
        var family = ReferenceData.ChemicalFamilies.First(x => x.List == list && x.Item == item && (list is ControlList.Cwc || Fits(x, row.Text("term"))));
        return new(new FoldedText(row.Text("term")).Joined, row.Text("place") is "word", family);
    }

    // Table I has three families under one item: the esters are told apart by the ketone that they come from.
    static bool Fits(ChemicalFamily family, string term) =>
        family.Entry.StartsWith(term.StartsWith("PMK", StringComparison.Ordinal) || term.StartsWith('3') ? "Esters of 3,4" : "Esters of P-2-P", StringComparison.Ordinal);
}
