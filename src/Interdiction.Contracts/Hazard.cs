using System.Text.RegularExpressions;
using Interdiction.Contracts.Identifiers;
using Interdiction.Contracts.Reference;

namespace Interdiction.Contracts;

/// <summary>From what the hazard of goods is known.</summary>
public enum HazardBasis { Found, Declared, CasNumber, Screening }

/// <summary>What makes goods dangerous to who handles them, by the classes of the UN Model Regulations (2.0.1.1).</summary>
/// <param name="Un">UN number, four digits; null where it is not known.</param>
/// <param name="Class">Class or division, with subsidiary hazards in brackets, such as 4.3 (4.1).</param>
/// <param name="IsWaterReactive">True for division 4.3: in contact with water they emit flammable gases.</param>
/// <param name="Warnings">What each class means; that goods react with water comes first.</param>
/// <param name="Basis">What was found goes before what was declared, and both before what the lists know of the substance.</param>
public sealed partial record Hazard(string? Un, string? Class, PackingGroup? PackingGroup, bool IsWaterReactive, IReadOnlyList<string> Warnings, HazardBasis Basis)
{
    const string WaterReactive = "4.3";

    /// <summary>The hazard of a line of a manifest; null where nothing says that there is one, which is no proof of absence.</summary>
    /// <param name="screening">What the control lists say of the manifest.</param>
    public static Hazard? Of(ManifestLine line, Screening? screening) =>
        Stated(line.Found, HazardBasis.Found) ?? Stated(line.Declared, HazardBasis.Declared)
        ?? Known(line.Found?.Cas, HazardBasis.CasNumber) ?? Known(line.Declared?.Cas, HazardBasis.CasNumber)
        ?? (screening?.Matches.Where(x => x.Line == line.Number) ?? []).OrderByDescending(x => x.Score).Select(x => Known(x.Cas, HazardBasis.Screening)).FirstOrDefault(x => x is not null);

    /// <summary>The hazard of an exhibit that was taken from a line of the report's manifest.</summary>
    public static Hazard? Of(BoardingReport report, Exhibit exhibit, Screening? screening) =>
        report.Manifest?.Lines.FirstOrDefault(x => x.Number is not null && x.Number == exhibit.ManifestLine) is { } line ? Of(line, screening) : null;

    // The number says the class, where the papers give the number alone.
    static Hazard? Stated(Goods? goods, HazardBasis basis)
    {
        var un = UnNumber.Normalize(goods?.Un);
        return un is null && string.IsNullOrWhiteSpace(goods?.HazardClass) ? null
            : Make(un, string.IsNullOrWhiteSpace(goods?.HazardClass) ? Chemicals.FirstOrDefault(x => x.UnNumber == un)?.HazardClass : goods.HazardClass.Trim(), goods?.PackingGroup, basis);
    }

    static Hazard? Known(string? cas, HazardBasis basis) =>
        CasNumber.Normalize(cas) is { } number && ReferenceData.Chemicals.TryGetValue(number, out var known) && (known.UnNumber ?? known.HazardClass) is not null
            ? Make(known.UnNumber, known.HazardClass, null, basis) : null;

    static Hazard Make(string? un, string? @class, PackingGroup? group, HazardBasis basis)
    {
        string[] divisions = [.. Division().Matches(@class ?? "").Select(x => x.Groups[1].Value).Distinct().OrderByDescending(x => x == WaterReactive)];
        return new Hazard(un, @class, group, divisions.Contains(WaterReactive), [.. divisions.Select(Meaning).OfType<string>()], basis);
    }

    static IEnumerable<Chemical> Chemicals => ReferenceData.Chemicals.Values;

    static string? Meaning(string division) => division switch
    {
        WaterReactive => "Reacts with water and emits flammable gases (4.3): keep it dry, and put no water on a fire.",
        "1" or "1.1" or "1.2" or "1.3" or "1.4" or "1.5" or "1.6" => $"Explosive ({division}).",
        "2.1" => "Flammable gas (2.1).",
        "2.2" => "Gas under pressure, neither flammable nor toxic (2.2).",
        "2.3" => "Toxic gas (2.3).",
        "3" => "Flammable liquid (3).",
        "4.1" => "Flammable solid (4.1).",
        "4.2" => "Liable to spontaneous combustion (4.2).",
        "5.1" => "Oxidizing (5.1).",
        "5.2" => "Organic peroxide (5.2).",
        "6.1" => "Toxic (6.1).",
        "6.2" => "Infectious (6.2).",
        "7" => "Radioactive (7).",
        "8" => "Corrosive (8).",
        "9" => "Miscellaneous dangerous goods (9).",
        _ => null,
    };

    [GeneratedRegex(@"(?<![\d.])([1-9](?:\.[1-6])?)(?![\d.])")]
    private static partial Regex Division();
}
