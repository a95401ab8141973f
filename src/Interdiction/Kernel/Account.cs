using Interdiction.Contracts;

namespace Interdiction.Kernel;

public enum AccountKind { Person, Client }

/// <summary>A person or machine client: one partner, one or more roles there. It is suspended and never deleted, so that whoever acted can always be named.</summary>
public sealed class Account : Aggregate, ISubject, IListed
{
    static readonly Role[] ContentRoles = [Role.Officer, Role.Coordinator, Role.Auditor];

    Account() { }

    public Guid Id { get; private init; }
    public AccountKind Kind { get; private init; }

    /// <summary>E-mail address of a person, client id of a machine client.</summary>
    public string Login { get; private init; } = "";
    public string Name { get; private set; } = "";
    public string Partner { get; private init; } = "";
    public IReadOnlyList<Role> Roles { get; private set; } = [];

    /// <summary>Special powers on top of a role, such as legal.</summary>
    public IReadOnlyList<string> Grants { get; private set; } = [];
    public Classification? Clearance { get; private set; }

    /// <summary>Teams whose records the account reads, as a member or as a supervisor.</summary>
    public IReadOnlyList<Guid> Teams { get; private set; } = [];

    /// <summary>From then on nobody gets in with it; null for an account in use.</summary>
    public DateTimeOffset? SuspendedAt { get; private set; }
    public DateTimeOffset MadeAt { get; private init; }
    public int Version { get; private set; }

    public AccountState State => SuspendedAt is null ? AccountState.Active : AccountState.Suspended;
    public bool ReadsContent => Roles.Any(ContentRoles.Contains);

    /// <summary>Reads what is addressed to its partner as flag State, and nothing else.</summary>
    public bool ReadsRequests => !ReadsContent && Roles.Contains(Role.Liaison);
    public bool IsAdministrator => Kind is AccountKind.Person && SuspendedAt is null && Roles.Contains(Role.Administrator);
    public string Originator => Partner;
    public string Lead => Partner;
    public string ETag => $"\"{Version}\"";

    public bool IsAuthor(Guid account) => account == Id;

    public static Account Open(Guid id, AccountKind kind, string login, string name, string partner, Duties duties, DateTimeOffset now) => new()
    {
        Id = id,
        Kind = kind,
        Login = login,
        Name = name,
        Partner = partner,
        Roles = duties.Roles,
        Grants = duties.Grants,
        Clearance = duties.Clearance,
        MadeAt = now,
        Version = 1,
    };

    public void Rename(string name) => (Name, Version) = (name, Version + 1);

    /// <summary>Gives the account other duties; they count from its next request.</summary>
    public Refusal? Assign(Duties duties, Guid by)
    {
        if (by == Id)
            return Refusal.NotAllowed("Nobody changes their own roles, grants or clearance.");
        (Roles, Grants, Clearance, Version) = (duties.Roles, duties.Grants, duties.Clearance, Version + 1);
        return null;
    }

    /// <summary>Its next request is refused, whatever token or session it comes with.</summary>
    public Refusal? Suspend(Guid by, DateTimeOffset now)
    {
        if (by == Id)
            return Refusal.NotAllowed("Nobody suspends themselves.");
        if (SuspendedAt is not null)
            return Refusal.Conflict("wrongState", "The account is suspended already.");
        (SuspendedAt, Version) = (now, Version + 1);
        Tell(new AccessEnded(this, WithCredentials: false));
        return null;
    }

    public Refusal? Restore()
    {
        if (SuspendedAt is null)
            return Refusal.Conflict("wrongState", "The account is active already.");
        (SuspendedAt, Version) = (null, Version + 1);
        return null;
    }

    /// <summary>Every session and token is good for nothing any more; what its person signs in with stays.</summary>
    public void EndAccess()
    {
        Version++;
        Tell(new AccessEnded(this, WithCredentials: false));
    }

    /// <summary>What a person signed in with, and every session and token, is good for nothing any more.</summary>
    public void ForgetCredentials()
    {
        Version++;
        Tell(new AccessEnded(this, WithCredentials: true));
    }

    public void JoinTeam(Guid team)
    {
        if (!Teams.Contains(team))
            (Teams, Version) = ([.. Teams, team], Version + 1);
    }

    public void LeaveTeam(Guid team)
    {
        if (Teams.Contains(team))
            (Teams, Version) = ([.. Teams.Where(x => x != team)], Version + 1);
    }

    /// <summary>Stays an administrator while another ceases to be one: two who suspend each other at once collide here.</summary>
    public void StayInCharge() => Version++;
}

/// <summary>An account's sessions and tokens end now.</summary>
/// <param name="WithCredentials">Also what its person signs in with.</param>
public sealed record AccessEnded(Account Account, bool WithCredentials) : IDomainEvent;
