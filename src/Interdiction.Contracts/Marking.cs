namespace Interdiction.Contracts;

/// <summary>The label of a record: who may read it. Its originator alone decides on it.</summary>
public record Marking
{
    /// <summary>Stands in <see cref="ReleasableTo"/> for every partner.</summary>
    public const string All = "ALL";

    public Classification? Classification { get; init; }

    /// <summary>Partner codes (ISO 3166-1 alpha-3, or XCC for the coordination cell), or ALL alone. The server adds the originator.</summary>
    public IReadOnlyList<string> ReleasableTo { get; init => field = value ?? []; } = [];

    /// <summary>Handling codes, shown wherever the record is shown: H0 crime prevention only, H1 not in court without permission, H2 no onward release without permission, H3 other, with its text after a colon (H3:text).</summary>
    public IReadOnlyList<string> Caveats { get; init => field = value ?? []; } = [];

    /// <summary>Who of the originator's own people needs to know; all of them where it is absent. Other partners are not affected by it, nor told.</summary>
    public NeedToKnow? Team { get; init; }

    /// <summary>How exactly partners other than the originator are told where it happened; exact where it is absent.</summary>
    public PositionPrecision? PositionPrecision { get; init; }

    /// <summary>The marking alone, without what the system answers about it.</summary>
    public Marking AsGiven() => new(this);
}

/// <summary>A marking with what the system answers about it; the answered fields may be repeated in a PUT and are ignored there.</summary>
public sealed record ShownMarking : Marking
{
    public ShownMarking() { }

    public ShownMarking(Marking marking) : base(marking) { }

    /// <summary>Partners that can read the record by this change, and could not before; null where nothing was changed.</summary>
    public IReadOnlyList<string>? Gains { get; init; }

    /// <summary>Partners that could read the record before this change, and cannot any more.</summary>
    public IReadOnlyList<string>? Loses { get; init; }

    /// <summary>What the change leaves open, such as a title that stands elsewhere.</summary>
    public IReadOnlyList<Warning> Warnings { get; init => field = value ?? []; } = [];
}

/// <summary>A team of the originator, or people of it by name.</summary>
public sealed record NeedToKnow
{
    /// <summary>Id of a team of the originator.</summary>
    public Guid? Unit { get; init; }

    /// <summary>Accounts of the originator.</summary>
    public IReadOnlyList<Guid> People { get; init => field = value ?? []; } = [];
}
