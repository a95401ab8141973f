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
        "containing", "contents", "liquid", "gas", "solid", "powder", "solution", "anhydrous", "pure", "technical", "tech", "grade", "reagent", "lab", "laboratory", "bulk", "solvent", "fresh", "new", "used");

    /// <summary>The hit is such a word, and the word before it makes another name of it (petroleum ether).</summary>
    public static bool Mean(FoldedText text, NameHit hit) =>
        names.Contains(hit.Name.Joined) && hit.First > 0 && text.Span(hit.First - 1, hit.First - 1).ToString() is var before
        && before.Any(char.IsAsciiLetter) && !Packing.Contains(before);
}
