using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Kernel;

namespace Interdiction.Boardings;

/// <summary>
/// One partner's account of one boarding. What was submitted is never changed: taking it up again begins the next
/// revision, and the accepted one stands until the next is accepted.
/// </summary>
public sealed class Boarding : Aggregate, IMarked
{
    readonly List<BoardingRevision> revisions = [];

    Boarding() { }

    public Guid Id { get; private init; }
    public string Number { get; private init; } = "";
    public Guid CaseId { get; private init; }
    public Case Case { get; private init; } = null!;
    public string Originator { get; private init; } = "";
    public string FiledBy { get; private init; } = "";
    public DateTimeOffset FiledAt { get; private init; }
    public Marking Marking { get; private set; } = new();

    /// <summary>How often the marking was changed.</summary>
    public int Marked { get; private set; }

    /// <summary>Accounts that filed, wrote or submitted it.</summary>
    public IReadOnlyList<Guid> Authors { get; private set; } = [];

    /// <summary>Number of the newest revision.</summary>
    public int Latest { get; private set; }

    /// <summary>Number of the newest revision that was submitted; 0 before the first.</summary>
    public int Submitted { get; private set; }

    /// <summary>Number of the newest revision that was accepted; 0 before the first.</summary>
    public int Accepted { get; private set; }

    /// <summary>How many of its exhibits have events since they were seized: their text is fixed.</summary>
    public int InCustody { get; private set; }

    /// <summary>The revisions that were loaded: those that the caller may see.</summary>
    public IReadOnlyList<BoardingRevision> Revisions => revisions;

    /// <summary>The newest revision that the caller may see: what a reader is shown and a transition is about.</summary>
    public BoardingRevision Current => revisions.MaxBy(x => x.Number)!;

    public string Lead => Case.LeadPartner;
    public string ETag => Tag(Current);
    public bool IsAuthor(Guid account) => Authors.Contains(account);

    /// <summary>The revision that a partner is shown; 0 for none.</summary>
    public int RevisionShownTo(string partner) =>
        partner == Originator ? Latest
        : Accepted > 0 && partner != Case.LeadPartner && partner != Partner.Cell ? Accepted
        : Submitted;

    /// <summary>Strong entity tag of the report as one revision shows it.</summary>
    public string Tag(BoardingRevision shown) => Marked == 0 ? $"\"{shown.Number}.{shown.Version}\"" : $"\"{shown.Number}.{shown.Version}.{Marked}\"";

    public void Mark(Marking to, string? reason)
    {
        Marking = to;
        Marked++;
        Tell(new MarkingChanged(this, reason));
    }

    /// <summary>The chain of one of its exhibits goes on: from now on its text is fixed.</summary>
    public void TakeIntoCustody() => InCustody++;

    /// <summary>Who reads what is to be done after the report: whom the report is read by.</summary>
    public Marking MarkingOfDuties => Marking with { PositionPrecision = null };

    /// <summary>An officer files the report: revision 1, a draft or, before the boarding, an intent.</summary>
    public static Boarding File(Case @case, string number, BoardingReport report, Screening screening, Caller caller, DateTimeOffset now, BoardingState state = BoardingState.Draft)
    {
        var it = new Boarding
        {
            Id = report.Id!.Value,
            Number = number,
            CaseId = @case.Id,
            Case = @case,
            Originator = caller.Partner,
            FiledBy = caller.Name,
            FiledAt = now,
            Marking = report.Marking!,
            Authors = [caller.Id],
            Latest = 1,
        };
        it.revisions.Add(new BoardingRevision(it, 1, report, screening, caller, now, state));
        it.Tell(new ReportWritten(it));
        it.Tell(state is BoardingState.Intent
            ? new ReportMoved(it, null, state, "intentAnnounced", "was announced as an intent to board", null, [])
            : new ReportMoved(it, null, state, "reportFiled", "was filed as a draft", null, []));
        return it;
    }

