using Interdiction.Kernel;

namespace Interdiction.Administration;

/// <summary>A unit of one partner: records that name it are read by its members and supervisors alone, of the partner's own people.</summary>
public sealed class Team : Aggregate, ISubject, IListed
{
    Team() { }

    public Guid Id { get; private init; }
    public string Partner { get; private init; } = "";
    public string Name { get; private set; } = "";
    public IReadOnlyList<Guid> Members { get; private set; } = [];
    public IReadOnlyList<Guid> Supervisors { get; private set; } = [];
    public DateTimeOffset MadeAt { get; private init; }
    public int Version { get; private set; }

    public IEnumerable<Guid> People => Members.Union(Supervisors);
    public string Originator => Partner;
    public string Lead => Partner;
    public string ETag => $"\"{Version}\"";

    public bool IsAuthor(Guid account) => false;

    public static Team SetUp(Guid id, string partner, string name, DateTimeOffset now) =>
        new() { Id = id, Partner = partner, Name = name, MadeAt = now, Version = 1 };

    public void Rename(string name) => (Name, Version) = (name, Version + 1);

    /// <summary>Says anew who belongs to it. Their accounts follow in the same transaction, and count from their next request.</summary>
    /// <param name="known">The accounts of everybody who belonged or is to belong to it.</param>
    public void Staff(IReadOnlyList<Guid> members, IReadOnlyList<Guid> supervisors, IReadOnlyCollection<Account> known)
    {
        (Members, Supervisors, Version) = (members, supervisors, Version + 1);
        foreach (var account in known)
            if (People.Contains(account.Id))
                account.JoinTeam(Id);
            else
                account.LeaveTeam(Id);
    }
}
