using System.Text;

namespace Interdiction.Contracts;

/// <summary>
/// Ships' names as they compare: in Latin letters, without spaces, and in one spelling where transliterations differ. Two
/// names are as alike as their trigrams (three letters in a row, begin and end marked) are shared (Jaccard).
/// </summary>
public static class ShipName
{
    /// <summary>The least likeness that is told of two folded names: a slip of the pen weighs more in a short one.</summary>
    public static double Alike(string a, string b) => Math.Max(Alike(Trigrams(a).Count), Alike(Trigrams(b).Count));

    static double Alike(int trigrams) => trigrams <= 8 ? 0.4 : trigrams <= 12 ? 0.5 : 0.6;

    // What one script's letters become in Latin differs from table to table and from officer to officer. In this order.
    static readonly (string From, string To)[] Spellings =
    [
        ("ph", "f"), ("kh", "h"), ("ck", "k"), ("ae", "e"), ("oe", "o"), ("eo", "o"), ("eu", "u"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "i"),
        ("q", "k"), ("w", "u"), ("y", "i"), ("j", "i"), ("x", "ks"),
    ];

    // What stands before a name and is none: motor vessel, motor tanker, steam ship, fishing vessel, sailing vessel.
    static readonly string[] Prefixes = ["M/V", "M/T", "M/S", "S/S", "F/V", "S/V", "M.V.", "M.T.", "MV", "MT", "MS", "SS", "FV", "SV", "MFV"];

    static readonly string[] Nothing = ["unknown", "none", "noname", "nameless", "unnamed", "nil", "na", "notknown", "notgiven", "notseen", "illegible"];

    // Commonest first: a trigram of rare letters tells more.
    const string Common = "_aeinorsthludmgkcpbfvz";

    /// <summary>The name as it compares; empty where there is none.</summary>
    public static string Fold(string? name)
    {
        var said = (name ?? "").Trim();
        foreach (var prefix in Prefixes)
            if (said.StartsWith(prefix + ' ', StringComparison.OrdinalIgnoreCase))
            {
                said = said[(prefix.Length + 1)..];
                break;
            }
        var letters = string.Concat(Transliteration.Latin(said).Where(char.IsLetterOrDigit));
        if (Nothing.Contains(letters))
            return "";
        foreach (var (from, to) in Spellings)
            letters = letters.Replace(from, to, StringComparison.Ordinal);
        var folded = new StringBuilder();
        foreach (var c in letters)
            if (folded.Length == 0 || folded[^1] != c || char.IsDigit(c))
                folded.Append(c);
        return folded.ToString();
    }

    /// <summary>How alike two folded names are, 0 to 1.</summary>
    public static double Likeness(string a, string b)
    {
        var (one, other) = (Trigrams(a), Trigrams(b));
        var shared = one.Intersect(other).Count();
        return shared == 0 ? 0 : (double)shared / (one.Count + other.Count - shared);
    }

    /// <summary>
    /// The rarest trigrams of a folded name, as many as it takes so that any name that is alike has one of its own among them:
    /// of sets that share a part t of all that they hold, the first n - ⌈t n⌉ + 1 of each, in any one order, meet.
    /// </summary>
    public static IEnumerable<string> Keys(string folded)
    {
        var all = Trigrams(folded);
        return all.OrderByDescending(x => x.Sum(Rarity)).ThenBy(x => x, StringComparer.Ordinal).Take(all.Count - (int)Math.Ceiling(Alike(all.Count) * all.Count) + 1);
    }

    static HashSet<string> Trigrams(string folded)
    {
        if (folded.Length == 0)
            return [];
        var padded = $"__{folded}_";
        return [.. Enumerable.Range(0, padded.Length - 2).Select(i => padded.Substring(i, 3))];
    }

    // The begin of a name is shared by every name that begins so: the commonest of all.
    static int Rarity(char c) => c is '_' ? -Common.Length : Common.IndexOf(c, StringComparison.Ordinal) is >= 0 and var place ? place : Common.Length;
}
