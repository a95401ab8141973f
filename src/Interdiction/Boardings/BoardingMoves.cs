using Interdiction.Contracts;

namespace Interdiction.Boardings;

/// <summary>The table of moves of a boarding report.</summary>
public static class BoardingMoves
{
    /// <param name="Blocks">Warnings of this severity, or a lighter blocking one, stop the move.</param>
    /// <param name="Kind">Kind of the time line's entry.</param>
    /// <param name="Says">What happened, after the report's number, in words.</param>
    /// <param name="OnlyAccepted">Only where an accepted revision stands.</param>
    public sealed record Step(BoardingState From, BoardingMove Move, BoardingState To, string Kind, string Says, Severity? Blocks = null, bool OnlyAccepted = false);

    public static IReadOnlyList<Step> All { get; } =
    [
        new(BoardingState.Intent, BoardingMove.Draft, BoardingState.Draft, "reportBegun", "was begun as a draft"),
        new(BoardingState.Intent, BoardingMove.Withdrawn, BoardingState.Withdrawn, "reportWithdrawn", "was withdrawn"),
        new(BoardingState.Draft, BoardingMove.Submitted, BoardingState.Submitted, "reportSubmitted", "was submitted", Severity.BlocksSubmission),
        new(BoardingState.Draft, BoardingMove.Withdrawn, BoardingState.Withdrawn, "reportWithdrawn", "was withdrawn"),
        new(BoardingState.Returned, BoardingMove.Submitted, BoardingState.Submitted, "reportSubmitted", "was submitted again", Severity.BlocksSubmission),
        new(BoardingState.Returned, BoardingMove.Withdrawn, BoardingState.Withdrawn, "reportWithdrawn", "was withdrawn"),
        new(BoardingState.Submitted, BoardingMove.InReview, BoardingState.InReview, "reportTakenIntoReview", "was taken into review"),
        new(BoardingState.InReview, BoardingMove.Returned, BoardingState.Returned, "reportReturned", "was returned"),
        new(BoardingState.InReview, BoardingMove.Accepted, BoardingState.Accepted, "reportAccepted", "was accepted", Severity.BlocksAcceptance),
        new(BoardingState.Withdrawn, BoardingMove.Amended, BoardingState.Draft, "reportAmended", "is being amended again", OnlyAccepted: true),
        new(BoardingState.Accepted, BoardingMove.Amended, BoardingState.Draft, "reportAmended", "is being amended"),
    ];

    /// <param name="accepted">True where an accepted revision stands: only then can an amendment that was withdrawn be begun again.</param>
    public static IEnumerable<Step> From(BoardingState from, bool accepted) => All.Where(x => x.From == from && (accepted || !x.OnlyAccepted));

    /// <summary>What can be done with a report in this state, in words.</summary>
    public static string Explain(BoardingState from, bool accepted)
    {
        var moves = From(from, accepted).Select(x => Code<BoardingMove>.Of(x.Move)).ToList();
        return $"The report is {Code<BoardingState>.Of(from)}; " + (moves.Count == 0 ? "it stays so." : $"it can become {string.Join(" or ", moves)}.");
    }
}
