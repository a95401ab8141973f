using Interdiction.Contracts;
using Interdiction.Contracts.Reference;
using Interdiction.Kernel;

namespace Interdiction.Cases;

/// <summary>Everything known about one interdiction. It is opened by itself, or by the first report that is filed without one.</summary>
public sealed class Case : Aggregate, IMarked
{
    readonly List<Participant> participants = [];

    Case() { }

    public Guid Id { get; private init; }

    /// <summary>INT-2003-AUS-K7Q4M: year of the event, lead partner at opening, five characters that tell nothing.</summary>
    public string Number { get; private init; } = "";
    public string Title { get; private set; } = "";
    public Mode Mode { get; private set; }
    public CaseStatus Status { get; private set; }
    public Disposition? Disposition { get; private set; }
    public RetentionClass? RetentionClass { get; private set; }

    /// <summary>UTC; null for a case that is not closed.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Until then nobody can have it destroyed, UTC; null for good.</summary>
    public DateTimeOffset? RetainUntil { get; private set; }

    /// <summary>Why two people set it so; null where what became of the case says it.</summary>
    public string? RetentionReason { get; private set; }
    public string LeadPartner { get; private set; } = "";
    public string Originator { get; private init; } = "";
    public string OpenedBy { get; private init; } = "";
    public DateTimeOffset OpenedAt { get; private init; }
    public Marking Marking { get; private set; } = new();

