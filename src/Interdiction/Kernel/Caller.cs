using Interdiction.Contracts;

namespace Interdiction.Kernel;

/// <summary>Who sent the message: a person or a machine client of one partner. Until somebody is known, nobody: it reads and may do nothing.</summary>
public sealed class Caller
{
    Account? account;

    (Job Job, string Partner)? work;

    /// <summary>Id and name of the principal as whom background jobs act.</summary>
    static readonly Guid System = new("00000000-0000-7000-8000-000000000001");
    const string SystemName = "system";

    public bool IsKnown => account is not null;

    /// <summary>The background job that acts, as the principal system; null for an account.</summary>
    public Job? Job => work?.Job;
    public Guid Id => work is null ? Known.Id : System;
    public string Name => work is null ? Known.Name : SystemName;

    /// <summary>The account's partner; for a background job the one on whose record it works.</summary>
    public string Partner => work?.Partner ?? Known.Partner;
    public IReadOnlyList<Role> Roles => work is null ? Known.Roles : [];
    public IReadOnlyList<string> Grants => Known.Grants;

    /// <summary>Null for one who reads no classified content at all.</summary>
    public Classification? Clearance => Known.Clearance;
    public IReadOnlyList<Guid> Teams => Known.Teams;

    /// <summary>The session under which a person calls; null for a machine client.</summary>
    public CallingSession? Session { get; private set; }

    /// <summary>When the person last proved who they are, here or for the application that acts for them; null for a machine client.</summary>
    public DateTimeOffset? ProvedAt { get; private set; }
    public bool IsCell => Partner == Kernel.Partner.Cell;

    /// <summary>True for a role that reads content, and not only what is addressed to its partner.</summary>
    public bool ReadsContent => account is { ReadsContent: true };

    /// <summary>The partner as whom records are read; empty, which matches no reader row, for who reads none.</summary>
    public string ReadsAs => account is { ReadsContent: true } or { ReadsRequests: true } ? account.Partner : "";

    /// <summary>The highest classification that is read; -1 for none.</summary>
    public int ReadsUpTo => account?.Clearance is { } clearance ? (int)clearance : -1;

    /// <summary>The audiences that the caller belongs to: everybody of its partner, itself, its teams; or those who answer for a flag State.</summary>
    public Guid[] Audiences => account switch
    {
        { ReadsContent: true } => [Audience.Everybody, account.Id, .. account.Teams],
        { ReadsRequests: true } => [Audience.Liaison],
        _ => [],
    };

    /// <summary>What the caller is to the originator of a record that it can read: it decides which fields it is shown.</summary>
    public Standing StandingTo(string originator) =>
        Partner == originator ? Standing.Originator : Has(Role.Coordinator) ? Standing.Coordinator : Standing.Other;

    Account Known => account ?? throw new InvalidOperationException("Nobody is signed in.");

    public bool Has(Role role) => account?.Roles.Contains(role) ?? false;

    /// <summary>Says once who the caller is; a scope serves one caller.</summary>
    public void Become(Account who, CallingSession? session = null, DateTimeOffset? provedAt = null)
    {
        account = account is null && work is null ? who : throw new InvalidOperationException("The caller of a scope does not change.");
        (Session, ProvedAt) = (session, provedAt);
    }

    /// <summary>Says once that a background job acts, and on whose record.</summary>
    public void Become(Job job, string partner = "") =>
        work = account is null && work is null ? (job, partner) : throw new InvalidOperationException("The caller of a scope does not change.");
}

/// <summary>What runs in the background, each with its own right and the rows that it needs. A line more is a decision.</summary>
public enum Job { ConsentClock, OpenDuties, Reminders, EventStreams, Mailing, ExpireUploads, ScanEvidence, DestroyCases }

/// <summary>The session of a person who signed in.</summary>
/// <param name="ProvedAt">When the person last proved who they are.</param>
public sealed record CallingSession(Guid Id, DateTimeOffset ProvedAt);

/// <summary>Who of a partner's people needs to know: everybody who reads content, one team, one person, or those who answer for it as flag State.</summary>
public static class Audience
{
    public static Guid Everybody => Guid.Empty;
    public static Guid Liaison { get; } = new("00000000-0000-7000-8000-000000000002");
}
