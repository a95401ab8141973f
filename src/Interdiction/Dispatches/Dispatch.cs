using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Kernel;

namespace Interdiction.Dispatches;

/// <summary>A tip, or a request for information, from one partner to another. Its words stand for good; it is ended once, by an answer or without one.</summary>
public sealed class Dispatch : Aggregate, IMarked, IAddressed
{
    Dispatch() { }

    public Guid Id { get; private init; }

    /// <summary>DSP-2026-AUS-K7Q4M.</summary>
    public string Number { get; private init; } = "";
    public DispatchKind Kind { get; private init; }
    public string Originator { get; private init; } = "";
    public Guid Sender { get; private init; }
    public string SentBy { get; private init; } = "";
    public DateTimeOffset At { get; private init; }
    public string Addressee { get; private init; } = "";

    /// <summary>The case that it concerns; it is no part of it, and read whether that is read or not.</summary>
    public Guid? CaseId { get; private init; }
    public string Title { get; private init; } = "";
    public string Text { get; private init; } = "";
    public DispatchSource? Source { get; private init; }
    public Marking Marking { get; private set; } = new();
    public DispatchState State { get; private set; }
    public string? Answer { get; private set; }
    public string? EndedBy { get; private set; }
    public string? EndedPartner { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The case that the answer opened.</summary>
    public Guid? OpenedCaseId { get; private set; }
    public int Version { get; private set; }

    // No act on a dispatch is a lead's.
    public string Lead => Originator;
    public string ETag => $"\"{Version}\"";
    public bool IsAuthor(Guid account) => account == Sender;

    public static Dispatch Send(Guid id, string number, NewDispatch asked, Marking marking, Caller caller, DateTimeOffset now)
    {
        var it = new Dispatch
        {
            Id = id,
            Number = number,
            Kind = asked.Kind!.Value,
            Originator = caller.Partner,
            Sender = caller.Id,
            SentBy = caller.Name,
            At = now,
            Addressee = asked.To!,
            CaseId = asked.CaseId,
            Title = asked.Title!,
            Text = asked.Text!,
            Source = asked.Source,
            Marking = marking,
            Version = 1,
        };
        it.Tell(new DispatchMoved(it));
        return it;
    }

    public void Mark(Marking to, string? reason)
    {
        Marking = to;
        Version++;
        Tell(new MarkingChanged(this, reason));
    }

    /// <summary>Ends it: an answer, no answer, or the question taken back.</summary>
    public Refusal? End(DispatchState to, string? text, Caller caller, DateTimeOffset now)
    {
        if (!DispatchMoves.From(State).Contains(to))
            return Refusal.Conflict("wrongState", DispatchMoves.Explain(State));
        (State, Answer, EndedBy, EndedPartner, EndedAt) = (to, text, caller.Name, caller.Partner, now);
        Version++;
        Tell(new DispatchMoved(this));
        return null;
    }

    /// <summary>The case comes of it.</summary>
    public void Opens(Case opened) => OpenedCaseId = opened.Id;
}

/// <summary>A dispatch was sent, or came to its end.</summary>
public sealed record DispatchMoved(Dispatch Dispatch) : IDomainEvent;
