using Interdiction.Contracts;

namespace Interdiction.Access;

/// <summary>Compares two markings of a record: what does the new one open that the old one kept closed?</summary>
static class Widening
{
    /// <returns>The fields that are wider, by their JSON names; none where the marking is as narrow or narrower.</returns>
    public static IEnumerable<string> Of(Marking from, Marking to)
    {
        if (to.Classification < from.Classification)
            yield return "classification";
        if (!from.ReleasableTo.Contains(Marking.All) && !to.ReleasableTo.All(from.ReleasableTo.Contains))
            yield return "releasableTo";
        if (!from.Caveats.All(to.Caveats.Contains))
            yield return "caveats";
        if (from.Team is { } before && (to.Team is not { } after || after.Unit != before.Unit || !after.People.All(before.People.Contains)))
            yield return "team";
        if ((to.PositionPrecision ?? PositionPrecision.Exact) < (from.PositionPrecision ?? PositionPrecision.Exact))
            yield return "positionPrecision";
    }

    /// <summary>True where two markings open the same to the same.</summary>
    public static bool AreSame(Marking a, Marking b) => !Of(a, b).Any() && !Of(b, a).Any();
}
