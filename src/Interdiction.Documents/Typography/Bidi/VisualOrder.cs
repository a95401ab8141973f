namespace Interdiction.Documents.Typography.Bidi;

/// <summary>Code points [Start, End) of one level.</summary>
readonly record struct LevelRun(int Start, int End, int Level)
{
    internal bool IsRightToLeft => (Level & 1) == 1;
}

/// <summary>Order of a line on paper (rules L1 and L2).</summary>
static class VisualOrder
{
    internal static List<LevelRun> Of(BidiClass[] classes, byte[] levels, int start, int end, int baseLevel)
    {
        var lineLevels = levels.AsSpan(start, end - start).ToArray();
        ResetWhiteSpace(classes.AsSpan(start, end - start), lineLevels, (byte)baseLevel);

        var runs = new List<LevelRun>();
        for (int a = 0, b; a < lineLevels.Length; a = b)
        {
            for (b = a + 1; b < lineLevels.Length && lineLevels[b] == lineLevels[a];) b++;
            runs.Add(new LevelRun(start + a, start + b, lineLevels[a]));
        }

        Reverse(runs);
        return runs;
    }

    // L1: separators, and white space before them or at the end of the line, take the paragraph level.
    static void ResetWhiteSpace(ReadOnlySpan<BidiClass> classes, byte[] levels, byte baseLevel)
    {
        var trailing = true;
        for (var i = classes.Length - 1; i >= 0; i--)
        {
            var c = classes[i];
            if (c is BidiClass.B or BidiClass.S) trailing = true;
            else if (!(c is BidiClass.WS or BidiClass.PDI || c.IsIsolateInitiator() || c.IsRemoved())) trailing = false;
            if (trailing) levels[i] = baseLevel;
        }
    }

    // L2: from the highest level to the lowest odd one, turn round every stretch at or above it.
    static void Reverse(List<LevelRun> runs)
    {
        var odd = runs.Where(r => r.IsRightToLeft).Select(r => r.Level).DefaultIfEmpty(int.MaxValue).Min();
        for (var level = runs.Select(r => r.Level).DefaultIfEmpty(0).Max(); level >= odd; level--)
            for (int i = 0, j; i < runs.Count; i = j + 1)
            {
                for (j = i; j < runs.Count && runs[j].Level >= level;) j++;
                runs.Reverse(i, j - i);
            }
    }
}
