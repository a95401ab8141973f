using Interdiction.Access;
using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Partners;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Proposals;

/// <summary>The originator opens a record to more readers.</summary>
sealed class WidenMarking(Subjects subjects, Markings markings, Remarking remarking) : ITwoPersonAct
{
    public ProposalAct Act => ProposalAct.WidenMarking;
    public Permission Propose => Permission.ProposeWidening;
    public Permission Approve => Permission.Widen;

    public async Task<ISubject?> Find(Guid resource, CancellationToken stop) => await subjects.Marked(resource, stop);

    public async Task<Result<Effect>> Do(ISubject record, ProposalArguments arguments, string reason, CancellationToken stop)
    {
        var it = (IMarked)record;
        var asked = arguments.Marking ?? it.Marking with { ReleasableTo = arguments.ReleasableTo!.Contains(Marking.All) ? [Marking.All] : [.. it.Marking.ReleasableTo.Union(arguments.ReleasableTo!)] };
        if (await markings.Check(asked, stop, arguments.Marking is null ? "/arguments" : "/arguments/marking", it.Marking) is { } refusal)
            return refusal;
        var to = Markings.Complete(asked, it.Originator);
        if (!Widening.Of(it.Marking, to).Any())
            return Refusal.Invalid(new Fault("/arguments", "nothingWider", "Nothing would be wider than it is. Narrowing needs no second person: put the marking."));
        var (gains, loses) = remarking.Mark(it, to, reason);
        return new Effect(gains, loses);
    }
}

/// <summary>The lead ends a case.</summary>
sealed class CloseCase(InterdictionDb db, Subjects subjects, TimeProvider clock) : ITwoPersonAct
{
    public ProposalAct Act => ProposalAct.CloseCase;
    public Permission Propose => Permission.CloseCases;
    public Permission Approve => Permission.CloseCases;

    public async Task<ISubject?> Find(Guid resource, CancellationToken stop) => await subjects.Case(resource, stop);

    public async Task<Result<Effect>> Do(ISubject record, ProposalArguments arguments, string reason, CancellationToken stop)
    {
        var it = (Case)record;
        // A report that lacks its legal basis is never accepted: the case is closed with that finding.
        if (arguments.Disposition is not Disposition.BasisMissing
            && await db.ShownRevisions.FirstOrDefaultAsync(x => x.CaseId == it.Id && (x.State == BoardingState.Submitted || x.State == BoardingState.InReview), stop) is { } undecided)
            return Refusal.Conflict("wrongState", $"Report {undecided.BoardingNumber} is {Code<BoardingState>.Of(undecided.State)}: return or accept it first.");
        if (await db.ConsentRequests.FirstOrDefaultAsync(x => x.CaseId == it.Id && (x.State == ConsentState.Sent || x.State == ConsentState.Acknowledged), stop) is { } unanswered)
            return Refusal.Conflict("wrongState", $"Consent request {unanswered.Number} is {Code<ConsentState>.Of(unanswered.State)}: {unanswered.Originator} withdraws it, or {unanswered.Flag} answers it first.");
        var reports = db.Boardings.Where(x => x.CaseId == it.Id);
        if (await db.CustodyEvents.Where(x => x.State == CustodyState.AwaitingReceiver && reports.Any(r => r.Id == x.BoardingId)).Select(x => (Guid?)x.ExhibitId).FirstOrDefaultAsync(stop) is { } handedOver)
            return Refusal.Conflict("wrongState", $"A hand-over of exhibit {await db.CustodyChains.Where(x => x.Id == handedOver).Select(x => x.Number).SingleAsync(stop)} waits for its receiver, who accepts or refuses it first.");
        if (await db.Revisions.FirstOrDefaultAsync(x => x.CaseId == it.Id && x.OwesDuties, stop) is { } owing)
            return Refusal.Conflict("wrongState", $"The duties of report {owing.BoardingNumber} are being opened: ask again in a moment.");
        if (await db.Tasks.Where(x => x.CaseId == it.Id && x.Duty != null && x.State == TaskState.Open).OrderBy(x => x.DueAt).ThenBy(x => x.Id).ToListAsync(stop) is { Count: > 0 } duties)
            return Refusal.Conflict("wrongState", $"Duties are open: {string.Join("; ", duties.Select(x => $"{x.Title} ({x.Duty})"))}. Each is done, or declined with a reason, first.");
        return it.Close(arguments.Disposition!.Value, reason, clock.Now()) is { } refusal ? refusal : new Effect();
    }
}

/// <summary>The lead takes a closed case up again.</summary>
sealed class ReopenCase(Subjects subjects) : ITwoPersonAct
{
    public ProposalAct Act => ProposalAct.ReopenCase;
    public Permission Propose => Permission.ReopenCases;
    public Permission Approve => Permission.ReopenCases;

    public async Task<ISubject?> Find(Guid resource, CancellationToken stop) => await subjects.Case(resource, stop);

    public Task<Result<Effect>> Do(ISubject record, ProposalArguments arguments, string reason, CancellationToken stop) =>
        Task.FromResult<Result<Effect>>(((Case)record).Reopen(reason) is { } refusal ? refusal : new Effect());
}

/// <summary>The lead hands a case to another partner that reads it.</summary>
sealed class MoveLead(Subjects subjects, PartnerRegister partners, ReaderTable readers) : ITwoPersonAct
{
    public ProposalAct Act => ProposalAct.MoveLead;
    public Permission Propose => Permission.MoveLead;
    public Permission Approve => Permission.MoveLead;

    public async Task<ISubject?> Find(Guid resource, CancellationToken stop) => await subjects.Case(resource, stop);

    public Task<Result<Effect>> Do(ISubject record, ProposalArguments arguments, string reason, CancellationToken stop) => Task.FromResult(Do((Case)record, arguments.Partner!, reason));

    Result<Effect> Do(Case it, string partner, string reason)
    {
        if (!partners.Knows(partner))
            return Refused("unknownCode", "That is no partner's code.");
        if (partner == it.LeadPartner)
            return Refused("nothingNew", $"{partner} leads the case already.");
        if (it.IsClosed)
            return Refusal.Conflict("wrongState", "The case is closed: it has its lead for good.");
        if (!readers.PartnersOf(it).Contains(partner))
            return Refused("notReleased", $"{partner} cannot read the case. It is released to it first.");
        it.MoveLead(partner, reason);
        return new Effect();
    }

    static Refusal Refused(string code, string detail) => Refusal.Invalid(new Fault("/arguments/partner", code, detail));
}
