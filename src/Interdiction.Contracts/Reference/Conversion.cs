namespace Interdiction.Contracts.Reference;

/// <summary>Converts amounts between units of one dimension, by the factors of UN/ECE Recommendation 20.</summary>
public static class Conversion
{
    /// <summary>Decimals of an amount, as it travels.</summary>
    const int Decimals = 9;

    /// <summary>More than any amount that can be written, and little enough to reckon with.</summary>
    const decimal Beyond = 1_000_000_000_000_000_000;

    /// <summary>The same amount in another unit, to nine decimals; in its own unit it stays as it was written.</summary>
    /// <returns>Null where the units are of different dimensions, or have no fixed factor, such as a set or a number of international units.</returns>
    public static decimal? In(this Quantity it, string unit)
    {
        if (it.Unit == unit)
            return it.Value;
        return ReferenceData.Units.TryGetValue(it.Unit!, out var from) && ReferenceData.Units.TryGetValue(unit, out var to)
            && from.Dimension == to.Dimension && from.FactorToSi is { } one && to.FactorToSi is { } other && from.SiUnit == to.SiUnit
            ? Rounded(it.Value!.Value, one, other)
            : null;
    }

    static decimal Rounded(decimal value, decimal one, decimal other) =>
        (double)value * (double)one / (double)other >= (double)Beyond ? Beyond : Math.Round(value * one / other, Decimals);
}