    /// <summary>What an intent to board still lacks: whom, where and on what basis.</summary>
    public Fault[] Unannounced(LegalRegister register) => [.. Current.Blocking(Severity.BlocksSubmission, register).Where(x => x.Pointer.Split('/')[1] is "conveyance" or "place" or "legalBases")];

    /// <summary>An officer of the originator writes it anew, while it is a draft or was returned.</summary>
    public Refusal? Write(BoardingReport report, Screening screening, Caller caller, DateTimeOffset now)
    {
        if (Case.IsClosed)
            return Refusal.Conflict("wrongState", $"Case {Case.Number} is closed. Reopening it goes by proposal.");
        if (Current.State is not (BoardingState.Intent or BoardingState.Draft or BoardingState.Returned))
            return Refusal.Conflict("wrongState", $"The report is {Code<BoardingState>.Of(Current.State)}; it can be written while it is a draft or was returned. An accepted one is amended.");
        if (Current.SubmittedAt is null)
            Current.Write(report, Marking, screening, caller, now);
        else
            BeginRevision(report, screening, Current.State, caller, now);
        AddAuthor(caller);
        Tell(new ReportWritten(this));
        return null;
    }

    /// <summary>Brings the report into another state, where the table of moves allows it.</summary>
    /// <param name="register">The law that counts for its originator.</param>
    public Refusal? Move(BoardingMove move, string? reason, IReadOnlyList<Remark> remarks, LegalRegister register, Caller caller, DateTimeOffset now)
    {
        if (Case.IsClosed)
            return Refusal.Conflict("wrongState", $"Case {Case.Number} is closed. Reopening it goes by proposal.");
        var from = Current.State;
        if ((from, move) is (BoardingState.Accepted, BoardingMove.Draft))
            move = BoardingMove.Amended;
        if (BoardingMoves.From(from, Accepted > 0).SingleOrDefault(x => x.Move == move) is not { } step)
            return Refusal.Conflict("wrongState", BoardingMoves.Explain(from, Accepted > 0));
        if (step.Blocks is { } severity && Current.Blocking(severity, register) is { Length: > 0 } faults)
            return Refusal.Invalid(faults);

        if (move is BoardingMove.Amended)
        {
            BeginRevision(Current.Report, Current.Screening, BoardingState.Draft, caller, now);
            Tell(new ReportWritten(this));
        }
        else
            Current.Enter(step.To, now);

        if (step.To is BoardingState.Submitted)
            Submit(caller);
        if (step.To is BoardingState.Accepted)
            Accepted = Latest;
        Tell(new ReportMoved(this, from, Current.State, step.Kind, step.Says, reason, remarks));
        return null;
    }

    void Submit(Caller caller)
    {
        Submitted = Latest;
        AddAuthor(caller);
        Case.Disclose(Id, Originator, Current.Title, Current.Mode);
    }

    void BeginRevision(BoardingReport report, Screening screening, BoardingState state, Caller caller, DateTimeOffset now)
    {
        Latest++;
        revisions.Add(new BoardingRevision(this, Latest, report, screening, caller, now, state));
        // The revision says that they wrote it, also where they changed no word: they do not review it.
        AddAuthor(caller);
    }

    void AddAuthor(Caller caller) => Authors = [.. Authors.Union([caller.Id])];
}

/// <summary>The current revision has a new text: cargo, exhibits and claims are registered from it.</summary>
public sealed record ReportWritten(Boarding Boarding) : IDomainEvent;

/// <summary>The report came into another state.</summary>
/// <param name="Kind">Kind of the time line's entry.</param>
/// <param name="Says">What happened, after the report's number, in words.</param>
public sealed record ReportMoved(
    Boarding Boarding, BoardingState? From, BoardingState To, string Kind, string Says, string? Reason, IReadOnlyList<Remark> Remarks) : IDomainEvent;
