namespace Interdiction.Contracts;

/// <summary>Why two cases belong together.</summary>
public sealed record LinkReason
{
    /// <summary>Up to 4,000 characters. Whoever reads both cases reads it.</summary>
    public string? Reason { get; init; }
}

/// <summary>Another case of which somebody said that it belongs with this one. It is shown to who reads both.</summary>
public sealed record LinkedCase
{
    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public required string Title { get; init; }
    public required CaseStatus Status { get; init; }
    public required Marking Marking { get; init; }

    /// <summary>Why they belong together.</summary>
    public required string Reason { get; init; }
    public required string LinkedBy { get; init; }

    /// <summary>Partner of who said so.</summary>
    public required string Partner { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset LinkedAt { get; init; }
}
