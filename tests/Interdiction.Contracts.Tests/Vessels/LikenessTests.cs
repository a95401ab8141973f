using Xunit;

namespace Interdiction.Contracts.Tests.Vessels;

public sealed class LikenessTests
{
    static readonly Guid First = Guid.CreateVersion7();

    static IdentityClaim Claim(string? name, string? imo = null, string? mmsi = null, string? sign = null, string? flag = null, int? tonnage = null, Guid? vessel = null, string? confirmed = null) => new()
    {
        VesselId = vessel ?? First,
        BoardingNumber = "BR-2003-AUS-K7Q4M",
        At = DateTimeOffset.UnixEpoch,
        Partner = "AUS",
        Name = name,
        FlagClaimed = flag,
        FlagConfirmed = confirmed,
        Imo = imo,
        Mmsi = mmsi,
        CallSign = sign,
        GrossTonnage = tonnage,
    };

    static Likeness Of(IdentityClaim one, IdentityClaim other) => Likeness.Of([one], [other]);

    [Fact]
    public void A_good_imo_number_weighs_more_than_a_false_one_and_that_more_than_a_name()
    {
        var good = Of(Claim("LIGHT", "9074729"), Claim("DARK MOON", "IMO 9074729"));
        var falsely = Of(Claim("LIGHT", "9074720"), Claim("DARK MOON", "9074720"));
        var name = Of(Claim("PACIFIC DAWN"), Claim("PACIFIC DAWN"));
        Assert.Equal([0.9, 0.5, 0.55], new[] { good.Score, falsely.Score, name.Score });
        Assert.Equal("imo", Assert.Single(good.Reasons).Code);
        Assert.Contains("no well-made", Assert.Single(falsely.Reasons).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Hints_add_up_and_what_speaks_against_it_is_told()
    {
        var one = Claim("LIGHT", mmsi: "312001245", sign: "V3AB2", flag: "BLZ", tonnage: 6500);
        var same = Of(one, Claim("LIGHT", mmsi: "312001245", sign: "V3AB2", flag: "BLZ", tonnage: 6550));
        Assert.Equal(["mmsi", "name", "callSign", "grossTonnage", "flag"], same.Reasons.Select(x => x.Code));
        Assert.InRange(same.Score, 0.9, 1);
        var other = Of(one with { Imo = "9074729" }, Claim("LIGHT", imo: "9811000", mmsi: "312001245", tonnage: 900));
        Assert.True(other.Score < same.Score / 2);
        Assert.Equal(["imo", "grossTonnage"], other.Reasons.Where(x => x.Against).Select(x => x.Code));
    }

    [Fact]
    public void Tonnage_and_flag_alone_say_nothing() => Assert.Equal((0, 0), (Of(Claim("LIGHT", flag: "PAN", tonnage: 6500), Claim("DARK MOON", flag: "PAN", tonnage: 6500)) is var it ? ((int)it.Score, it.Reasons.Count) : default));

    [Fact]
    public void What_goes_together_is_no_contradiction() =>
        Assert.Empty(Contradictions.Of([Claim("BE GAE HUNG", "9074729", flag: "PRK", tonnage: 6500), Claim("Be Gaehung", "IMO 9074729", flag: "PRK", tonnage: 6400)]));

    [Fact]
    public void What_does_not_is_told_with_who_claimed_it()
    {
        var second = Guid.CreateVersion7();
        var found = Contradictions.Of(
        [
            Claim("LIGHT", "9074720", "477553000", "V7AB2", flag: "BLZ", tonnage: 6500, confirmed: "PRK"),
            Claim("DARK MOON", "9811000", "316001245", "9HAB2", flag: "MLT", tonnage: 900, vessel: second),
        ]);
        Assert.Equal(
            ["imoNumber", "flagMismatch", "flagMismatch", "flagMismatch", "flagNotConfirmed", "otherName", "otherFlag", "otherImo", "otherMmsi", "otherCallSign", "otherTonnage"],
            found.Select(x => x.Code));
        var names = found.Single(x => x.Code == "otherName");
        Assert.Equal(["LIGHT", "DARK MOON"], names.Values.Select(x => x.Value));
        Assert.Equal([First, second], names.Values.SelectMany(x => x.Vessels));
        Assert.Equal("Names differ: LIGHT, DARK MOON.", names.Detail);
    }
}
