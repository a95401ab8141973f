using Interdiction.Contracts;
using Interdiction.Kernel;

namespace Interdiction.Dispatches;

/// <summary>The table of moves of a dispatch.</summary>
public static class DispatchMoves
{
    /// <param name="By">Whose right it is.</param>
    public sealed record Step(DispatchState From, DispatchState To, Permission By);

    public static IReadOnlyList<Step> All { get; } =
    [
        new(DispatchState.Sent, DispatchState.Answered, Permission.AnswerDispatches),
        new(DispatchState.Sent, DispatchState.Declined, Permission.AnswerDispatches),
        new(DispatchState.Sent, DispatchState.Withdrawn, Permission.WithdrawDispatches),
    ];

    public static IEnumerable<DispatchState> From(DispatchState from) => All.Where(x => x.From == from).Select(x => x.To);

    /// <summary>What can be done with a dispatch in this state, in words.</summary>
    public static string Explain(DispatchState from) => $"The dispatch is {Code<DispatchState>.Of(from)}; " +
        (From(from).Any() ? $"it can become {string.Join(" or ", From(from).Select(Code<DispatchState>.Of))}." : "it stays so.");
}
