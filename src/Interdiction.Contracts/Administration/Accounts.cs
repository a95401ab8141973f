namespace Interdiction.Contracts;

/// <summary>Whether an account gets in.</summary>
public enum AccountState { Active, Suspended }

/// <summary>A person to invite. The account has no password and no passkey until the person chooses one by the invitation's link.</summary>
public sealed record NewUser
{
    public Guid? Id { get; init; }

    /// <summary>The person signs in with it; it never changes.</summary>
    public string? Email { get; init; }

    /// <summary>Up to 200 characters.</summary>
    public string? Name { get; init; }
    public IReadOnlyList<Role> Roles { get; init => field = value ?? []; } = [];

    /// <summary>Special powers on top of a role: legal, for a coordinator who is the nation's legal adviser.</summary>
    public IReadOnlyList<string> Grants { get; init => field = value ?? []; } = [];

    /// <summary>The highest classification that the person reads; none for an administrator.</summary>
    public Classification? Clearance { get; init; }
}

/// <summary>What changes of a person; what is absent stays.</summary>
public sealed record UserChange
{
    public string? Name { get; init; }
    public IReadOnlyList<Role>? Roles { get; init; }
    public IReadOnlyList<string>? Grants { get; init; }
    public Classification? Clearance { get; init; }

    /// <summary>
    /// By what the partner's own OpenID Connect server knows the person: the subject (sub) of its tokens; or mailto: and an
    /// e-mail address that it vouches for, until the person first comes with it. Empty takes the link away.
    /// </summary>
    public string? Subject { get; init; }
}

/// <summary>A person's account as its administrators see it.</summary>
public sealed record UserHead
{
    public required Guid Id { get; init; }
    public required string Email { get; init; }
    public required string Name { get; init; }
    public required IReadOnlyList<Role> Roles { get; init; }
    public required IReadOnlyList<string> Grants { get; init; }
    public required Classification? Clearance { get; init; }
    public required AccountState State { get; init; }
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>By what the partner's own OpenID Connect server knows the person; null where the account is not linked with it.</summary>
    public required string? Subject { get; init; }

    /// <summary>The invitation that waits for the person; null where none does.</summary>
    public required InvitationHead? Invitation { get; init; }
}

/// <summary>A request to suspend an account, or to let it in again.</summary>
public sealed record AccountTransition
{
    public AccountState? To { get; init; }
}

/// <summary>A new invitation for a person who has lost the old one, or a password or passkey: what the person signed in with is good for nothing from then on.</summary>
public sealed record NewInvitation
{
    /// <summary>Id of the person's account.</summary>
    public Guid? User { get; init; }
}

/// <summary>An invitation that waits for its person.</summary>
public sealed record InvitationHead
{
    public required Guid Id { get; init; }

    /// <summary>Id of the person's account.</summary>
    public required Guid User { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Where the person goes, once. Shown in the answer that makes the invitation and never again.</summary>
    public required string? Link { get; init; }
}
