using Interdiction.Boardings;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;

namespace Interdiction.Cases;

/// <summary>Writes the time line of a case.</summary>
internal sealed class RecordEvents(InterdictionDb db, Caller caller, TimeProvider clock)
    : IDomainEventHandler<CaseOpened>, IDomainEventHandler<CaseMoved>, IDomainEventHandler<ReportMoved>
{
    int told;

    public Task Handle(CaseOpened what, CancellationToken stop) =>
        Add(what.Case.Id, what.Case.Id, 0, "caseOpened", null, CaseStatus.Open, null, [], $"Case {what.Case.Number} was opened.");

    public Task Handle(CaseMoved what, CancellationToken stop) =>
        Add(what.Case.Id, what.Case.Id, 0, "caseMoved", what.From, what.Case.Status, what.Reason, [],
            $"Case {what.Case.Number} is {(what.Case.Status is CaseStatus.UnderReview ? "under review" : "open for reports again")}.");

    public Task Handle(ReportMoved what, CancellationToken stop) =>
        Add(what.Boarding.CaseId, what.Boarding.Id, what.Boarding.Latest, what.Kind, what.From, what.Boarding.Current.State, what.Reason, what.Remarks,
            $"Report {what.Boarding.Number}, revision {what.Boarding.Latest}, {what.Says}.");

    Task Add<TState>(Guid @case, Guid record, int revision, string kind, TState? from, TState to, string? reason, IReadOnlyList<Remark> remarks, string text)
        where TState : struct, Enum
    {
        var now = clock.Now();
        db.CaseEvents.Add(new CaseEvent
        {
            // What happens in one moment is told in the order in which it happened: the id decides there.
            Id = Guid.CreateVersion7(now.AddMilliseconds(told++)),
            CaseId = @case,
            RecordId = record,
            Revision = revision,
            At = now,
            Kind = kind,
            Actor = caller.Name,
            Partner = caller.Partner,
            From = from is { } state ? Code<TState>.Of(state) : null,
            To = Code<TState>.Of(to),
            Reason = reason,
            Remarks = remarks,
            Text = text,
        });
        return Task.CompletedTask;
    }
}
