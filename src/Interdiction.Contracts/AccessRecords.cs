namespace Interdiction.Contracts;

/// <summary>Who can read a record.</summary>
/// <param name="At">The moment that was asked for, UTC.</param>
public sealed record RecordAccess(IReadOnlyList<AccessEntry> Items, DateTimeOffset At);

/// <summary>A partner whose people can read a record.</summary>
/// <param name="Roles">Roles that read it, with the clearance.</param>
/// <param name="Rule">originator, team (of the originator), or releasableTo.</param>
/// <param name="Clearance">The least clearance that reads it.</param>
/// <param name="Audience">The team or the person that needs to know; null for all of the partner's people.</param>
/// <param name="Since">When it began to be readable so, UTC.</param>
public sealed record AccessEntry(string Partner, IReadOnlyList<Role> Roles, string Rule, Classification Clearance, Guid? Audience, DateTimeOffset Since);

/// <summary>Who had a record: who opened or printed it, and who could have.</summary>
/// <param name="Items">Each account that opened or printed it, by partner and name.</param>
/// <param name="Readable">Each partner that can or could read it, and when.</param>
public sealed record Disclosures(IReadOnlyList<Disclosure> Items, IReadOnlyList<ReadableSpan> Readable);

/// <summary>An account that had a record.</summary>
/// <param name="First">When it first opened or printed it, UTC.</param>
/// <param name="Last">When it last did, UTC.</param>
public sealed record Disclosure(string Partner, string Name, int Opened, int Printed, DateTimeOffset First, DateTimeOffset Last);

/// <param name="Until">Null while it lasts.</param>
public sealed record ReadableSpan(string Partner, Classification Clearance, DateTimeOffset Since, DateTimeOffset? Until);
