namespace Interdiction.Documents.Typography.Bidi;

/// <summary>
/// Embedding levels of one paragraph after the Unicode Bidirectional Algorithm
/// (UAX #9, revision 50, with isolates and paired brackets).
/// </summary>
/// <remarks>Character data comes from ICU4N, which carries Unicode 10.</remarks>
sealed class BidiParagraph
{
    readonly BidiClass[] classes;

    BidiParagraph(BidiClass[] classes, byte[] levels, int baseLevel)
    {
        this.classes = classes;
        Levels = levels;
        BaseLevel = baseLevel;
    }

    /// <summary>Level of each code point; odd means right to left.</summary>
    internal byte[] Levels { get; }

    /// <summary>0 for a left-to-right paragraph, 1 for a right-to-left one.</summary>
    internal int BaseLevel { get; }

    /// <summary>Runs the algorithm up to rule L1.</summary>
    /// <param name="codePoints">The paragraph, without its separator.</param>
    /// <param name="baseLevel">0 or 1, or null to take the first strong character (P2, P3).</param>
    /// <param name="fallbackLevel">The level when there is no strong character.</param>
    internal static BidiParagraph Resolve(int[] codePoints, int? baseLevel = null, int fallbackLevel = 0)
    {
        var classes = Array.ConvertAll(codePoints, BidiClasses.Of);
        var level = baseLevel ?? FirstStrong(classes) ?? fallbackLevel;
        var isolates = IsolatePairs.Match(classes);
        var state = ExplicitLevels.Resolve(classes, isolates, level);

        foreach (var sequence in RunSequences.Of(state, isolates))
        {
            WeakRules.Apply(sequence);
            BracketRules.Apply(sequence, codePoints);
            NeutralRules.Apply(sequence);
        }

        var levels = state.Levels;
        for (var i = 0; i < levels.Length; i++)
            if (classes[i].IsRemoved())
                levels[i] = i > 0 ? levels[i - 1] : (byte)level;
        return new BidiParagraph(classes, levels, level);
    }

    /// <summary>Level runs of the line [start, end), left to right as they are seen (rules L1 and L2).</summary>
    internal List<LevelRun> VisualRuns(int start, int end) => VisualOrder.Of(classes, Levels, start, end, BaseLevel);

    /// <summary>Level of the first strong character outside isolates in [from, to), or null.</summary>
    internal static int? FirstStrong(ReadOnlySpan<BidiClass> classes)
    {
        var depth = 0;
        foreach (var c in classes)
        {
            if (c.IsIsolateInitiator()) depth++;
            else if (c == BidiClass.PDI) depth = Math.Max(0, depth - 1);
            else if (depth == 0 && c == BidiClass.L) return 0;
            else if (depth == 0 && c is (BidiClass.R or BidiClass.AL)) return 1;
        }

        return null;
    }
}
