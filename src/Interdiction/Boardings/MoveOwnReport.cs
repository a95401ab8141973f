using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Law;

namespace Interdiction.Boardings;

/// <summary>An officer of the originator submits, withdraws, begins or amends a report.</summary>
public sealed record MoveOwnReport(Guid Id, BoardingTransition Transition) : ReportMove(Id, Transition), ICommand<FiledReport>, IChange<Boarding>
{
    public static Permission Needs => Permission.WriteReports;

    internal sealed class Validator : Validator<MoveOwnReport>;

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope, LawBook law, TimeProvider clock) : Handler<MoveOwnReport>(db, caller, envelope, law, clock);
}
