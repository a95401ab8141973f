using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Kernel;

namespace Interdiction.CaseLinks;

/// <summary>Two cases belong together: the lead of one of them said so. It is told to who reads both, and nothing follows from it for anybody else.</summary>
public sealed class CaseLink
{
    CaseLink() { }

    public Guid Id { get; private init; }

    /// <summary>The two cases, in the order of their ids.</summary>
    public Guid First { get; private init; }
    public Guid Second { get; private init; }
    public string Reason { get; private set; } = "";

    /// <summary>Who said so last, their partner, and when.</summary>
    public string LinkedBy { get; private set; } = "";
    public string Partner { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public int Version { get; private set; }

    public static CaseLink Make(Guid id, Guid one, Guid other, string reason, Caller caller, DateTimeOffset now)
    {
        var (first, second) = Ordered(one, other);
        return new CaseLink { Id = id, First = first, Second = second, Reason = reason, LinkedBy = caller.Name, Partner = caller.Partner, At = now, Version = 1 };
    }

    public static (Guid First, Guid Second) Ordered(Guid one, Guid other) => one.CompareTo(other) < 0 ? (one, other) : (other, one);

    /// <summary>Gives another reason; the same one changes nothing.</summary>
    public void Explain(string reason, Caller caller, DateTimeOffset now)
    {
        if (reason == Reason)
            return;
        (Reason, LinkedBy, Partner, At) = (reason, caller.Name, caller.Partner, now);
        Version++;
    }

    /// <summary>The other case, as the caller is shown it from one of the two.</summary>
    public LinkedCase Show(Case other, Caller caller)
    {
        var head = other.ToHead(caller);
        return new LinkedCase
        {
            Id = head.Id,
            Number = head.Number,
            Title = head.Title,
            Status = head.Status,
            Marking = head.Marking,
            Reason = Reason,
            LinkedBy = LinkedBy,
            Partner = Partner,
            LinkedAt = At,
        };
    }
}
