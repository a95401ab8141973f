namespace Interdiction.Pipeline;

/// <summary>A key that a client used for a command: the same key and body get the same record again.</summary>
public sealed class IdempotencyKey
{
    public Guid Caller { get; init; }
    public Guid Key { get; init; }

    /// <summary>SHA-256 of the message as canonical JSON.</summary>
    public required byte[] Hash { get; init; }
    public Guid Resource { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>An id that was ever used for a record or a part of one; it is never used again.</summary>
public sealed class IssuedId
{
    public Guid Id { get; init; }

    /// <summary>The record that it is a part of; itself for a record.</summary>
    public Guid Record { get; init; }

    /// <summary>SHA-256 of the message that made the record; null for a part.</summary>
    public byte[]? Hash { get; init; }
}

/// <summary>A human number that was ever given to a record; it is never given again.</summary>
public sealed class IssuedNumber
{
    public required string Number { get; init; }
}
