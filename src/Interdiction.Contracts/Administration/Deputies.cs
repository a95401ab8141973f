namespace Interdiction.Contracts;

/// <summary>Who may be the second person for a partner that has no second coordinator: the coordinators of another partner or of the cell, or one of them.</summary>
public sealed record NewDeputy
{
    public Guid? Id { get; init; }

    /// <summary>Code of the other partner, or XCC.</summary>
    public string? Partner { get; init; }

    /// <summary>One coordinator of it, who tells you the id that GET /me shows; every coordinator of it where absent.</summary>
    public Guid? Person { get; init; }

    /// <summary>What the deputy may approve.</summary>
    public IReadOnlyList<ProposalAct> Acts { get; init => field = value ?? []; } = [];
}

/// <summary>The acts that a deputy may approve from now on.</summary>
public sealed record DeputyChange
{
    public IReadOnlyList<ProposalAct>? Acts { get; init; }
}

/// <summary>A deputy as the administrators who named it see it.</summary>
public sealed record DeputyHead(Guid Id, string Partner, Guid? Person, IReadOnlyList<ProposalAct> Acts, DateTimeOffset MadeAt);
