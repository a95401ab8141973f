namespace Interdiction.Documents.Typography.Bidi;

/// <summary>Resolves neutrals by what stands around them, then sets the levels (rules N1, N2, I1, I2).</summary>
static class NeutralRules
{
    internal static void Apply(RunSequence s)
    {
        for (var i = 0; i < s.Length; i++)
        {
            if (!s[i].IsNeutral()) continue;
            var end = i;
            while (end < s.Length && s[end].IsNeutral()) end++;
            var before = i > 0 ? s[i - 1].Strong() : s.Before;
            var after = end < s.Length ? s[end].Strong() : s.After;
            for (var k = i; k < end; k++) s[k] = before == after ? before : s.Embedding;
            i = end - 1;
        }

        for (var i = 0; i < s.Length; i++) s.State.Levels[s.Positions[i]] = (byte)(s.Level + Rise(s[i], s.Level));
    }

    static int Rise(BidiClass c, int level) => (level & 1) == 0
        ? c switch { BidiClass.R => 1, BidiClass.AN or BidiClass.EN => 2, _ => 0 }
        : c is BidiClass.L or BidiClass.EN or BidiClass.AN ? 1 : 0;
}
