using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Interdiction.Contracts.Reference;

namespace Interdiction.Contracts;

/// <summary>
/// Unicode normalization form C and its canonical decomposition (UAX #15), from the character database itself: the
/// run time leaves text as it is where it runs without culture data, as the server and the browser do.
/// </summary>
public static class Nfc
{
    // Hangul syllables are made by arithmetic (Unicode, chapter 3.12).
    const int S = 0xAC00, L = 0x1100, V = 0x1161, T = 0x11A7, Vowels = 21, Tails = 28, Leads = 19, Syllables = Leads * Vowels * Tails;

    sealed record Entry(int Code, int[] Parts, int Class, bool Composes);

    static readonly Lazy<FrozenDictionary<int, Entry>> entries = new(() => ReferenceData.Rows("unicode_canonical", Of).ToFrozenDictionary(x => x.Code));
    static readonly Lazy<FrozenDictionary<(int, int), int>> pairs = new(() =>
        entries.Value.Values.Where(x => x.Composes).ToFrozenDictionary(x => (x.Parts[0], x.Parts[1]), x => x.Code));

    /// <summary>The text in form C. It must not hold half a surrogate pair.</summary>
    public static string Compose(string text)
    {
        // Below the combining marks nothing composes.
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\u02FF'))
            return text;
        var points = Points(text);
        List<int> composed = [];
        var (starter, before) = (-1, -1);
        foreach (var point in points)
        {
            var own = Class(point);
            if (starter >= 0 && (before < own || before is -1) && Pair(composed[starter], point) is { } whole)
            {
                composed[starter] = whole;
                continue;
            }
            (starter, before) = own is 0 ? (composed.Count, -1) : (starter, own);
            composed.Add(point);
        }
        return Text(composed);
    }

    /// <summary>Each letter apart from its marks.</summary>
    public static string Decompose(string text) => Text(Points(text));

    static List<int> Points(string text)
    {
        List<int> points = [];
        foreach (var rune in text.EnumerateRunes())
            Split(rune.Value, points);
        return Ordered(points);
    }

    // Marks on one letter stand in the order of their classes, and as they were within a class.
    static List<int> Ordered(List<int> points)
    {
        for (var i = 0; i < points.Count; i++)
        {
            var start = i;
            while (i < points.Count && Class(points[i]) > 0)
                i++;
            if (i - start > 1 && points[start..i].OrderBy(Class).ToList() is var marks)
                for (var j = 0; j < marks.Count; j++)
                    points[start + j] = marks[j];
        }
        return points;
    }

    static void Split(int point, List<int> points)
    {
        if (point - S is >= 0 and < Syllables and var syllable)
        {
            points.Add(L + syllable / (Vowels * Tails));
            points.Add(V + syllable % (Vowels * Tails) / Tails);
            if (syllable % Tails is > 0 and var tail)
                points.Add(T + tail);
        }
        else if (entries.Value.TryGetValue(point, out var entry) && entry.Parts.Length > 0)
            foreach (var part in entry.Parts)
                Split(part, points);
        else
            points.Add(point);
    }

    static int? Pair(int first, int second)
    {
        if (first - L is >= 0 and < Leads and var lead && second - V is >= 0 and < Vowels and var vowel)
            return S + (lead * Vowels + vowel) * Tails;
        if (first - S is >= 0 and < Syllables and var syllable && syllable % Tails is 0 && second - T is > 0 and < Tails and var tail)
            return S + syllable + tail;
        return pairs.Value.TryGetValue((first, second), out var whole) ? whole : null;
    }

    static int Class(int point) => point >= 0x300 && entries.Value.TryGetValue(point, out var entry) ? entry.Class : 0;

    static string Text(List<int> points)
    {
        var text = new StringBuilder(points.Count);
        foreach (var point in points)
            text.Append(new Rune(point).ToString());
        return text.ToString();
    }

    static Entry Of(CsvRow row) => new(Hex(row.Text("code")), [.. row.List("decomposition").Select(Hex)], Number.Whole(row["class"]) ?? 0, row["composes"] is "yes");

    static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
