using System.Globalization;
using Interdiction.Contracts.Identifiers;

namespace Interdiction.Contracts;

/// <summary>
/// How likely two vessels are one ship, by what each claimed. Every reason has a weight, and they add up as independent
/// hints do: 1 - (1 - a)(1 - b)... A ship is renamed and flagged anew, and keeps its IMO number: that weighs most.
/// </summary>
public sealed record Likeness(double Score, IReadOnlyList<LikenessReason> Reasons)
{
    /// <summary>Less than that is not told.</summary>
    public const double Told = 0.2;

    const double ValidImo = 0.9, FalseImo = 0.5, Mmsi = 0.6, CallSign = 0.5, Name = 0.55, Tonnage = 0.15, Aside = 0.05;

    // Gross tonnage is measured once: within 2 % it is the same, and a quarter apart another ship or another measure.
    const double SameTonnage = 0.02, OtherTonnage = 0.25;

    sealed record Hint(string Code, double Weight, string Detail);

    public static Likeness Of(IReadOnlyCollection<IdentityClaim> one, IReadOnlyCollection<IdentityClaim> other)
    {
        List<Hint> speaks = [.. Identifiers(one, other)];
        if (Named(one, other) is { } name)
            speaks.Add(name);
        // What many ships have in common is a hint beside others and none by itself.
        if (speaks.Count > 0)
            speaks.AddRange(Aspects(one, other));
        List<Hint> against = speaks.Count == 0 ? [] : [.. Against(one, other)];
        var score = (1 - speaks.Aggregate(1.0, (rest, x) => rest * (1 - x.Weight))) * against.Aggregate(1.0, (rest, x) => rest * x.Weight);
        return new Likeness(Math.Round(score, 2),
        [
            .. speaks.OrderByDescending(x => x.Weight).Select(x => new LikenessReason(x.Code, x.Detail, Against: false)),
            .. against.Select(x => new LikenessReason(x.Code, x.Detail, Against: true)),
        ]);
    }

    static IEnumerable<Hint> Identifiers(IReadOnlyCollection<IdentityClaim> one, IReadOnlyCollection<IdentityClaim> other)
    {
        if (Shared(one, other, x => ShipMark.Imo(x.Imo)) is { } imo)
            yield return ImoNumber.Doubt(imo) is null ? new("imo", ValidImo, $"Both claimed IMO number {imo}.") : new("imo", FalseImo, $"Both claimed {imo}, which is no well-made IMO number.");
        if (Shared(one, other, x => ShipMark.Mmsi(x.Mmsi)) is { } mmsi)
            yield return new("mmsi", Mmsi, $"Both claimed MMSI {mmsi}.");
        if (Shared(one, other, x => ShipMark.CallSign(x.CallSign)) is { } sign)
            yield return new("callSign", CallSign, $"Both claimed call sign {sign}.");
    }

    static Hint? Named(IReadOnlyCollection<IdentityClaim> one, IReadOnlyCollection<IdentityClaim> other)
    {
        var best = (from a in Names(one)
                    from b in Names(other)
                    let likeness = ShipName.Likeness(a.Folded, b.Folded)
                    where likeness > 0 && likeness >= ShipName.Alike(a.Folded, b.Folded)
                    orderby likeness descending
                    select new { a, b, likeness }).FirstOrDefault();
        return best is null ? null : new Hint("name", Name * best.likeness,
            best.a.Name == best.b.Name ? $"Both were called {best.a.Name}."
            : best.likeness >= 1 ? $"{best.a.Name} and {best.b.Name} are one name in two spellings."
            : string.Create(CultureInfo.InvariantCulture, $"The names {best.a.Name} and {best.b.Name} share {100 * best.likeness:0} % of their trigrams."));
    }

    static IEnumerable<Hint> Aspects(IReadOnlyCollection<IdentityClaim> one, IReadOnlyCollection<IdentityClaim> other)
    {
        if (Apart(one, other) is var (a, b, part) && part <= SameTonnage)
            yield return new("grossTonnage", Tonnage, a == b ? $"Both have a gross tonnage of {a}." : $"Gross tonnages of {a} and {b} are next to the same.");
        if (Shared(one, other, x => x.Type is { } type ? Code<VesselType>.Of(type) : null) is { } type)
            yield return new("type", Aside, $"Both are of the type {type}.");
        if (Shared(one, other, x => x.FlagClaimed) is { } flag)
            yield return new("flag", Aside, $"Both claimed the flag {flag}.");
    }

    static IEnumerable<Hint> Against(IReadOnlyCollection<IdentityClaim> one, IReadOnlyCollection<IdentityClaim> other)
    {
        if (Imos(one) is { Count: > 0 } a && Imos(other) is { Count: > 0 } b && !a.Intersect(b).Any())
            yield return new("imo", 0.4, $"Their IMO numbers differ: {string.Join(", ", a)} and {string.Join(", ", b)}.");
        if (Apart(one, other) is var (small, large, part) && part > OtherTonnage)
            yield return new("grossTonnage", 0.7, $"Their gross tonnages differ: {small} and {large}.");
    }

    static List<string> Imos(IEnumerable<IdentityClaim> claims) => [.. claims.Select(x => ShipMark.Imo(x.Imo)).OfType<string>().Where(x => ImoNumber.Doubt(x) is null).Distinct()];

    static IEnumerable<(string Name, string Folded)> Names(IEnumerable<IdentityClaim> claims) =>
        claims.Where(x => x.Name is not null).Select(x => (x.Name!, Folded: ShipName.Fold(x.Name))).Where(x => x.Folded.Length > 0).DistinctBy(x => x.Folded);

    static string? Shared(IEnumerable<IdentityClaim> one, IEnumerable<IdentityClaim> other, Func<IdentityClaim, string?> value) =>
        one.Select(value).OfType<string>().Intersect(other.Select(value).OfType<string>()).FirstOrDefault();

    /// <summary>The two tonnages that lie next to each other, and the part of the larger by which they differ; null where one has none.</summary>
    static (int A, int B, double Part)? Apart(IEnumerable<IdentityClaim> one, IEnumerable<IdentityClaim> other) =>
        (from a in Tonnages(one)
         from b in Tonnages(other)
         let part = Math.Abs((double)a - b) / Math.Max(a, b)
         orderby part
         select ((int, int, double)?)(a, b, part)).FirstOrDefault();

    static IEnumerable<int> Tonnages(IEnumerable<IdentityClaim> claims) => claims.Select(x => x.GrossTonnage ?? 0).Where(x => x > 0).Distinct();
}
