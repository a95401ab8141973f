namespace Interdiction.Audit;

/// <summary>Who did or saw what, when, and why it was allowed or refused. Never changed, never removed.</summary>
public sealed class AuditEntry
{
    public Guid Id { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid Actor { get; init; }
    public required string ActorName { get; init; }
    public required string Partner { get; init; }
    public required string Roles { get; init; }

    /// <summary>The message's name, such as FileBoardingReport.</summary>
    public required string Action { get; init; }

    /// <summary>Id of the record; null for a list.</summary>
    public Guid? Resource { get; init; }

    /// <summary>done, replayed, or the code of the refusal.</summary>
    public required string Outcome { get; init; }

    /// <summary>The permission by which it was asked.</summary>
    public required string Rule { get; init; }
    public required string RequestId { get; init; }

    /// <summary>Of a print: SHA-256 of the record that the file holds, in hexadecimal; null for anything else.</summary>
    public string? Printed { get; init; }
}
