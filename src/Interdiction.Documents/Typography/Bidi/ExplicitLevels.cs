namespace Interdiction.Documents.Typography.Bidi;

/// <summary>Classes and levels as the explicit formatting characters leave them (rules X1 to X8).</summary>
sealed class ExplicitLevels
{
    const int MaxDepth = 125;

    readonly BidiClass[] original;
    readonly int[] partner;
    readonly Stack<(int Level, BidiClass Override, bool Isolate)> stack = new();
    int overflowIsolates, overflowEmbeddings, validIsolates;

    ExplicitLevels(BidiClass[] original, int[] partner, int baseLevel)
    {
        this.original = original;
        this.partner = partner;
        BaseLevel = baseLevel;
        Classes = [.. original];
        Levels = new byte[original.Length];
    }

    internal BidiClass[] Original => original;
    internal BidiClass[] Classes { get; }
    internal byte[] Levels { get; }
    internal int BaseLevel { get; }

    internal static ExplicitLevels Resolve(BidiClass[] classes, int[] partner, int baseLevel)
    {
        var state = new ExplicitLevels(classes, partner, baseLevel);
        state.stack.Push((baseLevel, BidiClass.ON, false));
        for (var i = 0; i < classes.Length; i++) state.Step(i);
        return state;
    }

    void Step(int i)
    {
        var c = original[i];
        switch (c)
        {
            case BidiClass.RLE or BidiClass.LRE or BidiClass.RLO or BidiClass.LRO:
                Levels[i] = (byte)stack.Peek().Level;
                Embed(c);
                break;
            case BidiClass.RLI or BidiClass.LRI or BidiClass.FSI:
                Place(i);
                Isolate(c == BidiClass.FSI ? Resolved(i) : c);
                break;
            case BidiClass.PDI:
                CloseIsolate();
                Place(i);
                break;
            case BidiClass.PDF:
                Levels[i] = (byte)stack.Peek().Level;
                CloseEmbedding();
                break;
            case BidiClass.B:
                Levels[i] = (byte)BaseLevel;
                break;
            case BidiClass.BN:
                Levels[i] = (byte)stack.Peek().Level;
                break;
            default:
                Place(i);
                break;
        }
    }

    void Place(int i)
    {
        var top = stack.Peek();
        Levels[i] = (byte)top.Level;
        if (top.Override != BidiClass.ON) Classes[i] = top.Override;
    }

    int NextLevel(bool rightToLeft)
    {
        var level = stack.Peek().Level;
        return rightToLeft ? (level + 1) | 1 : (level + 2) & ~1;
    }

    void Embed(BidiClass c)
    {
        var level = NextLevel(c is BidiClass.RLE or BidiClass.RLO);
        var forced = c == BidiClass.RLO ? BidiClass.R : c == BidiClass.LRO ? BidiClass.L : BidiClass.ON;
        if (level <= MaxDepth && overflowIsolates == 0 && overflowEmbeddings == 0) stack.Push((level, forced, false));
        else if (overflowIsolates == 0) overflowEmbeddings++;
    }

    void Isolate(BidiClass c)
    {
        var level = NextLevel(c == BidiClass.RLI);
        if (level <= MaxDepth && overflowIsolates == 0 && overflowEmbeddings == 0)
        {
            validIsolates++;
            stack.Push((level, BidiClass.ON, true));
        }
        else overflowIsolates++;
    }

    // X5c: an FSI is an RLI or LRI by the first strong character up to its PDI.
    BidiClass Resolved(int i)
    {
        var end = partner[i] < 0 ? original.Length : partner[i];
        return BidiParagraph.FirstStrong(original.AsSpan(i + 1, end - i - 1)) == 1 ? BidiClass.RLI : BidiClass.LRI;
    }

    void CloseIsolate()
    {
        if (overflowIsolates > 0) overflowIsolates--;
        else if (validIsolates > 0)
        {
            overflowEmbeddings = 0;
            while (!stack.Peek().Isolate) stack.Pop();
            stack.Pop();
            validIsolates--;
        }
    }

    void CloseEmbedding()
    {
        if (overflowIsolates > 0) return;
        if (overflowEmbeddings > 0) overflowEmbeddings--;
        else if (!stack.Peek().Isolate && stack.Count >= 2) stack.Pop();
    }
}
