using Interdiction.Contracts.Identifiers;
using Xunit;

namespace Interdiction.Contracts.Tests.Identifiers;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData("9074729")]
    [InlineData("9811000")]
    [InlineData("8610461")]
    [InlineData("8905490")]
    [InlineData("7710525")]
    [InlineData("IMO9074729")]
    [InlineData("IMO 9074729")]
    [InlineData(null)]
    [InlineData("")]
    public void Good_imo_numbers(string? text) => Assert.Null(ImoNumber.Doubt(text));

    [Theory]
    [InlineData("9074720")]
    [InlineData("IMO0000001")]
    [InlineData("0000000")]
    [InlineData("907472")]
    [InlineData("IMO  9074729")]
    [InlineData("٩٠٧٤٧٢٩")]
    public void Doubtful_imo_numbers(string text) => Assert.NotNull(ImoNumber.Doubt(text));

    [Fact]
    public void The_doubt_names_the_digit_that_fits() => Assert.Contains("should be 9", ImoNumber.Doubt("9074720"), StringComparison.Ordinal);

    [Theory]
    [InlineData("316001245")]
    [InlineData("477553000")]
    [InlineData(null)]
    public void Good_ship_numbers(string? text) => Assert.Null(Mmsi.Doubt(text));

    [Theory]
    [InlineData("31600124")]
    [InlineData("31600124A")]
    [InlineData("299001245")]
    [InlineData("003669999")]
    [InlineData("123456789")]
    [InlineData("970123456")]
    public void Doubtful_ship_numbers(string text) => Assert.NotNull(Mmsi.Doubt(text));

    [Theory]
    [InlineData("316001245", MmsiKind.Ship, "316")]
    [InlineData("031600124", MmsiKind.ShipGroup, "316")]
    [InlineData("003160012", MmsiKind.CoastStation, "316")]
    [InlineData("111316001", MmsiKind.SearchAircraft, "316")]
    [InlineData("831600124", MmsiKind.Handheld, "316")]
    [InlineData("983160012", MmsiKind.Craft, "316")]
    [InlineData("993160012", MmsiKind.AidToNavigation, "316")]
    [InlineData("970123456", MmsiKind.SearchTransmitter, null)]
    [InlineData("972123456", MmsiKind.ManOverboard, null)]
    [InlineData("974123456", MmsiKind.PositionBeacon, null)]
    [InlineData("123456789", MmsiKind.Unassigned, null)]
    public void The_first_digits_tell_the_station(string text, MmsiKind kind, string? mid)
    {
        Assert.Equal(kind, Mmsi.Kind(text));
        Assert.Equal(mid, Mmsi.Mid(text));
    }

    [Theory]
    [InlineData("351", "PAN")]
    [InlineData("357", "PAN")]
    [InlineData("370", "PAN")]
    [InlineData("374", "PAN")]
    [InlineData("636", "LBR")]
    [InlineData("637", "LBR")]
    [InlineData("538", "MHL")]
    [InlineData("215", "MLT")]
    [InlineData("229", "MLT")]
    [InlineData("248", "MLT")]
    [InlineData("249", "MLT")]
    [InlineData("256", "MLT")]
    [InlineData("209", "CYP")]
    [InlineData("210", "CYP")]
    [InlineData("212", "CYP")]
    [InlineData("238", "HRV")]
    [InlineData("312", "BLZ")]
    [InlineData("457", "MNG")]
    [InlineData("308", "BHS")]
    [InlineData("309", "BHS")]
    [InlineData("311", "BHS")]
    [InlineData("304", "ATG")]
    [InlineData("305", "ATG")]
    [InlineData("375", "VCT")]
    [InlineData("377", "VCT")]
    [InlineData("445", "PRK")]
    [InlineData("416", "TWN")]
    [InlineData("440", "KOR")]
    [InlineData("441", "KOR")]
    [InlineData("477", "HKG")]
    public void The_flag_fits_its_digits(string mid, string flag)
    {
        Assert.Null(Mmsi.FlagDoubt(mid + "001245", flag));
        Assert.NotNull(Mmsi.FlagDoubt(mid + "001245", flag is "CAN" ? "PAN" : "CAN"));
    }

    [Fact]
    public void Without_a_flag_or_known_digits_nothing_can_differ()
    {
        Assert.Null(Mmsi.FlagDoubt("316001245", null));
        Assert.Null(Mmsi.FlagDoubt("299001245", "PAN"));
        Assert.Null(Mmsi.FlagDoubt("junk", "PAN"));
    }

    [Theory]
    [InlineData("1314-80-3")]
    [InlineData("7732-18-5")]
    [InlineData("10025-87-3")]
    [InlineData("7719-09-7")]
    [InlineData("111-48-8")]
    [InlineData(" 1314‑80–3 ")]
    public void Good_cas_numbers(string text) => Assert.Null(CasNumber.Doubt(text));

    [Theory]
    [InlineData("1314-80-4")]
    [InlineData("0314-80-3")]
    [InlineData("1314803")]
    [InlineData("phosphorus")]
    public void Doubtful_cas_numbers(string text) => Assert.NotNull(CasNumber.Doubt(text));

    [Fact]
    public void Cas_numbers_are_found_in_text() =>
        Assert.Equal(["1314-80-3", "111-48-8"], CasNumber.In("CAS 1314-80-3, 1314-80-4; (111-48-8) tel. 02-1314-80-3-7"));

    [Theory]
    [InlineData("1340")]
    [InlineData("UN1810")]
    [InlineData("UN 1836")]
    [InlineData("1052")]
    [InlineData("0004")]
    public void Good_un_numbers(string text) => Assert.Null(UnNumber.Doubt(text));

    [Theory]
    [InlineData("9999")]
    [InlineData("0001")]
    [InlineData("134")]
    [InlineData("UN-1340")]
    public void Doubtful_un_numbers(string text) => Assert.NotNull(UnNumber.Doubt(text));

    [Theory]
    [InlineData("TWKHH")]
    [InlineData("TW KHH")]
    [InlineData("THBKK")]
    public void Good_locodes(string text) => Assert.Null(Unlocode.Doubt(text));

    [Theory]
    [InlineData("TWKH1", "form")]
    [InlineData("UKLON", "UK is not a country code")]
    [InlineData("TWZZZ", "a selection")]
    [InlineData("twkhh", "form")]
    public void Doubtful_locodes(string text, string because) => Assert.Contains(because, Unlocode.Doubt(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("2813.90")]
    [InlineData("281390")]
    [InlineData("2813")]
    [InlineData("2813.90.10")]
    public void Good_hs_codes(string text) => Assert.Null(HsNumber.Doubt(text));

    [Theory]
    [InlineData("7701")]
    [InlineData("9901")]
    [InlineData("0001")]
    [InlineData("281")]
    public void Doubtful_hs_codes(string text) => Assert.NotNull(HsNumber.Doubt(text));

    [Theory]
    [InlineData("CSQU3054383")]
    [InlineData("MSKU6011672")]
    [InlineData("HLXU2008419")]
    [InlineData("TGHU7599330")]
    [InlineData("CSQU 305438-3")]
    public void Good_container_numbers(string text) => Assert.Null(ContainerNumber.Doubt(text));

    [Theory]
    [InlineData("CSQU3054384", "should be 3")]
    [InlineData("TCLU4265447", "should be")]
    [InlineData("CSQU3054300", "counts to 10")]
    [InlineData("CSQX3054383", "form")]
    public void Doubtful_container_numbers(string text, string because) => Assert.Contains(because, ContainerNumber.Doubt(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("V7AB2", true)]
    [InlineData("HMAB", true)]
    [InlineData("12345", false)]
    [InlineData("V7", false)]
    [InlineData("v7ab2", false)]
    public void Call_signs(string text, bool good) => Assert.Equal(good, CallSign.Doubt(text) is null);

    [Theory]
    [InlineData("V7AB2", "MHL", true)]
    [InlineData("9HAB2", "MLT", true)]
    [InlineData("HMAB", "PRK", true)]
    [InlineData("P5AB", "PRK", true)]
    [InlineData("P9AB", "PRK", true)]
    [InlineData("P4AB", "PRK", false)]
    [InlineData("3FAB7", "PAN", true)]
    [InlineData("3GAB7", "PAN", false)]
    [InlineData("SSMA", "EGY", true)]
    [InlineData("SSNA", "EGY", false)]
    [InlineData("BKAB", "TWN", true)]
    [InlineData("KAB1", "PRI", true)]
    [InlineData("Q7AB", "PAN", true)]
    [InlineData("junk", "PAN", true)]
    [InlineData("V7AB2", null, true)]
    public void A_call_sign_fits_the_flag_of_its_series(string text, string? flag, bool fits) => Assert.Equal(fits, CallSign.FlagDoubt(text, flag) is null);

    [Theory]
    [InlineData("215-242-4")]
    [InlineData("231-791-2")]
    [InlineData("200-001-8")]
    [InlineData(null)]
    public void Good_ec_numbers(string? text) => Assert.Null(EcNumber.Doubt(text));

    [Theory]
    [InlineData("215-242-5", "should be 4")]
    [InlineData("100-007-9", "would be 10")]
    [InlineData("2152424", "form")]
    public void Doubtful_ec_numbers(string text, string because) => Assert.Contains(because, EcNumber.Doubt(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("213800WSGIIZCXF1P572")]
    [InlineData("54930084UKLVMY22DS16")]
    public void Good_legal_entity_identifiers(string text) => Assert.Null(LegalEntityIdentifier.Doubt(text));

    [Theory]
    [InlineData("213800WSGIIZCXF1P573", "check digits")]
    [InlineData("213800WSGIIZCXF1P5", "form")]
    [InlineData("213800wsgiizcxf1p572", "form")]
    public void Doubtful_legal_entity_identifiers(string text, string because) => Assert.Contains(because, LegalEntityIdentifier.Doubt(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("7C6B2D", true)]
    [InlineData("7c6b2d", true)]
    [InlineData("000000", false)]
    [InlineData("FFFFFF", false)]
    [InlineData("7C6B2", false)]
    [InlineData("7C6B2G", false)]
    public void Transponder_addresses(string text, bool good) => Assert.Equal(good, Icao24.Doubt(text) is null);

    // The specimen of ICAO Doc 9303, part 4, appendix B.
    const string Upper = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<";
    const string Lower = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";

    [Theory]
    [InlineData(Upper + "\n" + Lower)]
    [InlineData(Upper + Lower)]
    [InlineData(" " + Upper + "\r\n" + Lower + " ")]
    public void Good_machine_readable_zones(string text) => Assert.Null(MachineReadableZone.Doubt(text));

    [Theory]
    [InlineData("L898902C37UTO7408122F1204159ZE184226B<<<<<10", "document number should be 6")]
    [InlineData("L898902C36UTO7408123F1204159ZE184226B<<<<<10", "birth date should be 2")]
    [InlineData("L898902C36UTO7408122F1204158ZE184226B<<<<<10", "expiry should be 9")]
    [InlineData("L898902C36UTO7408122F1204159ZE184226B<<<<<20", "optional data should be 1")]
    [InlineData("L898902C36UTO7408122F1204159ZE184226B<<<<<11", "whole line should be 0")]
    [InlineData("L898902C36UTO7408122F1204159ZE184226B<<<<<1", "two lines of 44")]
    public void Doubtful_machine_readable_zones(string lower, string because) => Assert.Contains(because, MachineReadableZone.Doubt(Upper + lower), StringComparison.Ordinal);

    [Fact]
    public void A_zone_without_optional_data_may_leave_its_check_digit_out() =>
        Assert.DoesNotContain("optional", MachineReadableZone.Doubt(Upper + "L898902C36UTO7408122F1204159<<<<<<<<<<<<<<<4") ?? "", StringComparison.Ordinal);

    [Fact]
    public void A_mass_is_counted_in_kilograms_and_a_volume_is_not()
    {
        Assert.Equal(12_500m, new Quantity { Value = 12.5m, Unit = "TNE" }.InKilograms());
        Assert.Equal(0.25m, new Quantity { Value = 250, Unit = "GRM" }.InKilograms());
        Assert.Null(new Quantity { Value = 1, Unit = "LTR" }.InKilograms());
        Assert.Null(new Quantity { Value = 1 }.InKilograms());
    }
}
