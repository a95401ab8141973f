using Interdiction.Contracts;
using Interdiction.Kernel;

namespace Interdiction.Cases;

/// <summary>Everything known about one interdiction. It is opened by itself, or by the first report that is filed without one.</summary>
public sealed class Case : Aggregate, ISubject
{
    readonly List<Participant> participants = [];

    Case() { }

    public Guid Id { get; private init; }

    /// <summary>INT-2003-AUS-K7Q4M: year of the event, lead partner at opening, five characters that tell nothing.</summary>
    public string Number { get; private init; } = "";
    public string Title { get; private set; } = "";
    public Mode Mode { get; private set; }
    public CaseStatus Status { get; private set; }
    public string LeadPartner { get; private set; } = "";
    public string Originator { get; private init; } = "";
    public string OpenedBy { get; private init; } = "";
    public DateTimeOffset OpenedAt { get; private init; }
    public Marking Marking { get; private set; } = new();

    /// <summary>False while nothing in it was submitted and it was not opened by itself: then it is its originator's alone.</summary>
    public bool Disclosed { get; private set; }
    public int Version { get; private set; }
    public string SearchText { get; private set; } = "";
    public IReadOnlyList<Participant> Participants => participants;

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
            SearchText = SearchWords.Of(number, title),
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
        if (!Disclosed && (Title, Mode) != (title, mode))
        {
            (Title, Mode, SearchText) = (title, mode, SearchWords.Of(Number, title));
            Version++;
        }
        Disclosed = true;
        if (reporter != LeadPartner && participants.All(x => x.RecordId != report))
            participants.Add(new Participant { CaseId = Id, RecordId = report, Partner = reporter, Part = Part.Boarding });
    }

    /// <summary>Takes the case under review, or opens it again for more reports.</summary>
    public Refusal? Move(CaseStatus to, string? reason)
    {
        if ((Status, to) is not ((CaseStatus.Open, CaseStatus.UnderReview) or (CaseStatus.UnderReview, CaseStatus.Open)))
            return Refusal.Conflict("wrongState",
                $"The case is {Code<CaseStatus>.Of(Status)}; it can go from open to underReview and back. Closing and reopening go by proposal.");
        var from = Status;
        Status = to;
        Version++;
        Tell(new CaseMoved(this, from, reason));
        return null;
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

public sealed record CaseMoved(Case Case, CaseStatus From, string? Reason) : IDomainEvent;
