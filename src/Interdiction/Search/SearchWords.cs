using System.Globalization;
using System.Text;
using Interdiction.Contracts;

namespace Interdiction.Search;

/// <summary>
/// Text folded for finding words: case, diacritics and punctuation gone, digits of any script as 0 to 9. A word is found
/// by its beginning, and so is one that goes on after a hyphen or another mark: INT-2003-AUS is written "int2003aus",
/// "2003aus" and "aus". Where a script writes without spaces, every letter begins a word.
/// </summary>
public static class SearchWords
{
    const int Longest = 32, LongestUnspaced = 3;

    /// <summary>A name or number this short is also one word as a whole: "Be Gae Hung" is found by "gaehung".</summary>
    const int Short = 60;

    /// <summary>What PostgreSQL keeps of one text; the longest report that is accepted has words beyond it when nearly all of them differ.</summary>
    const int MostBytes = 800_000;

    /// <summary>A word, or the letters or the digits of one.</summary>
    /// <param name="Start">Where it stands in the text.</param>
    /// <param name="Joined">True where no space stands before it.</param>
    public readonly record struct Part(string Folded, int Start, int End, bool Joined, bool Unspaced);

    /// <summary>All beginnings of words in the texts, each once, with a space between.</summary>
    public static string Of(IEnumerable<string> texts)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var bytes = 0;
        foreach (var parts in texts.Select(Parts))
            for (var i = 0; i < parts.Count && bytes < MostBytes; i++)
                if (From(parts, i) is var word && words.Add(word))
                    bytes += Encoding.UTF8.GetByteCount(word);
        return string.Join(' ', words);
    }

    /// <summary>The texts folded, every word between two spaces.</summary>
    public static string Folded(IEnumerable<string> texts) => string.Join('\n', texts.Select(x => Phrase(Split(x))));

    public static string Phrase(IEnumerable<Part> parts) => $" {string.Join(' ', parts.Select(x => x.Folded))} ";

    /// <summary>The parts of a text that is searched; a short one is one word from its beginning to its end.</summary>
    public static IReadOnlyList<Part> Parts(string text) => text.Length > Short ? Split(text) : AsOne(Split(text));

    public static IReadOnlyList<Part> AsOne(IEnumerable<Part> parts) => [.. parts.Select((x, i) => x with { Joined = i > 0 })];

    /// <summary>What is to be found for the words of a question, each by its beginning: a word that is longer than what is stored, by all that it is made of.</summary>
    public static IEnumerable<string> Asked(IReadOnlyList<Part> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            var word = From(parts, i);
            yield return word;
            var rest = 0;
            var end = i;
            for (; end < parts.Count && (end == i || parts[end].Joined); end++)
                rest += parts[end].Folded.Length;
            if (word.Length == rest)
                i = end - 1;
        }
    }

    /// <summary>The word that begins with a part and goes on while no space comes, cut to what is stored.</summary>
    static string From(IReadOnlyList<Part> parts, int first) => Cut(Run(parts, first, Longest), parts[first].Unspaced ? LongestUnspaced : Longest);

    /// <summary>The parts from one on, run together while no space comes, to about this length.</summary>
    public static string Run(IReadOnlyList<Part> parts, int first, int length)
    {
        var run = parts[first].Folded;
        for (var i = first + 1; i < parts.Count && parts[i].Joined && run.Length < length; i++)
            run += parts[i].Folded;
        return run;
    }

    static string Cut(string word, int length) => word.Length <= length ? word : word[..(char.IsHighSurrogate(word[length - 1]) ? length - 1 : length)];

    public static List<Part> Split(string text)
    {
        var parts = new List<Part>();
        var word = new StringBuilder();
        var (start, end, place, joined, digits) = (0, 0, 0, false, false);
        foreach (var rune in text.EnumerateRunes())
        {
            foreach (var folded in Fold(rune))
            {
                var (unspaced, digit) = (WritesWithoutSpaces(folded), Rune.IsDigit(folded));
                if (IsDropped(folded))
                    continue;
                if (!Rune.IsLetterOrDigit(folded) && Rune.GetUnicodeCategory(folded) is not UnicodeCategory.SpacingCombiningMark)
                {
                    End(false);
                    joined &= !Rune.IsWhiteSpace(folded);
                    continue;
                }
                if (unspaced || digit != digits)
                    End(false);
                if (word.Length == 0)
                    start = place;
                word.Append(folded);
                (end, digits) = (place + rune.Utf16SequenceLength, digit);
                if (unspaced)
                    End(true);
            }
            place += rune.Utf16SequenceLength;
        }
        End(false);
        return parts;

        void End(bool unspaced)
        {
            if (word.Length == 0)
                return;
            parts.Add(new Part(word.ToString(), start, end, joined, unspaced));
            word.Clear();
            joined = true;
        }
    }

    static IEnumerable<Rune> Fold(Rune rune) =>
        rune.IsAscii ? [Rune.ToLowerInvariant(rune)]
        : rune.Value is >= 0xFF01 and <= 0xFF5E ? [Rune.ToLowerInvariant(new Rune(rune.Value - 0xFEE0))]
        : Whole.TryGetValue(Rune.ToLowerInvariant(rune).Value, out var letters) ? letters.EnumerateRunes()
        : Nfc.Decompose(rune.ToString()).EnumerateRunes().Select(x => Rune.IsDigit(x) ? new Rune('0' + (int)Rune.GetNumericValue(x)) : Rune.ToLowerInvariant(x));

    // Letters that are read as others and come apart in no table, and the final sigma.
    static readonly Dictionary<int, string> Whole = new()
    {
        ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe", ['ø'] = "o", ['ð'] = "d", ['đ'] = "d", ['ł'] = "l", ['þ'] = "th", ['ı'] = "i", ['ς'] = "σ", ['ﬁ'] = "fi", ['ﬂ'] = "fl",
    };

    // Marks on letters, what is not seen, and the stroke that only lengthens an Arabic word.
    static bool IsDropped(Rune rune) => rune.Value is 0x640
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    // Thai, Lao, Khmer, Myanmar; kana and Han.
    static bool WritesWithoutSpaces(Rune rune) => rune.Value is (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF)
        or (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}
