using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;

namespace Interdiction.Boardings;

/// <summary>An officer of the originator submits, withdraws, begins or amends a report.</summary>
public sealed record MoveOwnReport(Guid Id, BoardingTransition Transition) : ReportMove(Id, Transition), ICommand<FiledReport>, IChange<Boarding>
{
    public static Permission Needs => Permission.WriteReports;

    internal sealed class Validator : Validator<MoveOwnReport>;

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope, TimeProvider clock) : Handler<MoveOwnReport>(db, caller, envelope, clock);
}
