using System.Globalization;
using Interdiction.Contracts.Identifiers;

namespace Interdiction.Contracts;

/// <summary>What does not go together in the claims about one ship: within a claim, and between claims.</summary>
public static class Contradictions
{
    public const string OtherName = "otherName", OtherFlag = "otherFlag", OtherImo = "otherImo", OtherMmsi = "otherMmsi", OtherCallSign = "otherCallSign",
        OtherType = "otherType", OtherTonnage = "otherTonnage", FlagNotConfirmed = "flagNotConfirmed";

    // As far apart, two measurements of one ship are not.
    const double Tonnage = 0.1;

    /// <param name="claims">In the order in which the values are to be told.</param>
    public static IReadOnlyList<Contradiction> Of(IReadOnlyCollection<IdentityClaim> claims) =>
    [
        .. Doubts(claims, WarningCodes.ImoNumber, x => x.Imo, x => ImoNumber.Doubt(x.Imo)),
        .. Doubts(claims, WarningCodes.Mmsi, x => x.Mmsi, x => Mmsi.Doubt(x.Mmsi)),
        .. Doubts(claims, WarningCodes.FlagMismatch, x => x.Mmsi, x => Mmsi.FlagDoubt(x.Mmsi, x.FlagClaimed ?? x.FlagConfirmed)),
        .. Doubts(claims, WarningCodes.CallSign, x => x.CallSign, x => CallSign.Doubt(x.CallSign)),
        .. Doubts(claims, WarningCodes.FlagMismatch, x => x.CallSign, x => CallSign.FlagDoubt(x.CallSign, x.FlagClaimed ?? x.FlagConfirmed)),
        .. Doubts(claims, FlagNotConfirmed, x => x.FlagClaimed, x => x.FlagConfirmed is { } confirmed && x.FlagClaimed is { } claimed && confirmed != claimed ? $"The ship claimed the flag {claimed}; {confirmed} was confirmed." : null),
        .. Differ(claims, OtherName, "Names", x => x.Name, ShipName.Fold),
        .. Differ(claims, OtherFlag, "Claimed flags", x => x.FlagClaimed, x => x),
        .. Differ(claims, OtherImo, "IMO numbers", x => x.Imo, ShipMark.Imo),
        .. Differ(claims, OtherMmsi, "MMSIs", x => x.Mmsi, ShipMark.Mmsi),
        .. Differ(claims, OtherCallSign, "Call signs", x => x.CallSign, ShipMark.CallSign),
        .. Differ(claims, OtherType, "Types", x => x.Type is { } type ? Code<VesselType>.Of(type) : null, x => x),
        .. Tonnages(claims),
    ];

    static IEnumerable<Contradiction> Doubts(IEnumerable<IdentityClaim> claims, string code, Func<IdentityClaim, string?> value, Func<IdentityClaim, string?> doubt) =>
        claims.Select(x => (Claim: x, Doubt: doubt(x))).Where(x => x.Doubt is not null).GroupBy(x => x.Doubt!)
            .Select(same => new Contradiction(code, same.Key, Values(same.Select(x => x.Claim), value)));

    /// <param name="compared">The value as it compares; null or empty where it says nothing.</param>
    static IEnumerable<Contradiction> Differ(IReadOnlyCollection<IdentityClaim> claims, string code, string what, Func<IdentityClaim, string?> value, Func<string?, string?> compared)
    {
        var said = claims.Where(x => compared(value(x)) is { Length: > 0 }).ToList();
        if (said.Select(x => compared(value(x))).Distinct().Count() > 1)
            yield return Told(code, what, Values(said, value));
    }

    static IEnumerable<Contradiction> Tonnages(IReadOnlyCollection<IdentityClaim> claims)
    {
        var said = claims.Where(x => x.GrossTonnage > 0).ToList();
        if (said.Count > 1 && said.Max(x => x.GrossTonnage)!.Value * (1 - Tonnage) > said.Min(x => x.GrossTonnage)!.Value)
            yield return Told(OtherTonnage, "Gross tonnages", Values(said, x => x.GrossTonnage!.Value.ToString(CultureInfo.InvariantCulture)));
    }

    static Contradiction Told(string code, string what, IReadOnlyList<ClaimedValue> values) => new(code, $"{what} differ: {string.Join(", ", values.Select(x => x.Value))}.", values);

    static IReadOnlyList<ClaimedValue> Values(IEnumerable<IdentityClaim> claims, Func<IdentityClaim, string?> value) =>
        [.. claims.GroupBy(x => value(x)!).Select(x => new ClaimedValue(x.Key, [.. x.Select(claim => claim.VesselId).Distinct()]))];
}
