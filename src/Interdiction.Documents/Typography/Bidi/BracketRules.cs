using ICU4N;
using ICU4N.Globalization;

namespace Interdiction.Documents.Typography.Bidi;

/// <summary>Gives both brackets of a pair one direction (rule N0, BD16).</summary>
static class BracketRules
{
    const int MaxOpen = 63, Open = 1;

    internal static void Apply(RunSequence s, int[] codePoints)
    {
        foreach (var (open, close) in Pairs(s, codePoints))
        {
            var direction = Direction(s, open, close);
            if (direction == BidiClass.ON) continue;
            Set(s, open, direction);
            Set(s, close, direction);
        }
    }

    static List<(int Open, int Close)> Pairs(RunSequence s, int[] codePoints)
    {
        var pairs = new List<(int, int)>();
        var open = new List<(int Position, int Closing)>();
        for (var i = 0; i < s.Length; i++)
        {
            if (s[i] != BidiClass.ON) continue;
            var codePoint = codePoints[s.Positions[i]];
            var type = UChar.GetIntPropertyValue(codePoint, UProperty.Bidi_Paired_Bracket_Type);
            if (type == 0) continue;
            if (type == Open)
            {
                if (open.Count == MaxOpen) break;
                open.Add((i, Canonical(UChar.GetBidiPairedBracket(codePoint))));
                continue;
            }

            var match = open.FindLastIndex(o => o.Closing == Canonical(codePoint));
            if (match < 0) continue;
            pairs.Add((open[match].Position, i));
            open.RemoveRange(match, open.Count - match);
        }

        pairs.Sort();
        return pairs;
    }

    static BidiClass Direction(RunSequence s, int open, int close)
    {
        var opposite = false;
        for (var i = open + 1; i < close; i++)
        {
            var strong = s[i].Strong();
            if (strong == s.Embedding) return strong;
            opposite |= strong != BidiClass.ON;
        }

        if (!opposite) return BidiClass.ON;
        for (var i = open - 1; i >= 0; i--)
            if (s[i].Strong() != BidiClass.ON)
                return s[i].Strong();
        return s.Before;
    }

    static void Set(RunSequence s, int bracket, BidiClass direction)
    {
        s[bracket] = direction;
        for (var i = bracket + 1; i < s.Length && s.Original(i) == BidiClass.NSM; i++) s[i] = direction;
    }

    // U+2329 and U+232A are canonically equal to U+3008 and U+3009.
    static int Canonical(int codePoint) => codePoint switch { 0x2329 => 0x3008, 0x232A => 0x3009, _ => codePoint };
}
