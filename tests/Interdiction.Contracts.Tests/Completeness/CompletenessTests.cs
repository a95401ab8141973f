using Xunit;

namespace Interdiction.Contracts.Tests;

public sealed class CompletenessTests
{
    static string[] Warnings(BoardingReport report) => [.. Completeness.Of(report).Select(x => $"{x.Pointer} {x.Code} {Code<Severity>.Of(x.Severity)}")];

    [Fact]
    public void The_worked_case_has_nothing_to_warn_of() => Assert.Empty(Warnings(Kaohsiung.Report));

    [Fact]
    public void An_empty_draft_tells_all_that_is_missing() => Assert.Equal(
        [
            "/conveyance missing blocksSubmission", "/place missing blocksSubmission", "/startedAt missing blocksSubmission", "/endedAt missing blocksSubmission",
            "/outcome missing blocksSubmission", "/legalBases missing blocksSubmission", "/consent missing blocksSubmission", "/checks missing blocksSubmission",
        ],
        Warnings(new BoardingReport()));

    [Fact]
    public void Half_a_part_is_missing_too() => Assert.Equal(
        [
            "/place/zone missing blocksSubmission", "/place missing blocksSubmission", "/legalBases/1/code missing blocksSubmission",
            "/legalBases/0/grounds missing blocksSubmission", "/consent/flag missing blocksSubmission", "/consent/master missing blocksSubmission",
            "/checks/0/result missing blocksSubmission",
        ],
        Warnings(Kaohsiung.Report with
        {
            Place = new(),
            LegalBases = [new() { Code = "INTERNAL_PORT", Grounds = " " }, new() { Grounds = "suspicion" }],
            Consent = new(),
            Checks = [new() { Code = CheckCode.Holds }],
        }));

    [Fact]
    public void Grounds_of_one_basis_will_do() =>
        Assert.Empty(Warnings(Kaohsiung.Report with { LegalBases = [.. Kaohsiung.Report.LegalBases, new() { Code = "PSI_PRINCIPLES" }] }));

    [Fact]
    public void A_place_in_words_is_a_place() =>
        Assert.Empty(Warnings(Kaohsiung.Report with { Place = new() { Zone = Zone.Port, Description = "container yard" } }));

    [Fact]
    public void Doubtful_identifiers_are_notes() => Assert.Equal(
        [
            "/place/unlocode unlocode note", "/voyage/lastPort unlocode note", "/voyage/nextPort unlocode note", "/conveyance/imo imoNumber note",
            "/conveyance/flagClaimed flagMismatch note", "/conveyance/callSign callSign note", "/manifest/lines/0/declared/cas casNumber note",
            "/manifest/lines/0/found/container containerNumber note", "/manifest/lines/0/found/ec ecNumber note", "/manifest/lines/0/found/un unNumber note", "/manifest/lines/0/found/hs hsCode note", "/manifest/lines/0/consignee/lei legalEntity note",
        ],
        Warnings(Kaohsiung.Report with
        {
            Place = Kaohsiung.Report.Place! with { Unlocode = "TWKH1" },
            Voyage = new() { LastPort = "UKLON", NextPort = "TWZZZ" },
            Conveyance = Kaohsiung.Ship with { Imo = "9074720", Mmsi = "316001245", CallSign = "?" },
            Manifest = new() { Lines = [new() { Number = 1, Declared = new() { Cas = "1314-80-4" }, Found = new() { Cas = "1314-80-3", Ec = "215-242-5", Un = "9999", Hs = "7701", Container = "CSQU3054384" }, Consignee = new() { Lei = "213800WSGIIZCXF1P573" } }] },
        }));

    [Fact]
    public void The_flag_that_was_confirmed_is_compared_too() => Assert.Equal(
        ["/conveyance/flagConfirmed flagMismatch note"],
        Warnings(Kaohsiung.Report with { Conveyance = Kaohsiung.Ship with { Mmsi = "445001245", FlagConfirmed = "PAN" } }));

    [Fact]
    public void A_call_sign_is_compared_with_both_flags() => Assert.Equal(
        ["/conveyance/flagClaimed flagMismatch note"],
        Warnings(Kaohsiung.Report with { Conveyance = Kaohsiung.Ship with { CallSign = "V7AB2", FlagConfirmed = "MHL" } }));

    [Fact]
    public void Container_numbers_are_looked_at() => Assert.Equal(
        ["/conveyance/containers/1 containerNumber note"],
        Warnings(Kaohsiung.Report with { Conveyance = new Shipment { Containers = ["CSQU3054383", "CSQU3054384"] } }));
}
