using Interdiction.Contracts;

namespace Interdiction.Kernel;

/// <summary>Who sent the message: a person or a machine client of one partner. Until somebody is known, nobody: it reads and may do nothing.</summary>
public sealed class Caller
{
    Account? account;

    public bool IsKnown => account is not null;
    public Guid Id => Known.Id;
    public string Name => Known.Name;
    public string Partner => Known.Partner;
    public IReadOnlyList<Role> Roles => Known.Roles;
    public IReadOnlyList<string> Grants => Known.Grants;

    /// <summary>Null for one who reads no classified content at all.</summary>
    public Classification? Clearance => Known.Clearance;
    public IReadOnlyList<Guid> Teams => Known.Teams;

    /// <summary>The session under which a person calls; null for a machine client.</summary>
    public CallingSession? Session { get; private set; }

    /// <summary>When the person last proved who they are, here or for the application that acts for them; null for a machine client.</summary>
    public DateTimeOffset? ProvedAt { get; private set; }
    public bool IsCell => Partner == Kernel.Partner.Cell;

    /// <summary>The partner as whom content is read; empty, which matches no reader row, for who reads none.</summary>
    public string ReadsAs => account is { ReadsContent: true } ? account.Partner : "";

    /// <summary>The highest classification that is read; -1 for none.</summary>
    public int ReadsUpTo => account?.Clearance is { } clearance ? (int)clearance : -1;

    /// <summary>The audiences that the caller belongs to: everybody of its partner, itself, its teams.</summary>
    public Guid[] Audiences => account is null ? [] : [Audience.Everybody, account.Id, .. account.Teams];

    /// <summary>What the caller is to the originator of a record that it can read: it decides which fields it is shown.</summary>
    public Standing StandingTo(string originator) =>
        Partner == originator ? Standing.Originator : Has(Role.Coordinator) ? Standing.Coordinator : Standing.Other;

    Account Known => account ?? throw new InvalidOperationException("Nobody is signed in.");

    public bool Has(Role role) => account?.Roles.Contains(role) ?? false;

    /// <summary>Says once who the caller is; a scope serves one caller.</summary>
    public void Become(Account who, CallingSession? session = null, DateTimeOffset? provedAt = null)
    {
        account = account is null ? who : throw new InvalidOperationException("The caller of a scope does not change.");
        (Session, ProvedAt) = (session, provedAt);
    }
}

/// <summary>The session of a person who signed in.</summary>
/// <param name="ProvedAt">When the person last proved who they are.</param>
public sealed record CallingSession(Guid Id, DateTimeOffset ProvedAt);

/// <summary>Who of a partner's people needs to know: everybody, one team, or one person.</summary>
public static class Audience
{
    public static Guid Everybody => Guid.Empty;
}
