using Interdiction.Administration;
using Interdiction.Archives;
using Interdiction.Audit;
using Interdiction.Boardings;
using Interdiction.CaseLinks;
using Interdiction.Cases;
using Interdiction.CaseWork;
using Interdiction.Contracts;
using Interdiction.Custody;
using Interdiction.Dispatches;
using Interdiction.Evidence;
using Interdiction.Holds;
using Interdiction.Identity;
using Interdiction.Kernel;
using Interdiction.Law;
using Interdiction.Notifications;
using Interdiction.Pipeline;
using Interdiction.Proposals;
using Interdiction.Translations;
using Interdiction.Vessels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Interdiction.Data;

/// <summary>
/// The last look before anything is written: whatever a handler forgot, records are made by their own partner, markings
/// are changed by their originator, accounts are administered by their own partner, and what is kept as evidence is only added to. A breach is a bug, not a refusal.
/// </summary>
static class WriteGuard
{
    /// <exception cref="InvalidOperationException">The change breaks one of the rules.</exception>
    public static void Check(ChangeTracker changes, Caller caller)
    {
        foreach (var entry in changes.Entries().Where(x => x.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
            if (Breach(entry, caller) is { } breach)
                throw new InvalidOperationException($"{entry.Metadata.ShortName()}: {breach}");
    }

    static string? Breach(EntityEntry entry, Caller caller) => (entry.Entity, entry.State) switch
    {
        (Account or Invitation, EntityState.Deleted) => "it is never deleted, so that whoever acted can be named.",
        (Account or Team or Deputy, _) when caller.IsKnown && ((ISubject)entry.Entity).Originator != caller.Partner => "it is administered by its own partner.",
        (Account or Team or Deputy, _) => null,
        (CaseTask { Duty: not null } it, EntityState.Added) => caller.Job is Job.OpenDuties && it.Originator == caller.Partner ? null : "a duty is opened by its own job.",
        (ISubject record, EntityState.Added) when !caller.IsKnown || record.Originator != caller.Partner => "a record is made by its own partner.",
        (CustodyEvent it, EntityState.Added) when CustodyTypes.Disposes(it.Type) && !IsApproved(entry, it.ExhibitId, ProposalAct.DisposeExhibit) => "an exhibit is disposed of by two people.",
        (LegalHold it, EntityState.Added) when !IsApproved(entry, it.CaseId, ProposalAct.SetHold) => "a case is put under a hold by two people.",
        (LegalHold it, EntityState.Modified) when !IsApproved(entry, it.Id, ProposalAct.LiftHold) => "of a hold nothing is changed but its end, by two people.",
        (Destruction it, EntityState.Added) when !IsApproved(entry, it.CaseId, ProposalAct.DestroyCase) => "the end of a case is announced by two people.",
        (Destruction, EntityState.Modified) when entry.Properties.Any(x => x.IsModified && !EndOfDestruction.Contains(x.Metadata.Name)) || !IsStopOrJob(entry, caller)
            => "a destruction is stopped or done, and nothing else.",
        (DestroyedEntry, EntityState.Added) when caller.Job is not Job.DestroyCases => "what was destroyed its own job says.",
        (Case it, EntityState.Modified) when entry.Property(nameof(Case.RetainUntil)).IsModified
            && !IsApproved(entry, it.Id, ProposalAct.SetRetention) && !IsApproved(entry, it.Id, ProposalAct.CloseCase) && !IsApproved(entry, it.Id, ProposalAct.ReopenCase)
            => "how long a case is kept is decided by two people.",
        (VesselLink, EntityState.Deleted) => "a link is ended, and stays in the history.",
        (VesselLink it, EntityState.Added) when !IsApproved(entry, it, ProposalAct.LinkVessels) => "vessels are linked by two people.",
        (VesselLink it, EntityState.Modified) when !IsApproved(entry, it, ProposalAct.UnlinkVessels) => "of a link nothing is changed but its end, by two people.",
        (CustodyEvent, EntityState.Modified) when !IsEnd(entry) => "of a custody event nothing is written anew but the end of a transfer that waits.",
        (Comment, EntityState.Modified) when entry.Properties.Any(x => x.IsModified && x.Metadata.Name is not (nameof(Comment.Marking) or nameof(Comment.Version)))
            => "a comment is never changed.",
        (Dispatch, EntityState.Modified) when entry.Properties.Any(x => x.IsModified && x.Metadata.Name is not (nameof(Dispatch.Marking) or nameof(Dispatch.Version)) && !IsEndOfDispatch(entry, x.Metadata.Name))
            => "a dispatch is never changed, and ended once.",
        (Translation, EntityState.Modified) => "a translation is never changed.",
        (CaseLink it, _) when !IsLed(entry, it, caller) => "cases are linked and unlinked by the lead of one of them.",
        (LegalSignature, EntityState.Modified) => "what was signed is only added to.",
        (Attachment, EntityState.Modified) when entry.Properties.Any(x => x.IsModified && x.Metadata.Name is not (nameof(Attachment.Marking) or nameof(Attachment.Version))) && !IsScan(entry, caller)
            => "an attachment is never changed.",
        // What never became a record.
        (Upload, EntityState.Deleted) => null,
        (ISubject or BoardingRevision, EntityState.Deleted) => "a record is never deleted.",
        (IMarked record, EntityState.Modified) when record.Originator != caller.Partner && entry.Property(nameof(Case.Marking)).IsModified && !IsApproved(entry, record)
            => "a marking is changed by its originator.",
        (ISubject, EntityState.Modified) when entry.Property(nameof(Case.Originator)).IsModified => "an originator never changes.",
        (BoardingRevision { SubmittedAt: not null }, EntityState.Modified) when WasSubmitted(entry) && entry.Property(nameof(BoardingRevision.Report)).IsModified => "what was submitted is never changed.",
        (AuditEntry or CaseEvent or IssuedId or IssuedNumber or IdempotencyKey or Notification or Reminder or DestroyedEntry, EntityState.Modified or EntityState.Deleted) => "it is only added to.",
        _ => null,
    };

    // A deputy of the originator approved the originator's own proposal.
    static bool IsApproved(EntityEntry entry, IMarked record) =>
        entry.Context.ChangeTracker.Entries<Proposal>().Any(x => x.State is EntityState.Modified && x.Entity.Resource == record.Id
            && x.Entity is { Act: ProposalAct.WidenMarking, State: ProposalState.Approved } && x.Entity.Originator == record.Originator);

    static bool IsApproved(EntityEntry entry, Guid resource, ProposalAct act) =>
        entry.Context.ChangeTracker.Entries<Proposal>().Any(x => x.State is EntityState.Modified && x.Entity.Resource == resource
            && x.Entity.State is ProposalState.Approved && x.Entity.Act == act);

    static bool IsApproved(EntityEntry entry, VesselLink it, ProposalAct act) =>
        entry.Context.ChangeTracker.Entries<Proposal>().Any(x => x.State is EntityState.Modified && x.Entity.OtherRecord is { } other
            && VesselLink.Ordered(x.Entity.Resource, other) == (it.First, it.Second) && x.Entity.State is ProposalState.Approved && x.Entity.Act == act);

    static bool IsLed(EntityEntry entry, CaseLink it, Caller caller) =>
        entry.Context.ChangeTracker.Entries<Case>().Any(x => (x.Entity.Id == it.First || x.Entity.Id == it.Second) && x.Entity.LeadPartner == caller.Partner);

    static bool IsScan(EntityEntry entry, Caller caller) => caller.Job is Job.ScanEvidence && entry.Property(nameof(Attachment.State)).OriginalValue is EvidenceState.Waiting
        && entry.Properties.All(x => !x.IsModified || x.Metadata.Name is nameof(Attachment.State) or nameof(Attachment.Finding) or nameof(Attachment.Version));

    static bool IsEndOfDispatch(EntityEntry entry, string property) => entry.Property(nameof(Dispatch.State)).OriginalValue is DispatchState.Sent
        && property is nameof(Dispatch.State) or nameof(Dispatch.Answer) or nameof(Dispatch.EndedBy) or nameof(Dispatch.EndedPartner) or nameof(Dispatch.EndedAt) or nameof(Dispatch.OpenedCaseId);

    static readonly string[] EndOfDestruction =
        [nameof(Destruction.State), nameof(Destruction.EndedBy), nameof(Destruction.EndedPartner), nameof(Destruction.EndedAt), nameof(Destruction.StopReason), nameof(Destruction.FilesGoneAt), nameof(Destruction.Version)];

    static bool IsStopOrJob(EntityEntry entry, Caller caller) => caller.Job is Job.DestroyCases
        || entry.Property(nameof(Destruction.State)) is { OriginalValue: DestructionState.Announced, CurrentValue: DestructionState.Stopped };

    static readonly string[] End =
        [nameof(CustodyEvent.State), nameof(CustodyEvent.DecidedBy), nameof(CustodyEvent.DecidedPartner), nameof(CustodyEvent.DecidedAt), nameof(CustodyEvent.DecisionReason), nameof(CustodyEvent.Version)];

    static bool IsEnd(EntityEntry entry) =>
        entry.Property(nameof(CustodyEvent.State)).OriginalValue is CustodyState.AwaitingReceiver && entry.Properties.All(x => !x.IsModified || End.Contains(x.Metadata.Name));

    static bool WasSubmitted(EntityEntry entry) => entry.Property(nameof(BoardingRevision.SubmittedAt)).OriginalValue is not null;
}
