using System.Collections.Frozen;
using Interdiction.Contracts.Reference;

namespace Interdiction.Contracts;

/// <summary>
/// Abbreviations and formulae of listed chemicals (VX, DMMP, P4S10). They count as whole words in capitals only; those
/// that are ordinary words or common trade marks of other things (TEA, HD, GB) need a word of chemistry beside them.
/// </summary>
static class Abbreviations
{
    const int MostLetters = 5;

    /// <summary>Words, which never count without a word of chemistry beside them.</summary>
    static readonly FrozenSet<string> words = FrozenSet.Create(StringComparer.Ordinal, "TEA", "DEEP", "MAPA");

    /// <summary>Capitals that mean other things in most manifests: they count alone, or with a word of chemistry beside them.</summary>
    static readonly FrozenSet<string> ordinary = FrozenSet.Create(StringComparer.Ordinal,
        "AC", "DC", "HD", "GB", "PS", "DF", "HF", "DEA", "DMA", "TMP", "TEP", "NPP", "P2P", "PAA", "PPA", "CK", "CG", "BZ", "GA");

    /// <summary>Three letters that hardly mean anything else.</summary>
    static readonly FrozenSet<string> telling = FrozenSet.Create(StringComparer.Ordinal, "MEK", "BMK", "PMK", "TDG", "QNB", "STX");

    static readonly FrozenSet<string> chemistry = FrozenSet.Create(StringComparer.Ordinal,
        "agent", "agents", "nerve", "blister", "choking", "warfare", "precursor", "amine", "cas", "acid");

    static readonly Lazy<FrozenDictionary<string, (string Text, Chemical Chemical)>> known = new(() =>
        ReferenceData.Chemicals.Values.SelectMany(x => x.Synonyms.Where(Is), (chemical, text) => (Text: text, Chemical: chemical))
            .DistinctBy(x => Joined(x.Text)).ToFrozenDictionary(x => Joined(x.Text), StringComparer.Ordinal));

    /// <summary>A name of at most five letters and digits without a small letter.</summary>
    public static bool Is(string name) => !name.Any(char.IsAsciiLetterLower) && Joined(name).Length is >= 2 and <= MostLetters;

    public static IEnumerable<(string Quote, string Text, Chemical Chemical, double Score, int First, int Last)> Read(FoldedText text)
    {
        for (var first = 0; first < text.Count; first++)
            for (var (last, word) = (first, ""); last < text.Count && last < first + 3; last++)
            {
                word += text.Raw(last).ToString();
                if (word.Length > MostLetters)
                    break;
                if (known.Value.TryGetValue(word, out var found) && Meant(text, word, first, last) is { } score)
                    yield return (text.Quote(first, last), found.Text, found.Chemical, score, first, last);
            }
    }

    static double? Meant(FoldedText text, string word, int first, int last)
    {
        if (telling.Contains(word) || word.Length > 3 && !words.Contains(word))
            return 0.8;
        if (Chemistry(text, first - 1) || Chemistry(text, last + 1))
            return 0.6;
        return words.Contains(word) ? null : ordinary.Contains(word) ? last - first + 1 == text.Count ? 0.6 : null : AmongPacking(text, first, last) ? 0.6 : null;
    }

    static bool Chemistry(FoldedText text, int word) => word >= 0 && word < text.Count && chemistry.Contains(text.Span(word, word).ToString());

    static bool AmongPacking(FoldedText text, int first, int last)
    {
        for (var i = 0; i < text.Count; i++)
            if ((i < first || i > last) && text.Span(i, i).ToString() is var word && word.Any(char.IsAsciiLetter) && !OrdinaryWords.Packing.Contains(word))
                return false;
        return true;
    }

    static string Joined(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit));
}
