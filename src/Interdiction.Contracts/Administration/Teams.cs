namespace Interdiction.Contracts;

/// <summary>A team to set up: a unit of the partner whose records are its own business.</summary>
public sealed record NewTeam
{
    public Guid? Id { get; init; }

    /// <summary>Up to 200 characters, unlike that of the partner's other teams.</summary>
    public string? Name { get; init; }

    /// <summary>Accounts of the partner that read the team's records.</summary>
    public IReadOnlyList<Guid> Members { get; init => field = value ?? []; } = [];

    /// <summary>Accounts of the partner that read them too, because they look after the team.</summary>
    public IReadOnlyList<Guid> Supervisors { get; init => field = value ?? []; } = [];
}

/// <summary>What changes of a team; what is absent stays. A list replaces the whole list.</summary>
public sealed record TeamChange
{
    public string? Name { get; init; }
    public IReadOnlyList<Guid>? Members { get; init; }
    public IReadOnlyList<Guid>? Supervisors { get; init; }
}

/// <summary>A team as its administrators see it.</summary>
public sealed record TeamHead(Guid Id, string Name, IReadOnlyList<Guid> Members, IReadOnlyList<Guid> Supervisors, DateTimeOffset MadeAt);

/// <summary>A team that can stand in a marking.</summary>
/// <param name="IsMine">The caller belongs to it, and may therefore name it.</param>
/// <param name="People">Who belongs to it, to be named one by one; empty where the caller does not.</param>
public sealed record TeamChoice(Guid Id, string Name, bool IsMine, IReadOnlyList<Colleague> People);

/// <summary>Somebody of the caller's own partner.</summary>
/// <param name="Id">Id of the account.</param>
public sealed record Colleague(Guid Id, string Name);
