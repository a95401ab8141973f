using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Kernel;

namespace Interdiction.Archives;

/// <summary>
/// The end of a case: two coordinators of the lead decide on it, every partner that reads the case is told and may stop it,
/// and when the notice is over the system destroys what there is. What is left is this: the certificate.
/// </summary>
public sealed class Destruction : Aggregate, ISubject
{
    Destruction() { }

    public Guid Id { get; private init; }

    /// <summary>Whoever reads the case, or could read it at its end, reads this.</summary>
    public Guid CaseId { get; private init; }
    public string CaseNumber { get; private init; } = "";
    public string LeadPartner { get; private init; } = "";

    /// <summary>Marking of the case.</summary>
    public Marking Marking { get; private init; } = new();
    public RetentionClass Class { get; private init; }
    public DateTimeOffset RetainedUntil { get; private init; }
    public DateTimeOffset ClosedAt { get; private init; }
    public Disposition Disposition { get; private init; }
    public string Reason { get; private init; } = "";
    public string ProposedBy { get; private init; } = "";
    public string ApprovedBy { get; private init; } = "";

    /// <summary>Partner of who approved it: the lead's, or its deputy's.</summary>
    public string Originator { get; private init; } = "";
    public DateTimeOffset At { get; private init; }
    public DateTimeOffset DueAt { get; private init; }
    public DestructionState State { get; private set; }
    public string? EndedBy { get; private set; }
    public string? EndedPartner { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public string? StopReason { get; private set; }
    public DateTimeOffset? FilesGoneAt { get; private set; }
    public int Version { get; private set; }

    public string Lead => LeadPartner;
    public string ETag => $"\"{Version}\"";

    // Whoever approved it may think better of it.
    public bool IsAuthor(Guid account) => false;

    public static Destruction Announce(Guid id, Case @case, string reason, string proposedBy, TimeSpan notice, Caller caller, DateTimeOffset now)
    {
        var it = new Destruction
        {
            Id = id,
            CaseId = @case.Id,
            CaseNumber = @case.Number,
            LeadPartner = @case.LeadPartner,
            Marking = @case.Marking,
            Class = @case.RetentionClass!.Value,
            RetainedUntil = @case.RetainUntil!.Value,
            ClosedAt = @case.ClosedAt!.Value,
            Disposition = @case.Disposition!.Value,
            Reason = reason,
            ProposedBy = proposedBy,
            ApprovedBy = caller.Name,
            Originator = caller.Partner,
            At = now,
            DueAt = now + notice,
            State = DestructionState.Announced,
            Version = 1,
        };
        it.Tell(new DestructionMoved(it, @case));
        return it;
    }

    /// <summary>The case is kept after all.</summary>
    public Refusal? Stop(Case @case, string reason, Caller caller, DateTimeOffset now)
    {
        if (!DestructionMoves.Leads(State, DestructionState.Stopped))
            return Refusal.Conflict("wrongState", $"The destruction is {Code<DestructionState>.Of(State)} already.");
        StopReason = reason;
        End(DestructionState.Stopped, @case, caller, now);
        return null;
    }

    /// <summary>What there was is gone.</summary>
    public void Finish(Case @case, Caller caller, DateTimeOffset now) => End(DestructionState.Done, @case, caller, now);

    /// <summary>The last of its files is gone too.</summary>
    public void FilesGone(DateTimeOffset now)
    {
        FilesGoneAt = now;
        Version++;
    }

    void End(DestructionState to, Case @case, Caller caller, DateTimeOffset now)
    {
        (State, EndedBy, EndedPartner, EndedAt) = (to, caller.Name, caller.Partner, now);
        Version++;
        Tell(new DestructionMoved(this, @case));
    }

    public ShownDestruction Show(Caller caller) => new()
    {
        Id = Id,
        CaseId = CaseId,
        CaseNumber = CaseNumber,
        LeadPartner = LeadPartner,
        Marking = Masking.Of(Marking, caller.StandingTo(LeadPartner)),
        State = State,
        Retention = new Contracts.Retention(Class, RetainedUntil),
        ClosedAt = ClosedAt,
        Disposition = Disposition,
        Reason = Reason,
        ProposedBy = ProposedBy,
        ApprovedBy = ApprovedBy,
        ApprovedPartner = Originator,
        AnnouncedAt = At,
        DueAt = DueAt,
        EndedBy = EndedBy,
        EndedPartner = EndedPartner,
        EndedAt = EndedAt,
        StopReason = StopReason,
        FilesGoneAt = FilesGoneAt,
    };
}

/// <summary>A record that was destroyed: it is told to who could read the record.</summary>
public sealed class DestroyedEntry
{
    public Guid Id { get; init; }
    public Guid DestructionId { get; init; }
    public DestroyedKind Kind { get; init; }

    /// <summary>Id of the record, or of the exhibit.</summary>
    public Guid Destroyed { get; init; }

    /// <summary>The record by whose readers it is told: itself, or the report of an exhibit from this revision on.</summary>
    public Guid RecordId { get; init; }
    public int Revision { get; init; }
    public string? Number { get; init; }
    public required string Originator { get; init; }
    public string? Sha256 { get; init; }
    public long? Length { get; init; }

    public DestroyedRecord Show() => new() { Kind = Kind, Id = Destroyed, Number = Number, Originator = Originator, Sha256 = Sha256, Length = Length };
}

/// <summary>A destruction was announced, stopped or done.</summary>
public sealed record DestructionMoved(Destruction Destruction, Case Case) : IDomainEvent;
