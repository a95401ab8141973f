using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Kernel;

namespace Interdiction.Consents;

/// <summary>A question to a flag State whether its ship may be boarded, with its answer and the clock that its agreement sets.</summary>
public sealed class ConsentRequest : Aggregate, ICaseRecord, IAddressed
{
    ConsentRequest() { }

    public Guid Id { get; private init; }

    /// <summary>CR-2026-AUS-K7Q4M.</summary>
    public string Number { get; private init; } = "";
    public Guid CaseId { get; private init; }
    public Case? Case { get; private init; }
    public string Originator { get; private init; } = "";
    public Guid Sender { get; private init; }
    public string SentBy { get; private init; } = "";
    public DateTimeOffset At { get; private init; }

    /// <summary>The flag State that is asked; it need not be a partner here.</summary>
    public string Flag { get; private init; } = "";
    public string? Agreement { get; private init; }
    public Vessel Vessel { get; private init; } = new();
    public string Grounds { get; private init; } = "";
    public Channel Channel { get; private init; }
    public Marking Marking { get; private set; } = new();
    public ConsentState State { get; private set; }
    public DateTimeOffset? AcknowledgedAt { get; private set; }

    /// <summary>When the time for the answer runs out, UTC; null where no clock runs.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>What the request becomes then: deemed or unanswered, by the agreement as it stood at the acknowledgement.</summary>
    public ConsentState? AtDue { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public string? AnsweredBy { get; private set; }
    public string? Conditions { get; private set; }
    public int Version { get; private set; }

    public string Addressee => Flag;

    // No act on a request is the lead's.
    public string Lead => Case?.LeadPartner ?? Originator;
    public string ETag => $"\"{Version}\"";
    public bool IsAuthor(Guid account) => account == Sender;

    /// <summary>The ship by its first name, else by a number.</summary>
    public string Title => $"{Flag}: {Vessel.Names.Select(x => x.Name).Concat([Vessel.Imo, Vessel.Mmsi, Vessel.CallSign]).First(x => !string.IsNullOrWhiteSpace(x))}";

    public static ConsentRequest Send(Guid id, string number, Case @case, NewConsentRequest asked, Marking marking, Caller caller, DateTimeOffset now)
    {
        var it = new ConsentRequest
        {
            Id = id,
            Number = number,
            CaseId = @case.Id,
            Case = @case,
            Originator = caller.Partner,
            Sender = caller.Id,
            SentBy = caller.Name,
            At = now,
            Flag = asked.Flag!,
            Agreement = asked.Agreement,
            Vessel = asked.Vessel!,
            Grounds = asked.Grounds!,
            Channel = asked.Channel!.Value,
            Marking = marking,
            State = ConsentState.Sent,
            Version = 1,
        };
        it.Tell(new ConsentMoved(it, null, "consentRequested", "was sent", null));
        return it;
    }

    public void Mark(Marking to, string? reason)
    {
        Marking = to;
        Version++;
        Tell(new MarkingChanged(this, reason));
    }

    /// <summary>The flag State acknowledges receipt: where its agreement sets a clock, that starts now.</summary>
    public Refusal? Acknowledge(Silence.ClockRule? clock, string? conditions, string? reason, DateTimeOffset now)
    {
        if (Enter(ConsentState.Acknowledged, reason, now) is { } refusal)
            return refusal;
        (AcknowledgedAt, DueAt, AtDue, Conditions) = (now, now + clock?.Time, clock?.Ends, conditions);
        return null;
    }

    /// <summary>The flag State answers. Who answers at once has the request by that.</summary>
    public Refusal? Answer(ConsentState answer, string? conditions, string? reason, Caller caller, DateTimeOffset now)
    {
        if (ConsentMoves.SideOf(answer) is Side.Clock)
            return Refusal.NotAllowed($"A request becomes {Code<ConsentState>.Of(answer)} by time alone: nobody says so.");
        if (Enter(answer, reason, now) is { } refusal)
            return refusal;
        (AcknowledgedAt, AnsweredAt, AnsweredBy, Conditions) = (AcknowledgedAt ?? now, now, caller.Name, conditions ?? Conditions);
        return null;
    }

    /// <summary>Who asked takes the question back.</summary>
    public Refusal? Withdraw(string? reason, DateTimeOffset now) => Enter(ConsentState.Withdrawn, reason, now);

    /// <summary>The time has run out: what silence means by the agreement has come.</summary>
    public Refusal? RunOut(DateTimeOffset now) =>
        DueAt is { } due && due <= now && AtDue is { } ends ? Enter(ends, null, due) : Refusal.Conflict("wrongState", "Its time has not run out.");

    /// <param name="at">When it happens; the clock ends a request as of the moment at which its time ran out.</param>
    Refusal? Enter(ConsentState to, string? reason, DateTimeOffset at)
    {
        if (ConsentMoves.From(State).SingleOrDefault(x => x.To == to) is not { } step)
            return Refusal.Conflict("wrongState", ConsentMoves.Explain(State));
        // Silence has its meaning from that moment on, also in the seconds before the clock writes it down.
        if (step.By is not Side.Clock && DueAt <= at)
            return Refusal.Conflict("wrongState", $"The time for the answer ran out at {TimeConverter.Format(DueAt.Value)}: the request is {Code<ConsentState>.Of(AtDue!.Value)}.");
        var from = State;
        State = to;
        Version++;
        Tell(new ConsentMoved(this, from, step.Kind, step.Says, reason));
        return null;
    }
}

/// <summary>A consent request came into another state.</summary>
/// <param name="Kind">Kind of the time line's entry.</param>
/// <param name="Says">What happened, after the request's number, in words.</param>
public sealed record ConsentMoved(ConsentRequest Request, ConsentState? From, string Kind, string Says, string? Reason) : IDomainEvent;
