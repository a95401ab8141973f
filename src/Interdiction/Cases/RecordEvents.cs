using Interdiction.Boardings;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;

namespace Interdiction.Cases;

/// <summary>Writes the time line of a case.</summary>
internal sealed class RecordEvents(InterdictionDb db, Caller caller, TimeProvider clock)
    : IDomainEventHandler<CaseOpened>, IDomainEventHandler<CaseMoved>, IDomainEventHandler<LeadMoved>, IDomainEventHandler<MarkingChanged>, IDomainEventHandler<ReportMoved>
{
    public Task Handle(CaseOpened what, CancellationToken stop) =>
        Add(Of(what.Case, "caseOpened", $"Case {what.Case.Number} was opened."), null, Code<CaseStatus>.Of(CaseStatus.Open));

    public Task Handle(CaseMoved what, CancellationToken stop) =>
        Add(Of(what.Case, "caseMoved", $"Case {what.Case.Number} is {(what.Case.Status switch
        {
            CaseStatus.UnderReview => "under review",
            CaseStatus.Closed or CaseStatus.Archived => "closed",
            CaseStatus.Open => what.From is CaseStatus.Closed ? "open again" : "open for reports again",
        })}.", what.Reason), Code<CaseStatus>.Of(what.From), Code<CaseStatus>.Of(what.Case.Status));

    public Task Handle(LeadMoved what, CancellationToken stop) =>
        Add(Of(what.Case, "leadMoved", $"Case {what.Case.Number} is led by {what.Case.LeadPartner} from now on, and no more by {what.From}.", what.Reason), null, null);

    // Whom it was released to before is nobody's business who reads it now.
    public Task Handle(MarkingChanged what, CancellationToken stop) => what.Record switch
    {
        Case it => Add(Of(it, "markingChanged", $"The marking of case {it.Number} was changed."), null, null),
        Boarding it => Add(new Happened(it.CaseId, it.Id, 0, "markingChanged", $"The marking of report {it.Number} was changed.", null, []), null, null),
        _ => throw new InvalidOperationException($"Nobody tells the time line of {what.Record.GetType().Name}."),
    };

    public Task Handle(ReportMoved what, CancellationToken stop) =>
        Add(new Happened(what.Boarding.CaseId, what.Boarding.Id, what.Boarding.Latest, what.Kind, $"Report {what.Boarding.Number}, revision {what.Boarding.Latest}, {what.Says}.", what.Reason, what.Remarks),
            what.From is { } from ? Code<BoardingState>.Of(from) : null, Code<BoardingState>.Of(what.To));

    sealed record Happened(Guid Case, Guid Record, int Revision, string Kind, string Text, string? Reason, IReadOnlyList<Remark> Remarks);

    static Happened Of(Case it, string kind, string text, string? reason = null) => new(it.Id, it.Id, 0, kind, text, reason, []);

    /// <param name="to">The state that was reached; null where it was no transition.</param>
    Task Add(Happened what, string? from, string? to)
    {
        var now = clock.Now();
        db.CaseEvents.Add(new CaseEvent
        {
            // What happens in one moment is told in the order in which it happened: the id decides there.
            Id = Guid.CreateVersion7(now.AddMilliseconds(db.CaseEvents.Local.Count)),
            CaseId = what.Case,
            RecordId = what.Record,
            Revision = what.Revision,
            At = now,
            Kind = what.Kind,
            Actor = caller.Name,
            Partner = caller.Partner,
            From = from,
            To = to,
            Reason = what.Reason,
            Remarks = what.Remarks,
            Text = what.Text,
        });
        return Task.CompletedTask;
    }
}
