namespace Interdiction.Identity;

/// <summary>A person is signed in somewhere. While the row is there, the cookie that names it is good.</summary>
public sealed class Session
{
    public Guid Id { get; init; }
    public Guid PersonId { get; init; }
    public DateTimeOffset BeganAt { get; init; }

    /// <summary>When it was last used, within a minute.</summary>
    public DateTimeOffset SeenAt { get; set; }

    /// <summary>What it was begun with, such as Firefox on Windows.</summary>
    public required string Browser { get; init; }

    /// <summary>The address that it was begun from.</summary>
    public required string Address { get; init; }
}
