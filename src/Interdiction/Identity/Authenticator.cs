namespace Interdiction.Identity;

/// <summary>The app that gives a person one-time passwords.</summary>
public sealed class Authenticator
{
    public Guid PersonId { get; init; }

    /// <summary>The key that server and app share, encrypted with the server's own keys.</summary>
    public required string Key { get; init; }

    /// <summary>The time step of the last password that was taken: none is taken twice, nor an earlier one after it.</summary>
    public long Step { get; set; }
}

/// <summary>A code for the day when the app is not at hand; it serves once and is gone.</summary>
public sealed class RecoveryCode
{
    public Guid PersonId { get; init; }

    /// <summary>SHA-256 of the code, which has 120 bits of chance.</summary>
    public required byte[] Hash { get; init; }
}
