namespace Interdiction.Contracts;

/// <summary>The label of a record: who may read it. Its originator alone decides on it.</summary>
public sealed record Marking
{
    /// <summary>Stands in <see cref="ReleasableTo"/> for every partner.</summary>
    public const string All = "ALL";

    public Classification? Classification { get; init; }

    /// <summary>Partner codes (ISO 3166-1 alpha-3, or XCC for the coordination cell), or ALL alone. The server adds the originator.</summary>
    public IReadOnlyList<string> ReleasableTo { get; init => field = value ?? []; } = [];

    /// <summary>Handling codes, shown wherever the record is shown: H0 crime prevention only, H1 not in court without permission, H2 no onward release without permission, H3 other, with its text after a colon (H3:text).</summary>
    public IReadOnlyList<string> Caveats { get; init => field = value ?? []; } = [];
}
