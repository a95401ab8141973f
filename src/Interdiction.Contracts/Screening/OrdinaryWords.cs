using System.Collections.Frozen;

namespace Interdiction.Contracts;

/// <summary>Listed names that are part of many other names and words: they count only where they stand for themselves.</summary>
static class OrdinaryWords
{
    static readonly FrozenSet<string> names = FrozenSet.Create(StringComparer.Ordinal, "ether", "dichlor", "tetram");

    /// <summary>Words that may stand beside a name without changing what it names.</summary>
    public static readonly FrozenSet<string> Packing = FrozenSet.Create(StringComparer.Ordinal,
        "of", "in", "and", "or", "the", "with", "per", "x", "no", "kg", "kgs", "g", "mt", "t", "l", "ltr", "ltrs", "litre", "litres", "liter", "liters", "ton", "tons", "tonne", "tonnes",
        "drum", "drums", "barrel", "barrels", "bag", "bags", "can", "cans", "carboy", "carboys", "cylinder", "cylinders", "bottle", "bottles", "ibc", "ibcs", "tank", "tanks", "pallet", "pallets", "flexitank",
        "net", "gross", "weight", "containing", "contents", "liquid", "gas", "solid", "powder", "solution", "anhydrous", "pure", "technical", "tech", "grade", "reagent", "lab", "laboratory", "bulk", "solvent", "fresh", "new", "used");

    /// <summary>The hit is such a word, and a word beside it makes another name of it (petroleum ether).</summary>
    public static bool Mean(FoldedText text, NameHit hit) =>
        names.Contains(hit.Name.Joined) && (Changes(text, hit.First - 1) || Changes(text, hit.Last + 1));

    static bool Changes(FoldedText text, int word) =>
        word >= 0 && word < text.Count && text.Span(word, word).ToString() is var beside && beside.Any(char.IsAsciiLetter) && !Packing.Contains(beside);
}
