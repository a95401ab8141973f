using Interdiction.Contracts;

namespace Interdiction.Consents;

/// <summary>Whose move it is.</summary>
public enum Side { Requester, FlagState, Clock }

/// <summary>The table of moves of a consent request.</summary>
public static class ConsentMoves
{
    /// <param name="Kind">Kind of the time line's entry.</param>
    /// <param name="Says">What happened, after the request's number, in words.</param>
    public sealed record Step(ConsentState From, ConsentState To, Side By, string Kind, string Says);

    public static IReadOnlyList<Step> All { get; } =
    [
        new(ConsentState.Sent, ConsentState.Acknowledged, Side.FlagState, "consentAcknowledged", "was acknowledged"),
        new(ConsentState.Sent, ConsentState.Granted, Side.FlagState, "consentGranted", "was granted"),
        new(ConsentState.Sent, ConsentState.Refused, Side.FlagState, "consentRefused", "was refused"),
        new(ConsentState.Sent, ConsentState.DirectedToPort, Side.FlagState, "consentDirectedToPort", "was answered by directing the ship to a port"),
        new(ConsentState.Sent, ConsentState.Withdrawn, Side.Requester, "consentWithdrawn", "was withdrawn"),
        new(ConsentState.Acknowledged, ConsentState.Granted, Side.FlagState, "consentGranted", "was granted"),
        new(ConsentState.Acknowledged, ConsentState.Refused, Side.FlagState, "consentRefused", "was refused"),
        new(ConsentState.Acknowledged, ConsentState.DirectedToPort, Side.FlagState, "consentDirectedToPort", "was answered by directing the ship to a port"),
        new(ConsentState.Acknowledged, ConsentState.Withdrawn, Side.Requester, "consentWithdrawn", "was withdrawn"),
        new(ConsentState.Acknowledged, ConsentState.Deemed, Side.Clock, "consentDeemed", "had no answer in time, by which consent is deemed given"),
        new(ConsentState.Acknowledged, ConsentState.Unanswered, Side.Clock, "consentUnanswered", "had no answer in time, which gives no consent"),
    ];

    public static IEnumerable<Step> From(ConsentState from) => All.Where(x => x.From == from);

    /// <summary>True while the flag State's answer is awaited.</summary>
    public static bool IsOpen(ConsentState state) => From(state).Any();

    /// <summary>Whose move it is to bring a request into this state; the flag State's where it is nobody's.</summary>
    public static Side SideOf(ConsentState to) => All.FirstOrDefault(x => x.To == to)?.By ?? Side.FlagState;

    /// <summary>What can be done with a request in this state, in words.</summary>
    public static string Explain(ConsentState from)
    {
        var moves = From(from).Where(x => x.By is not Side.Clock).Select(x => Code<ConsentState>.Of(x.To)).ToList();
        return $"The request is {Code<ConsentState>.Of(from)}; " + (moves.Count == 0 ? "it stays so." : $"it can become {string.Join(" or ", moves)}.");
    }
}
