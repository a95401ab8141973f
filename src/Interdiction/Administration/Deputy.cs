using Interdiction.Contracts;
using Interdiction.Kernel;

namespace Interdiction.Administration;

/// <summary>Who may be the second person for a partner, for some acts: the coordinators of another partner or of the cell, or one of them. Good at once, and until it is taken back.</summary>
public sealed class Deputy : Aggregate, ISubject, IListed
{
    Deputy() { }

    public Guid Id { get; private init; }

    /// <summary>The partner that named the deputy.</summary>
    public string For { get; private init; } = "";

    /// <summary>The deputy's own partner.</summary>
    public string Partner { get; private init; } = "";

    /// <summary>The one coordinator; null for every coordinator of the deputy's partner.</summary>
    public Guid? Person { get; private init; }
    public IReadOnlyList<ProposalAct> Acts { get; private set; } = [];
    public DateTimeOffset MadeAt { get; private init; }
    public int Version { get; private set; }

    public string Originator => For;
    public string Lead => For;
    public string ETag => $"\"{Version}\"";

    public bool IsAuthor(Guid account) => false;

    public static Deputy Name(Guid id, string @for, string partner, Guid? person, IReadOnlyList<ProposalAct> acts, DateTimeOffset now) =>
        new() { Id = id, For = @for, Partner = partner, Person = person, Acts = acts, MadeAt = now, Version = 1 };

    public void Entrust(IReadOnlyList<ProposalAct> acts) => (Acts, Version) = (acts, Version + 1);
}
