namespace Interdiction.Kernel;

/// <summary>A nation that takes part, or the coordination cell.</summary>
public sealed class Partner
{
    /// <summary>Code of the coordination cell, from the range that ISO 3166-1 leaves to users.</summary>
    public const string Cell = "XCC";

    /// <summary>ISO 3166-1 alpha-3, or XCC.</summary>
    public required string Code { get; init; }
    public required string Name { get; init; }
}
