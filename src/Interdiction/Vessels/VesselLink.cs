using Interdiction.Contracts;
using Interdiction.Kernel;

namespace Interdiction.Vessels;

/// <summary>
/// Two vessels are one ship: two people who read both said so. It is told to who reads both, and nothing follows from it for
/// anybody else. What was undone stays as history; the same two can be linked again.
/// </summary>
public sealed class VesselLink
{
    VesselLink() { }

    public Guid Id { get; private init; }

    /// <summary>The two vessels, in the order of their ids.</summary>
    public Guid First { get; private init; }
    public Guid Second { get; private init; }

    /// <summary>Who approved it, and their partner.</summary>
    public string LinkedBy { get; private init; } = "";
    public string Partner { get; private init; } = "";
    public DateTimeOffset At { get; private init; }
    public string Reason { get; private init; } = "";
    public string? EndedBy { get; private set; }
    public string? EndedPartner { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public string? EndReason { get; private set; }
    public int Version { get; private set; }

    public static VesselLink Make(Guid id, Guid one, Guid other, string reason, Caller caller, DateTimeOffset now)
    {
        var (first, second) = Ordered(one, other);
        return new VesselLink { Id = id, First = first, Second = second, LinkedBy = caller.Name, Partner = caller.Partner, At = now, Reason = reason, Version = 1 };
    }

    public static (Guid First, Guid Second) Ordered(Guid one, Guid other) => one.CompareTo(other) < 0 ? (one, other) : (other, one);

    public void End(string reason, Caller caller, DateTimeOffset now)
    {
        (EndedBy, EndedPartner, EndedAt, EndReason) = (caller.Name, caller.Partner, now, reason);
        Version++;
    }

    public ShownVesselLink Show() => new([First, Second], LinkedBy, Partner, At, Reason, EndedBy, EndedPartner, EndedAt, EndReason);
}
