using Interdiction.Kernel;

namespace Interdiction.Mailing;

/// <summary>A person is to be told by e-mail that something waits: put here in the transaction in which it came about, sent afterwards. It says nothing of what it is.</summary>
public sealed class Mail
{
    static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>How long it is tried.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    Mail() { }

    public Mail(Guid id, Account account, DateTimeOffset now) => (Id, Account, Partner, At, TryAt, Version) = (id, account.Id, account.Partner, now, now, 1);

    public Guid Id { get; private init; }
    public Guid Account { get; private init; }
    public string Partner { get; private init; } = "";
    public DateTimeOffset At { get; private init; }

    /// <summary>When it is to be tried; after a claim, when another may try who finds it still here.</summary>
    public DateTimeOffset TryAt { get; private set; }
    public int Tries { get; private set; }

    /// <summary>When it was handed in; null for not yet, or never.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>From then on nobody tries any more.</summary>
    public DateTimeOffset? EndedAt { get; private set; }
    public int Version { get; private set; }

    public void Wait(DateTimeOffset until) => (TryAt, Version) = (until, Version + 1);

    /// <summary>One server takes it, for so long: of two at the same moment one has read an older version.</summary>
    public void Claim(DateTimeOffset until) => (TryAt, Tries, Version) = (until, Tries + 1, Version + 1);

    public void Sent(DateTimeOffset now) => (SentAt, EndedAt, Version) = (now, now, Version + 1);

    /// <summary>It is not sent: nothing waits any more, nobody wants it, or nobody is there.</summary>
    public void Drop(DateTimeOffset now) => (EndedAt, Version) = (now, Version + 1);

    /// <summary>It could not be handed in: tried again after twice as long as before, for a day.</summary>
    public void Failed(DateTimeOffset now)
    {
        Wait(now + TimeSpan.FromTicks(Math.Min(Longest.Ticks, TimeSpan.FromMinutes(1).Ticks << Math.Min(Tries - 1, 10))));
        if (TryAt > At + Patience)
            EndedAt = now;
    }
}
