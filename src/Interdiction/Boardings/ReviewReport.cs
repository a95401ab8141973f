using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Law;

namespace Interdiction.Boardings;

/// <summary>A coordinator of the lead partner or the coordination cell takes a report into review, returns it with remarks, or accepts it; never one that they wrote.</summary>
public sealed record ReviewReport(Guid Id, BoardingTransition Transition) : ReportMove(Id, Transition), ICommand<FiledReport>, IChange<Boarding>
{
    public static Permission Needs => Permission.ReviewReports;

    internal sealed class Validator : Validator<ReviewReport>;

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope, LawBook law, TimeProvider clock) : Handler<ReviewReport>(db, caller, envelope, law, clock);
}