    /// <summary>False while nothing in it was submitted and it was not opened by itself: then it is its originator's alone.</summary>
    public bool Disclosed { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<Participant> Participants => participants;

    public Contracts.Retention? Retention => RetentionClass is { } @class ? new(@class, RetainUntil) : null;
    public string Lead => LeadPartner;
    public string ETag => $"\"{Version}\"";

    // Whoever opened a case may also lead it into review: four eyes hold for the reports in it.
    public bool IsAuthor(Guid account) => false;

    /// <param name="byItself">False where a report that is filed opens it.</param>
    public static Case Open(Guid id, string number, string title, Mode mode, Marking marking, Caller caller, DateTimeOffset now, bool byItself)
    {
        var it = new Case
        {
            Id = id,
            Number = number,
            Title = title,
            Mode = mode,
            Status = CaseStatus.Open,
            LeadPartner = caller.Partner,
            Originator = caller.Partner,
            OpenedBy = caller.Name,
            OpenedAt = now,
            Marking = marking,
            Disclosed = byItself,
            Version = 1,
        };
        it.participants.Add(new Participant { CaseId = id, RecordId = id, Partner = caller.Partner, Part = Part.Lead });
        it.Tell(new CaseOpened(it));
        return it;
    }

    /// <summary>
    /// A report in it was submitted: from now on it is read by its marking, and the reporter takes part. Where reports
    /// opened it, the first one that is submitted names it: the words of a draft stay with their originator.
    /// </summary>
    public void Disclose(Guid report, string reporter, string title, Mode mode)
    {
        if (!Disclosed)
        {
            // A new version even where the words stay: of two reports that are the first at the same moment, one opens it.
            (Title, Mode, Disclosed) = (title, mode, true);
            Version++;
        }
        if (reporter != LeadPartner && participants.All(x => x.RecordId != report))
            participants.Add(new Participant { CaseId = Id, RecordId = report, Partner = reporter, Part = Part.Boarding });
    }

    /// <summary>Its originator corrects its head.</summary>
    public void Change(string? title, Mode? mode)
    {
        (Title, Mode) = (title ?? Title, mode ?? Mode);
        Version++;
    }

    public void Mark(Marking to, string? reason)
    {
        Marking = to;
        Version++;
        Tell(new MarkingChanged(this, reason));
    }

    /// <summary>The lead brings a partner in, or gives it another part.</summary>
    public void BringIn(string partner, Part part)
    {
        participants.RemoveAll(x => x.Partner == partner && x.RecordId == Id);
        participants.Add(new Participant { CaseId = Id, RecordId = Id, Partner = partner, Part = part });
        Version++;
    }

    /// <summary>The lead takes a partner out again; what it filed stays.</summary>
    /// <returns>False where the lead did not bring it in.</returns>
    public bool TakeOut(string partner)
    {
        if (participants.RemoveAll(x => x.Partner == partner && x.RecordId == Id) == 0)
            return false;
        Version++;
        return true;
    }

    /// <summary>Another partner leads from now on; the one before stays, in support.</summary>
    public void MoveLead(string partner, string? reason)
    {
        var before = LeadPartner;
        LeadPartner = partner;
        BringIn(before, Part.Support);
        BringIn(partner, Part.Lead);
        Tell(new LeadMoved(this, before, reason));
    }

    /// <summary>Ends the case with what became of it, which says how long it is kept.</summary>
    public Refusal? Close(Disposition disposition, string? reason, DateTimeOffset now)
    {
        if (!CaseMoves.Leads(Status, CaseStatus.Closed, twoPeople: true))
            return Refusal.Conflict("wrongState", $"The case is {Code<CaseStatus>.Of(Status)} already.");
        (ClosedAt, RetentionReason) = (now, null);
        Keep(ReferenceData.RetentionRules.Values.Single(x => x.Dispositions.Contains(disposition)), null);
        Enter(CaseStatus.Closed, disposition, reason);
        return null;
    }

    /// <summary>Sets how long it is kept, or shortens that.</summary>
    /// <param name="until">Null for the years of the class.</param>
    public Refusal? Retain(RetentionClass @class, DateTimeOffset? until, string reason)
    {
        if (ClosedAt is not { } closedAt)
            return Refusal.Conflict("wrongState", $"The case is {Code<CaseStatus>.Of(Status)}: how long it is kept is decided once it is closed.");
        if (until < closedAt)
            return Refusal.Invalid(new Fault("/arguments/until", RuleCodes.Order, "Give a time that is not before the case was closed."));
        if ((@class, until ?? ReferenceData.RetentionRules[@class].Until(closedAt)) == (RetentionClass, RetainUntil))
            return Refusal.Invalid(new Fault("/arguments/class", "nothingNew", "The case is kept so already."));
        Keep(ReferenceData.RetentionRules[@class], until);
        RetentionReason = reason;
        Version++;
        Tell(new RetentionSet(this, reason));
        return null;
    }

    void Keep(RetentionRule rule, DateTimeOffset? until) => (RetentionClass, RetainUntil) = (rule.Code, until ?? rule.Until(ClosedAt!.Value));

    /// <summary>Takes a closed case up again.</summary>
    public Refusal? Reopen(string? reason)
    {
        if (!CaseMoves.Leads(Status, CaseStatus.Open, twoPeople: true))
            return Refusal.Conflict("wrongState", $"The case is {Code<CaseStatus>.Of(Status)}: only a closed one is opened again.");
        (RetentionClass, ClosedAt, RetainUntil, RetentionReason) = (null, null, null, null);
        Enter(CaseStatus.Open, null, reason);
        return null;
    }

    public bool IsClosed => Status is CaseStatus.Closed or CaseStatus.Archived;

    /// <summary>Takes the case under review, or opens it again for more reports; puts a closed one into the archive, or takes it out.</summary>
    public Refusal? Move(CaseStatus to, string? reason)
    {
        if (!CaseMoves.Leads(Status, to, twoPeople: false))
            return Refusal.Conflict("wrongState",
                $"The case is {Code<CaseStatus>.Of(Status)}; it can go from open to underReview, from closed to archived, and back. Closing and reopening go by proposal.");
        Enter(to, Disposition, reason);
        return null;
    }

    void Enter(CaseStatus to, Disposition? disposition, string? reason)
    {
        var from = Status;
        (Status, Disposition) = (to, disposition);
        Version++;
        Tell(new CaseMoved(this, from, reason));
    }
}

/// <summary>A partner's part in a case. Taking part gives no reading by itself.</summary>
public sealed class Participant
{
    public Guid CaseId { get; init; }

    /// <summary>The record by which it takes part, the case or a report in it; whoever reads that record sees the part.</summary>
    public Guid RecordId { get; init; }
    public required string Partner { get; init; }
    public Part Part { get; init; }
}

public sealed record CaseOpened(Case Case) : IDomainEvent;

public sealed record LeadMoved(Case Case, string From, string? Reason) : IDomainEvent;

public sealed record RetentionSet(Case Case, string Reason) : IDomainEvent;

public sealed record CaseMoved(Case Case, CaseStatus From, string? Reason) : IDomainEvent;
