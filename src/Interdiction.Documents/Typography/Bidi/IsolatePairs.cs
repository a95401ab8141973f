namespace Interdiction.Documents.Typography.Bidi;

/// <summary>Isolate initiators and the PDI that closes each (BD9).</summary>
static class IsolatePairs
{
    /// <summary>For each position the index of its partner, or -1.</summary>
    internal static int[] Match(ReadOnlySpan<BidiClass> classes)
    {
        var partner = new int[classes.Length];
        Array.Fill(partner, -1);
        var open = new Stack<int>();
        for (var i = 0; i < classes.Length; i++)
        {
            if (classes[i].IsIsolateInitiator()) open.Push(i);
            else if (classes[i] == BidiClass.PDI && open.TryPop(out var initiator))
            {
                partner[initiator] = i;
                partner[i] = initiator;
            }
        }

        return partner;
    }
}
