namespace Interdiction.Identity;

/// <summary>An administrator invited the person of an account to set how they sign in: once, and not for ever.</summary>
public sealed class Invitation
{
    public Guid Id { get; init; }

    /// <summary>SHA-256 of the token; the token itself is in the link alone.</summary>
    public required byte[] TokenHash { get; init; }
    public Guid AccountId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>When the person set how they sign in; null until then.</summary>
    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>Account of the administrator; empty for the server's own command line.</summary>
    public Guid By { get; init; }
}
