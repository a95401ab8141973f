using Interdiction.Contracts;

namespace Interdiction.Kernel;

/// <summary>A record that messages are about: what the acting table asks of it.</summary>
public interface ISubject
{
    /// <summary>Partner that made the record.</summary>
    string Originator { get; }

    /// <summary>Lead partner of the record's case.</summary>
    string Lead { get; }

    /// <summary>Strong entity tag of the record's own content, as the caller sees it.</summary>
    string ETag { get; }

    /// <summary>True for who filed or wrote it: four eyes keep them from reviewing it.</summary>
    bool IsAuthor(Guid account);
}

/// <summary>A record with a marking of its own.</summary>
public interface IMarked : ISubject
{
    Guid Id { get; }
    Marking Marking { get; }

    /// <summary>Gives it another marking. Whether it may be given is decided before.</summary>
    void Mark(Marking to, string? reason);
}

/// <summary>Part of a record, and read by whom that record is read.</summary>
public interface IPart : ISubject
{
    /// <summary>Id of the record that it is part of.</summary>
    Guid Record { get; }

    /// <summary>Revision of the record from which on it stands there so.</summary>
    int Revision { get; }
}

/// <summary>A thing in custody.</summary>
public interface IHeld : IPart
{
    /// <summary>Partner that has custody.</summary>
    string Custodian { get; }
}

/// <summary>A hand-over of a thing from one to another. Its author is the giver, who cannot end it.</summary>
public interface IHandedOver : ISubject
{
    /// <summary>Partner that ends it; null where nothing was handed over.</summary>
    string? Receiver { get; }

    /// <summary>The one account that it is meant for, beside the coordinators of its partner; null for anybody there.</summary>
    Guid? Meant { get; }
}

/// <summary>A record that is addressed to a partner, which reads it and answers it.</summary>
public interface IAddressed : ISubject
{
    string Addressee { get; }
}

/// <summary>Work that the people of one partner are to do; whoever made the record looks after it too.</summary>
public interface IAssigned : ISubject
{
    /// <summary>Partner whose work it is.</summary>
    string Owner { get; }
}

/// <summary>The record's marking was changed.</summary>
public sealed record MarkingChanged(IMarked Record, string? Reason) : IDomainEvent;

/// <summary>What is listed in the order in which it was made.</summary>
public interface IListed
{
    Guid Id { get; }
    DateTimeOffset MadeAt { get; }
}

/// <summary>The root of what changes together; what happened in it is told to other modules before it is saved.</summary>
public abstract class Aggregate
{
    readonly List<IDomainEvent> happened = [];

    protected void Tell(IDomainEvent what) => happened.Add(what);

    /// <summary>Takes what happened since it was last asked.</summary>
    public IReadOnlyList<IDomainEvent> TakeEvents()
    {
        IDomainEvent[] taken = [.. happened];
        happened.Clear();
        return taken;
    }
}
