using Interdiction.Boardings;
using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Contracts.Reference;
using Interdiction.Kernel;

namespace Interdiction.CaseWork;

/// <summary>Work that the people of one partner are to do for a case.</summary>
public sealed class CaseTask : Aggregate, ICaseRecord, IAssigned
{
    CaseTask() { }

    public Guid Id { get; private init; }
    public Guid CaseId { get; private init; }
    public Case? Case { get; private init; }
    public string Originator { get; private init; } = "";
    public Guid Opener { get; private init; }
    public string OpenedBy { get; private init; } = "";
    public DateTimeOffset At { get; private init; }
    public string Title { get; private set; } = "";
    public string? Text { get; private set; }
    public string Owner { get; private set; } = "";
    public DateTimeOffset? DueAt { get; private set; }
    public Marking Marking { get; private set; } = new();
    public TaskState State { get; private set; }

    /// <summary>The duty that it is, as the reference data names it; null for a task that somebody opened.</summary>
    public string? Duty { get; private init; }

    /// <summary>The report that the duty follows.</summary>
    public Guid? BoardingId { get; private init; }

    /// <summary>Why it came into its state, where somebody said so.</summary>
    public string? Reason { get; private set; }
    public string? EndedBy { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public int Version { get; private set; }

    // No act on a task is the lead's.
    public string Lead => Case?.LeadPartner ?? Originator;
    public string ETag => $"\"{Version}\"";
    public bool IsAuthor(Guid account) => account == Opener;

    /// <summary>What is to be done after an accepted report: its originator's work, read by whom the report is read.</summary>
    public static CaseTask Owe(Guid id, Case @case, Boarding report, LegalDuty duty, DateTimeOffset dueAt, Caller caller, DateTimeOffset now)
    {
        var basis = ReferenceData.LegalBases[duty.Basis];
        var it = new CaseTask
        {
            Id = id,
            CaseId = @case.Id,
            Case = @case,
            Originator = report.Originator,
            Opener = caller.Id,
            OpenedBy = caller.Name,
            At = now,
            Title = duty.Title,
            Text = $"{(duty.Article is null ? basis.Instrument : $"{basis.Instrument}, {duty.Article}")}. To: {duty.To}. {duty.Text}",
            Owner = report.Originator,
            DueAt = dueAt,
            Marking = report.MarkingOfDuties,
            Duty = duty.Key,
            BoardingId = report.Id,
            Version = 1,
        };
        it.Tell(new TaskMoved(it, "taskOpened", "was opened", null, TaskState.Open, null));
        return it;
    }

    public static CaseTask Open(Guid id, Case @case, NewTask asked, Marking marking, Caller caller, DateTimeOffset now)
    {
        var it = new CaseTask
        {
            Id = id,
            CaseId = @case.Id,
            Case = @case,
            Originator = caller.Partner,
            Opener = caller.Id,
            OpenedBy = caller.Name,
            At = now,
            Title = asked.Title!,
            Text = asked.Text,
            Owner = asked.Owner ?? caller.Partner,
            DueAt = asked.DueAt,
            Marking = marking,
            Version = 1,
        };
        it.Tell(new TaskMoved(it, "taskOpened", "was opened", null, TaskState.Open, null));
        return it;
    }

    public void Mark(Marking to, string? reason)
    {
        Marking = to;
        Version++;
        Tell(new MarkingChanged(this, reason));
    }

    /// <summary>Writes it anew, gives it to another partner, ends it or opens it again. What changes nothing leaves its version as it is.</summary>
    public Refusal? Change(TaskChange asked, Caller caller, DateTimeOffset now)
    {
        var to = asked.State ?? State;
        var step = TaskMoves.All.SingleOrDefault(x => x.From == State && x.To == to);
        if (step is null && to != State)
            return Refusal.Conflict("wrongState", TaskMoves.Explain(State));
        var (before, after) = ((Title, Text, Owner, DueAt), (asked.Title ?? Title, asked.Text ?? Text, asked.Owner ?? Owner, asked.DueAt ?? DueAt));
        if (before != after && State is not TaskState.Open && to is not TaskState.Open)
            return Refusal.Conflict("wrongState", TaskMoves.Explain(State));
        if (before != after)
        {
            (Title, Text, Owner, DueAt) = after;
            Tell(new TaskMoved(this, "taskChanged", before.Owner == Owner ? "was changed" : $"was one of {before.Owner} before", null, null, null, before.Owner != Owner));
        }
        if (step is not null)
        {
            var ends = to is not TaskState.Open;
            (State, Reason, EndedBy, EndedAt) = (to, asked.Reason, ends ? caller.Name : null, ends ? now : null);
            Tell(new TaskMoved(this, step.Kind, step.Says, step.From, step.To, asked.Reason));
        }
        if (before != after || step is not null)
            Version++;
        return null;
    }
}

/// <summary>Something happened to a task.</summary>
/// <param name="Kind">Kind of the time line's entry.</param>
/// <param name="Says">What happened, in words that follow on "a task".</param>
/// <param name="To">The state that was reached; null where it stayed in its state.</param>
/// <param name="IsHandedOn">It is another partner's work from now on.</param>
public sealed record TaskMoved(CaseTask Task, string Kind, string Says, TaskState? From, TaskState? To, string? Reason, bool IsHandedOn = false) : IDomainEvent;
