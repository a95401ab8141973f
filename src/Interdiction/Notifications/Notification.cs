using Interdiction.Contracts;
using Interdiction.Kernel;

namespace Interdiction.Notifications;

/// <summary>
/// Somebody is told that something happened to a record. It holds nothing of the record, no word and no number: what it is
/// about is looked up when it is shown, as the reader may see it at that moment.
/// </summary>
public sealed class Notification
{
    public Guid Id { get; init; }
    public NotificationKind Kind { get; init; }

    /// <summary>The record that it happened to; who does not read that is told nothing.</summary>
    public Guid RecordId { get; init; }
    public RecordKind RecordKind { get; init; }

    /// <summary>Revision of the record; 0 for a record without revisions.</summary>
    public int Revision { get; init; }

    /// <summary>What it is about: the record itself, or a proposal or a hand-over of it.</summary>
    public Guid Subject { get; init; }

    /// <summary>Partner whose people are told.</summary>
    public required string Partner { get; init; }

    /// <summary>The one account that is told; null for everybody there who has one of the roles.</summary>
    public Guid? Account { get; init; }

    /// <summary>The roles that are told, a bit each.</summary>
    public int Roles { get; init; }

    /// <summary>The grant that it takes beside a role; null for none.</summary>
    public string? Grant { get; init; }

    /// <summary>Who did it: nobody is told of their own act.</summary>
    public Guid By { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>True for an account that is told, as the filter of the inbox has it. Whether it reads the record is not asked here.</summary>
    public bool IsFor(Account account) =>
        Partner == account.Partner && By != account.Id
        && (Account is { } one ? one == account.Id : (Roles & Recipients.Bits(account.Roles)) != 0 && (Grant is null || account.Grants.Contains(Grant)));
}

/// <summary>One account has seen to a notification.</summary>
public sealed class NotificationRead
{
    public Guid NotificationId { get; init; }
    public Guid Account { get; init; }
    public DateTimeOffset At { get; init; }
}
