namespace Interdiction.Documents.Typography.Bidi;

/// <summary>Resolves weak types: marks, numbers and what stands between numbers (rules W1 to W7).</summary>
static class WeakRules
{
    internal static void Apply(RunSequence s)
    {
        MarksFollowTheirBase(s);
        NumbersAfterArabic(s);
        for (var i = 0; i < s.Length; i++) if (s[i] == BidiClass.AL) s[i] = BidiClass.R; // W3
        SeparatorsBetweenNumbers(s);
        TerminatorsBesideNumbers(s);
        for (var i = 0; i < s.Length; i++) if (s[i] is BidiClass.ES or BidiClass.ET or BidiClass.CS) s[i] = BidiClass.ON; // W6
        NumbersAfterLatin(s);
    }

    static void MarksFollowTheirBase(RunSequence s) // W1
    {
        var previous = s.Before;
        for (var i = 0; i < s.Length; i++)
        {
            if (s[i] == BidiClass.NSM)
                s[i] = previous.IsIsolateInitiator() || previous == BidiClass.PDI ? BidiClass.ON : previous;
            previous = s[i];
        }
    }

    static void NumbersAfterArabic(RunSequence s) // W2
    {
        var strong = s.Before;
        for (var i = 0; i < s.Length; i++)
        {
            if (s[i] is BidiClass.L or BidiClass.R or BidiClass.AL) strong = s[i];
            else if (s[i] == BidiClass.EN && strong == BidiClass.AL) s[i] = BidiClass.AN;
        }
    }

    static void SeparatorsBetweenNumbers(RunSequence s) // W4
    {
        for (var i = 1; i < s.Length - 1; i++)
        {
            var (left, right) = (s[i - 1], s[i + 1]);
            if (s[i] == BidiClass.ES && left == BidiClass.EN && right == BidiClass.EN) s[i] = BidiClass.EN;
            else if (s[i] == BidiClass.CS && left == right && left is (BidiClass.EN or BidiClass.AN)) s[i] = left;
        }
    }

    static void TerminatorsBesideNumbers(RunSequence s) // W5
    {
        for (var i = 0; i < s.Length; i++)
        {
            if (s[i] != BidiClass.ET) continue;
            var end = i;
            while (end < s.Length && s[end] == BidiClass.ET) end++;
            if ((i > 0 && s[i - 1] == BidiClass.EN) || (end < s.Length && s[end] == BidiClass.EN))
                for (var k = i; k < end; k++) s[k] = BidiClass.EN;
            i = end - 1;
        }
    }

    static void NumbersAfterLatin(RunSequence s) // W7
    {
        var strong = s.Before;
        for (var i = 0; i < s.Length; i++)
        {
            if (s[i] is BidiClass.L or BidiClass.R) strong = s[i];
            else if (s[i] == BidiClass.EN && strong == BidiClass.L) s[i] = BidiClass.L;
        }
    }
}
