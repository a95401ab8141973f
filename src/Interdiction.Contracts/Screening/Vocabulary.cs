using System.Collections.Frozen;
using Interdiction.Contracts.Reference;

namespace Interdiction.Contracts;

/// <summary>Words of chemistry that are well spelt: dibutyl is no slip of dimethyl, trioxide none of trichloride.</summary>
static class Vocabulary
{
    static readonly Lazy<FrozenSet<string>> words = new(() =>
        ReferenceData.Chemicals.Values.Select(x => x.Name).Concat(ReferenceData.Rows("uncontrolled_names", row => row.Text("name")))
            .SelectMany(Words).Where(x => x.Length > 3).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>The hit differs from its name by a word that is itself a word of chemistry.</summary>
    public static bool Contradicts(FoldedText text, NameHit hit)
    {
        var own = Words(hit.Name.Text).ToHashSet(StringComparer.Ordinal);
        for (var i = hit.First; i <= hit.Last; i++)
            if (text.Span(i, i).ToString() is var word && !own.Contains(word) && words.Value.Contains(word) && !hit.Name.Joined.Contains(word, StringComparison.Ordinal))
                return true;
        return false;
    }

    static IEnumerable<string> Words(string name)
    {
        var text = new FoldedText(name);
        for (var i = 0; i < text.Count; i++)
            yield return text.Span(i, i).ToString();
    }
}
