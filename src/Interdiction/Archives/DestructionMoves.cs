using Interdiction.Contracts;

namespace Interdiction.Archives;

/// <summary>The table of moves of a destruction.</summary>
public static class DestructionMoves
{
    /// <param name="By">Who makes it: a coordinator of any partner that reads the case, or the system; the system stops what something keeps.</param>
    public sealed record Step(DestructionState From, DestructionState To, string By);

    public static IReadOnlyList<Step> All { get; } =
    [
        new(DestructionState.Announced, DestructionState.Stopped, "a reader or system"),
        new(DestructionState.Announced, DestructionState.Done, "system"),
    ];

    public static bool Leads(DestructionState from, DestructionState to) => All.Any(x => x.From == from && x.To == to);
}
