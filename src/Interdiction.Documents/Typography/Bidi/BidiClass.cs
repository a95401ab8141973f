using ICU4N;

namespace Interdiction.Documents.Typography.Bidi;

/// <summary>Bidi_Class of a character (UAX #9, table 4), numbered as ICU numbers it.</summary>
enum BidiClass : byte
{
    L, R, EN, ES, ET, AN, CS, B, S, WS, ON, LRE, LRO, AL, RLE, RLO, PDF, NSM, BN, FSI, LRI, RLI, PDI,
}

/// <summary>Questions the rules of UAX #9 ask of a class, and the class of a character.</summary>
static class BidiClasses
{
    static readonly BidiClass[] Common = [.. Enumerable.Range(0, 0x800).Select(c => (BidiClass)UChar.GetDirection(c))];

    internal static BidiClass Of(int codePoint) =>
        codePoint < Common.Length ? Common[codePoint] : (BidiClass)UChar.GetDirection(codePoint);

    internal static bool IsIsolateInitiator(this BidiClass c) => c is BidiClass.LRI or BidiClass.RLI or BidiClass.FSI;

    /// <summary>Taken out of consideration by rule X9.</summary>
    internal static bool IsRemoved(this BidiClass c) =>
        c is BidiClass.LRE or BidiClass.LRO or BidiClass.RLE or BidiClass.RLO or BidiClass.PDF or BidiClass.BN;

    /// <summary>NI of rules N1 and N2: neutral or isolate.</summary>
    internal static bool IsNeutral(this BidiClass c) =>
        c is BidiClass.B or BidiClass.S or BidiClass.WS or BidiClass.ON or BidiClass.PDI || c.IsIsolateInitiator();

    /// <summary>Direction in the sense of N0 to N2, where numbers count as right-to-left; ON when there is none.</summary>
    internal static BidiClass Strong(this BidiClass c) => c switch
    {
        BidiClass.EN or BidiClass.AN or BidiClass.R => BidiClass.R,
        BidiClass.L => BidiClass.L,
        _ => BidiClass.ON,
    };

    internal static BidiClass OfLevel(int level) => (level & 1) == 1 ? BidiClass.R : BidiClass.L;
}
