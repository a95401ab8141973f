using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Cases;

namespace Interdiction.Boardings;

/// <summary>Shows which transitions a report made, and which the caller may make now.</summary>
public sealed record GetReportTransitions(Guid Id) : IQuery<Transitions>, IAbout<Boarding>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope) : IQueryHandler<GetReportTransitions, Transitions>
    {
        public async Task<Result<Transitions>> Handle(GetReportTransitions message, CancellationToken stop)
        {
            var it = db.Loaded(message);
            envelope.ETag = it.ETag;
            var allowed = from step in BoardingMoves.From(it.Current.State, it.Accepted > 0)
                          where !ReportTransitions.Permission(step.Move).Against(caller, it).Any()
                          select Code<BoardingMove>.Of(step.Move);
            return new Transitions(await TransitionLog.Of(db.CaseEvents.Where(x => x.RecordId == it.Id), stop), null, [.. allowed]);
        }
    }
}

static class ReportTransitions
{
    /// <summary>The message that makes a transition: who may send it depends on where the report is to go.</summary>
    public static IMessage<FiledReport> Of(Guid id, BoardingTransition transition) =>
        transition.To is { } move && Permission(move) == Kernel.Permission.ReviewReports
            ? new ReviewReport(id, transition)
            : new MoveOwnReport(id, transition);

    public static Permission Permission(BoardingMove move) => move switch
    {
        BoardingMove.InReview or BoardingMove.Returned or BoardingMove.Accepted => Kernel.Permission.ReviewReports,
        BoardingMove.Intent or BoardingMove.Draft or BoardingMove.Submitted or BoardingMove.Withdrawn or BoardingMove.Amended => Kernel.Permission.WriteReports,
    };
}
