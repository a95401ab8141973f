namespace Interdiction.Documents.Typography.Bidi;

/// <summary>Classes and levels as the explicit formatting characters leave them (rules X1 to X8).</summary>
sealed class ExplicitLevels
{
    const int MaxDepth = 125;

    readonly BidiClass[] _original;
    readonly int[] _partner;
    readonly Stack<(int Level, BidiClass Override, bool Isolate)> _stack = new();
    int _overflowIsolates, _overflowEmbeddings, _validIsolates;

    ExplicitLevels(BidiClass[] original, int[] partner, int baseLevel)
    {
        _original = original;
        _partner = partner;
        BaseLevel = baseLevel;
        Classes = [.. original];
        Levels = new byte[original.Length];
    }

    internal BidiClass[] Original => _original;
    internal BidiClass[] Classes { get; }
    internal byte[] Levels { get; }
    internal int BaseLevel { get; }

    internal static ExplicitLevels Resolve(BidiClass[] classes, int[] partner, int baseLevel)
    {
        var state = new ExplicitLevels(classes, partner, baseLevel);
        state._stack.Push((baseLevel, BidiClass.ON, false));
        for (var i = 0; i < classes.Length; i++) state.Step(i);
        return state;
    }

    void Step(int i)
    {
        var c = _original[i];
        switch (c)
        {
            case BidiClass.RLE or BidiClass.LRE or BidiClass.RLO or BidiClass.LRO:
                Levels[i] = (byte)_stack.Peek().Level;
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
                Levels[i] = (byte)_stack.Peek().Level;
                CloseEmbedding();
                break;
            case BidiClass.B:
                Levels[i] = (byte)BaseLevel;
                break;
            case BidiClass.BN:
                Levels[i] = (byte)_stack.Peek().Level;
                break;
            default:
                Place(i);
                break;
        }
    }

    void Place(int i)
    {
        var top = _stack.Peek();
        Levels[i] = (byte)top.Level;
        if (top.Override != BidiClass.ON) Classes[i] = top.Override;
    }

    int NextLevel(bool rightToLeft)
    {
        var level = _stack.Peek().Level;
        return rightToLeft ? (level + 1) | 1 : (level + 2) & ~1;
    }

    void Embed(BidiClass c)
    {
        var level = NextLevel(c is BidiClass.RLE or BidiClass.RLO);
        var forced = c == BidiClass.RLO ? BidiClass.R : c == BidiClass.LRO ? BidiClass.L : BidiClass.ON;
        if (level <= MaxDepth && _overflowIsolates == 0 && _overflowEmbeddings == 0) _stack.Push((level, forced, false));
        else if (_overflowIsolates == 0) _overflowEmbeddings++;
    }

    void Isolate(BidiClass c)
    {
        var level = NextLevel(c == BidiClass.RLI);
        if (level <= MaxDepth && _overflowIsolates == 0 && _overflowEmbeddings == 0)
        {
            _validIsolates++;
            _stack.Push((level, BidiClass.ON, true));
        }
        else _overflowIsolates++;
    }

    // X5c: an FSI is an RLI or LRI by the first strong character up to its PDI.
    BidiClass Resolved(int i)
    {
        var end = _partner[i] < 0 ? _original.Length : _partner[i];
        return BidiParagraph.FirstStrong(_original.AsSpan(i + 1, end - i - 1)) == 1 ? BidiClass.RLI : BidiClass.LRI;
    }

    void CloseIsolate()
    {
        if (_overflowIsolates > 0) _overflowIsolates--;
        else if (_validIsolates > 0)
        {
            _overflowEmbeddings = 0;
            while (!_stack.Peek().Isolate) _stack.Pop();
            _stack.Pop();
            _validIsolates--;
        }
    }

    void CloseEmbedding()
    {
        if (_overflowIsolates > 0) return;
        if (_overflowEmbeddings > 0) _overflowEmbeddings--;
        else if (!_stack.Peek().Isolate && _stack.Count >= 2) _stack.Pop();
    }
}
