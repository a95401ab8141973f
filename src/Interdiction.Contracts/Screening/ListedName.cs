using Interdiction.Contracts.Reference;

namespace Interdiction.Contracts;

/// <summary>A name to look for in a text: of a listed chemical, or of an uncontrolled neighbour that looks like one.</summary>
/// <param name="Joined">The name's words in one spelling, run together.</param>
/// <param name="Chemical">Null for a neighbour.</param>
/// <param name="MostEdits">How far a misspelling may differ; none where the name is short or an abbreviation.</param>
sealed record ListedName(string Joined, string Text, Chemical? Chemical, int MostEdits)
{
    /// <summary>The names of the listed chemicals but their abbreviations, with "acid, sulphuric" beside "sulphuric acid".</summary>
    public static IEnumerable<ListedName> OfChemicals() =>
        ReferenceData.Chemicals.Values
            .SelectMany(chemical => chemical.Synonyms.Where(x => !Abbreviations.Is(x)).Prepend(chemical.Name).SelectMany(Short).SelectMany(x => Of(x, chemical, x == chemical.Name)))
            .DistinctBy(x => (x.Joined, x.Chemical!.Cas));

    /// <summary>The names of common chemicals and goods that are not controlled.</summary>
    public static IEnumerable<ListedName> OfNeighbours() =>
        ReferenceData.Rows("uncontrolled_names", row => row.Text("name")).SelectMany(x => Of(x, null, true)).DistinctBy(x => x.Joined);

    // "Lewisite 1" is also written without its number, "Sassafras oil (as ...)" without the remark.
    static IEnumerable<string> Short(string name)
    {
        yield return name;
        if (name is [.., >= 'a' and <= 'z', ' ', >= '1' and <= '9'])
            yield return name[..^2];
        if (name.IndexOf(" (as ", StringComparison.Ordinal) is > 0 and var remark)
            yield return name[..remark];
    }

    static IEnumerable<ListedName> Of(string name, Chemical? chemical, bool main)
    {
        var text = new FoldedText(name);
        yield return new(text.Joined, name, chemical, Edits(text.Joined.Length, main));
        if (text.Count is 2 && text.Joined.All(char.IsAsciiLetter))
            yield return new(string.Concat(text.Span(1, 1), text.Span(0, 0)), name, chemical, Edits(text.Joined.Length, main));
    }

    // Short names are ordinary words with one slip (ricin, rice in): they match as they are or not at all.
    static int Edits(int length, bool main) => length switch
    {
        < 7 => 0,
        7 => main ? 1 : 0,
        < 12 => 1,
        < 18 => 2,
        < 24 => 3,
        _ => 4,
    };
}

/// <summary>A name found in a text.</summary>
/// <param name="First">First word, from 0.</param>
/// <param name="Last">Last word.</param>
readonly record struct NameHit(ListedName Name, int First, int Last, int Edits)
{
    /// <summary>1 for the name itself, less for a misspelling.</summary>
    public double Score => Math.Round(1 - 1.5 * Edits / Name.Joined.Length, 2);

    /// <summary>How much of the text it explains: a long name outweighs a short one inside it.</summary>
    public double Weight => Name.Joined.Length - 3 * Edits;

    public bool Overlaps(NameHit other) => First <= other.Last && other.First <= Last;
}
