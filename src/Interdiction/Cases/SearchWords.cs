using System.Globalization;
using System.Text;
using Interdiction.Contracts;

namespace Interdiction.Cases;

/// <summary>
/// Text folded for finding words: case and diacritics gone, every word with a space before it, so that a word is found
/// by its beginning. Scripts that write without spaces are found anywhere in their text.
/// </summary>
public static class SearchWords
{
    /// <summary>The folded text of all parts, in order.</summary>
    public static string Of(params IEnumerable<string?> parts)
    {
        var folded = new StringBuilder();
        foreach (var part in parts)
            foreach (var word in Split(part ?? ""))
                folded.Append(' ').Append(word);
        return folded.ToString();
    }

    /// <summary>What to look for, one entry a word of the question; all of them must be in the folded text.</summary>
    public static IReadOnlyList<string> Asked(string question) =>
        [.. Split(question).Distinct().Select(word => word.Any(WritesWithoutSpaces) ? word : ' ' + word)];

    static IEnumerable<string> Split(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in Nfc.Decompose(text).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                word.Append(Rune.ToLowerInvariant(rune));
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
        if (word.Length > 0)
            yield return word.ToString();
    }

    // Thai, Lao, Khmer, Myanmar; kana and Han.
    static bool WritesWithoutSpaces(char c) => c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF')
        or (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF');
}
