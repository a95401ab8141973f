namespace Interdiction.Contracts.Reference;

/// <summary>A unit of UN/ECE Recommendation 20.</summary>
/// <param name="Dimension">mass, volume, length, count, ...: only units of one dimension can be added.</param>
/// <param name="FactorToSi">What one unit is in <paramref name="SiUnit"/>; null where it has an offset (°C) or none is fixed (set).</param>
public sealed record Unit(string Code, string Name, string? Symbol, string Dimension, decimal? FactorToSi, string? SiUnit)
{
    internal static Unit Of(CsvRow row) =>
        new(row.Text("code"), row.Text("name"), row["symbol"], row.Text("dimension"), Number.Exact(row["factor_to_si"]), row["si_unit"]);
}

/// <summary>A kind of package of UN/ECE Recommendation 21, such as BA for a barrel as an object.</summary>
public sealed record PackageType(string Code, string Name)
{
    internal static PackageType Of(CsvRow row) => new(row.Text("code"), row.Text("name"));
}
