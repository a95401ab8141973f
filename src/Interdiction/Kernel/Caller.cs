using Interdiction.Contracts;

namespace Interdiction.Kernel;

/// <summary>Who sent the message: a person or a machine client of one partner. Until somebody is known, nobody: it reads and may do nothing.</summary>
public sealed class Caller
{
    static readonly Role[] ContentRoles = [Role.Officer, Role.Coordinator, Role.Auditor];

    Account? account;

    public bool IsKnown => account is not null;
    public Guid Id => Known.Id;
    public string Name => Known.Name;
    public string Partner => Known.Partner;
    public IReadOnlyList<Role> Roles => Known.Roles;
    public IReadOnlyList<string> Grants => Known.Grants;

    /// <summary>Null for one who reads no classified content at all.</summary>
    public Classification? Clearance => Known.Clearance;
    public bool IsCell => Partner == Kernel.Partner.Cell;

    /// <summary>The partner as whom content is read; empty, which matches no reader row, for who reads none.</summary>
    public string ReadsAs => account is not null && account.Roles.Any(ContentRoles.Contains) ? account.Partner : "";

    /// <summary>The highest classification that is read; -1 for none.</summary>
    public int ReadsUpTo => account?.Clearance is { } clearance ? (int)clearance : -1;

    Account Known => account ?? throw new InvalidOperationException("Nobody is signed in.");

    public bool Has(Role role) => account?.Roles.Contains(role) ?? false;

    /// <summary>Says once who the caller is; a scope serves one caller.</summary>
    public void Become(Account who) =>
        account = account is null ? who : throw new InvalidOperationException("The caller of a scope does not change.");
}

/// <summary>A person or machine client: one partner, one or more roles there.</summary>
public sealed class Account
{
    public Guid Id { get; init; }

    /// <summary>E-mail address of a person, client id of a machine client.</summary>
    public required string Login { get; init; }
    public required string Name { get; init; }
    public required string Partner { get; init; }
    public required IReadOnlyList<Role> Roles { get; init; }

    /// <summary>Special powers on top of a role, such as legal.</summary>
    public IReadOnlyList<string> Grants { get; init; } = [];
    public Classification? Clearance { get; init; }
}
