namespace Interdiction.Documents.Typography.Bidi;

/// <summary>An isolating run sequence (BD13): positions in order, with the directions around it.</summary>
sealed record RunSequence(int[] Positions, ExplicitLevels State, int Level, BidiClass Before, BidiClass After)
{
    internal int Length => Positions.Length;
    internal BidiClass this[int i] { get => State.Classes[Positions[i]]; set => State.Classes[Positions[i]] = value; }
    internal BidiClass Original(int i) => State.Original[Positions[i]];
    internal BidiClass Embedding => BidiClasses.OfLevel(Level);
}

/// <summary>Cuts a paragraph into isolating run sequences (rule X10).</summary>
static class RunSequences
{
    internal static List<RunSequence> Of(ExplicitLevels state, int[] partner)
    {
        var runs = LevelRuns(state);
        var runAt = new Dictionary<int, int>(runs.Count);
        for (var r = 0; r < runs.Count; r++) runAt[runs[r][0]] = r;

        // The levels around a sequence are those of X8: later rules change the live ones.
        var levels = (byte[])state.Levels.Clone();
        var sequences = new List<RunSequence>(runs.Count);
        foreach (var run in runs)
        {
            if (state.Original[run[0]] == BidiClass.PDI && partner[run[0]] >= 0) continue;
            var positions = new List<int>(run);
            while (state.Original[positions[^1]].IsIsolateInitiator()
                && partner[positions[^1]] >= 0 && runAt.TryGetValue(partner[positions[^1]], out var next))
                positions.AddRange(runs[next]);
            sequences.Add(Bounded(state, levels, [.. positions]));
        }

        return sequences;
    }

    static List<List<int>> LevelRuns(ExplicitLevels state)
    {
        var runs = new List<List<int>>();
        for (var i = 0; i < state.Levels.Length; i++)
        {
            if (state.Original[i].IsRemoved()) continue;
            if (runs.Count == 0 || state.Levels[runs[^1][0]] != state.Levels[i]) runs.Add([]);
            runs[^1].Add(i);
        }

        return runs;
    }

    static RunSequence Bounded(ExplicitLevels state, byte[] levels, int[] positions)
    {
        int level = levels[positions[0]], last = positions[^1];
        var before = positions[0] - 1;
        while (before >= 0 && state.Original[before].IsRemoved()) before--;
        var after = last + 1;
        while (after < levels.Length && state.Original[after].IsRemoved()) after++;

        int previous = before >= 0 ? levels[before] : state.BaseLevel;
        int next = after >= levels.Length || state.Original[last].IsIsolateInitiator() ? state.BaseLevel : levels[after];
        return new RunSequence(positions, state, level,
            BidiClasses.OfLevel(Math.Max(previous, level)), BidiClasses.OfLevel(Math.Max(next, level)));
    }
}
