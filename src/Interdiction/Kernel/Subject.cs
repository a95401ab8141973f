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
