using Interdiction.Archives;
using Interdiction.Boardings;
using Interdiction.CaseWork;
using Interdiction.Consents;
using Interdiction.Contracts;
using Interdiction.Contracts.Identifiers;
using Interdiction.Custody;
using Interdiction.Data;
using Interdiction.Dispatches;
using Interdiction.Evidence;
using Interdiction.Holds;
using Interdiction.Kernel;
using Interdiction.Translations;

namespace Interdiction.Cases;

/// <summary>Writes the time line of a case.</summary>
internal sealed class RecordEvents(InterdictionDb db, Caller caller, TimeProvider clock)
    : IDomainEventHandler<CaseOpened>, IDomainEventHandler<CaseMoved>, IDomainEventHandler<LeadMoved>, IDomainEventHandler<RetentionSet>, IDomainEventHandler<DestructionMoved>, IDomainEventHandler<MarkingChanged>, IDomainEventHandler<ReportMoved>, IDomainEventHandler<CustodyChanged>, IDomainEventHandler<ConsentMoved>, IDomainEventHandler<Commented>, IDomainEventHandler<TaskMoved>, IDomainEventHandler<HoldMoved>, IDomainEventHandler<AttachmentAdded>, IDomainEventHandler<NarrativeTranslated>
{
    public Task Handle(CaseOpened what, CancellationToken stop) =>
        Add(Of(what.Case, "caseOpened", $"Case {what.Case.Number} was opened."), null, Code<CaseStatus>.Of(CaseStatus.Open));

    public Task Handle(CaseMoved what, CancellationToken stop) =>
        Add(Of(what.Case, "caseMoved", $"Case {what.Case.Number} is {(what.Case.Status switch
        {
            CaseStatus.UnderReview => "under review",
            CaseStatus.Closed => what.From is CaseStatus.Archived ? "taken out of the archive" : "closed",
            CaseStatus.Archived => "in the archive",
            CaseStatus.Open => what.From is CaseStatus.Closed ? "open again" : "open for reports again",
        })}.", what.Reason), Code<CaseStatus>.Of(what.From), Code<CaseStatus>.Of(what.Case.Status));

    public Task Handle(RetentionSet what, CancellationToken stop) =>
        Add(Of(what.Case, "retentionSet", $"Case {what.Case.Number} is kept {(what.Case.RetainUntil is { } until ? $"until {until:yyyy-MM-dd}" : "for good")} from now on.", what.Reason), null, null);

    // What is destroyed has no time line any more.
    public Task Handle(DestructionMoved what, CancellationToken stop) => what.Destruction.State switch
    {
        DestructionState.Announced => Add(Of(what.Case, "destructionAnnounced", $"The case is to be destroyed on {what.Destruction.DueAt:yyyy-MM-dd}, unless a partner that reads it stops that.", what.Destruction.Reason), null, null),
        DestructionState.Stopped => Add(Of(what.Case, "destructionStopped", "The destruction of the case was stopped.", what.Destruction.StopReason), null, null),
        DestructionState.Done => Task.CompletedTask,
    };

    public Task Handle(LeadMoved what, CancellationToken stop) =>
        Add(Of(what.Case, "leadMoved", $"Case {what.Case.Number} is led by {what.Case.LeadPartner} from now on, and no more by {what.From}.", what.Reason), null, null);

    // Whom it was released to before is nobody's business who reads it now.
    public Task Handle(MarkingChanged what, CancellationToken stop) => what.Record switch
    {
        Case it => Add(Of(it, "markingChanged", $"The marking of case {it.Number} was changed."), null, null),
        Boarding it => Add(new Happened(it.CaseId, it.Id, 0, "markingChanged", $"The marking of report {it.Number} was changed.", null, []), null, null),
        ConsentRequest it => Add(Of(it, "markingChanged", "had its marking changed"), null, null),
        Comment it => Add(Of(it, "markingChanged", "The marking of a comment was changed."), null, null),
        Attachment it => Add(Of(it, "markingChanged", $"The marking of attachment {it.Number} was changed."), null, null),
        CaseTask it => Add(Of(it, "markingChanged", "The marking of a task was changed."), null, null),
        // It is in no case.
        Dispatch => Task.CompletedTask,
        _ => throw new InvalidOperationException($"Nobody tells the time line of {what.Record.GetType().Name}."),
    };

    public Task Handle(ReportMoved what, CancellationToken stop) =>
        Add(new Happened(what.Boarding.CaseId, what.Boarding.Id, what.Boarding.Latest, what.Kind, $"Report {what.Boarding.Number}, revision {what.Boarding.Latest}, {what.Says}.", what.Reason, what.Remarks),
            what.From is { } from ? Code<BoardingState>.Of(from) : null, Code<BoardingState>.Of(what.To));

    public Task Handle(CustodyChanged what, CancellationToken stop)
    {
        var (chain, it) = (what.Chain, what.Event);
        var decided = it.State is CustodyState.Accepted or CustodyState.Refused;
        return Add(new Happened(chain.Boarding.CaseId, chain.BoardingId, chain.Revision, "exhibitHandled", $"Exhibit {chain.Number}, event {it.Number}, {Says(it)}.", decided ? it.DecisionReason : it.Reason, []), null, null);
    }

    static string Says(CustodyEvent it) => (it.State, it.Type) switch
    {
        (CustodyState.Accepted, _) => $"was taken over by {it.To!.Partner ?? it.To.Agency ?? it.To.Name ?? it.Partner}",
        (CustodyState.Refused, _) => "was refused by its receiver",
        (_, CustodyType.Transferred) => $"is handed to {it.To!.Partner ?? it.To.Agency ?? it.To.Name ?? it.Partner}",
        (_, CustodyType.Seized) => "was seized",
        (_, CustodyType.Sealed) => "was sealed",
        (_, CustodyType.SealChecked) => "had its seals checked",
        (_, CustodyType.Accessed) => "was accessed",
        (_, CustodyType.Inspected) => "was inspected",
        (_, CustodyType.Sampled) => "was sampled",
        (_, CustodyType.Split) => "was split",
        (_, CustodyType.Analysed) => "was analysed",
        (_, CustodyType.Stored) => "was stored",
        (_, CustodyType.Returned) => "was returned",
        (_, CustodyType.Released) => "was released",
        (_, CustodyType.Destroyed) => "was destroyed",
        (_, CustodyType.Correction) => "corrects an earlier one",
    };

    public Task Handle(ConsentMoved what, CancellationToken stop) =>
        Add(Of(what.Request, what.Kind, what.Says, what.Reason), what.From is { } from ? Code<ConsentState>.Of(from) : null, Code<ConsentState>.Of(what.Request.State));

    // Their words are not repeated here: a printed time line has the marking of the case alone.
    public Task Handle(Commented what, CancellationToken stop) => Add(Of(what.Comment, "commented", "A comment was written."), null, null);

    public Task Handle(TaskMoved what, CancellationToken stop) =>
        Add(Of(what.Task, what.Kind, $"A task of {what.Task.Owner} {what.Says}.", what.Reason),
            what.From is { } from ? Code<TaskState>.Of(from) : null, what.To is { } to ? Code<TaskState>.Of(to) : null);

    public Task Handle(HoldMoved what, CancellationToken stop) =>
        Add(what.Hold.State is HoldState.InForce ? Of(what.Hold.Case, "holdSet", "A legal hold was set: nothing of the case is disposed of while it is in force.", what.Reason)
            : Of(what.Hold.Case, "holdLifted", "A legal hold was lifted.", what.Reason), null, null);

    public Task Handle(AttachmentAdded what, CancellationToken stop) => Add(Of(what.Attachment, "attachmentAdded", $"Attachment {what.Attachment.Number} was added."), null, null);

    public Task Handle(NarrativeTranslated what, CancellationToken stop)
    {
        var (it, report) = (what.Translation, what.Translation.Boarding);
        return Add(new Happened(report.CaseId, report.Id, it.Revision, "translated", $"The narrative of report {report.Number}, revision {it.Revision}, was translated into {LanguageTag.Name(it.Language)}.", null, []), null, null);
    }

    sealed record Happened(Guid Case, Guid Record, int Revision, string Kind, string Text, string? Reason, IReadOnlyList<Remark> Remarks);

    static Happened Of(Case it, string kind, string text, string? reason = null) => new(it.Id, it.Id, 0, kind, text, reason, []);

    static Happened Of(ConsentRequest it, string kind, string says, string? reason = null) =>
        new(it.CaseId, it.Id, 0, kind, $"Consent request {it.Number} to {it.Flag} {says}.", reason, []);

    static Happened Of(ICaseRecord it, string kind, string text, string? reason = null) => new(it.CaseId, it.Id, 0, kind, text, reason, []);

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
