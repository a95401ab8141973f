using Interdiction.Contracts.Reference;
using Xunit;

namespace Interdiction.Contracts.Tests;

public sealed class LawfulnessTests
{
    const string Blocks = "blocksAcceptance";

    static BoardingReport AtSea(FlagConsent flag, params string[] codes) => Kaohsiung.Report with
    {
        Mode = Mode.Sea,
        Place = new() { Latitude = 10, Longitude = 60, Zone = Zone.HighSeas },
        Conveyance = Kaohsiung.Ship with { FlagClaimed = "LBR" },
        LegalBases = [.. codes.Select(x => new LegalBasis { Code = x, Grounds = "reasonable grounds" })],
        Consent = new() { Flag = flag, Master = MasterConsent.Refused },
    };

    static string[] Warnings(BoardingReport report, LegalRegister? register = null, string? originator = null) =>
        [.. Completeness.Of(report, register, originator).Select(x => $"{x.Pointer} {x.Code} {Code<Severity>.Of(x.Severity)}")];

    /// <summary>The register as it would be once a legal adviser had signed all of it.</summary>
    static LegalRegister Signed(params SuaNotification[] notifications) => new(
        ReferenceData.LegalBases.Values.ToDictionary(x => x.Code, x => x with { VerifiedBy = "adviser" }),
        [.. ReferenceData.BoardingAgreements.Values.Select(x => x with { VerifiedBy = "adviser" })],
        notifications);

    [Theory]
    [InlineData("PSI_PRINCIPLES")]
    [InlineData("UNSCR_1540")]
    [InlineData("UNSCR_1718_8F")]
    [InlineData("PSI_PRINCIPLES", "UNSCR_1540")]
    public void Political_commitments_never_stand_alone(params string[] codes) =>
        Assert.Equal(["/legalBases soleBasis blocksSubmission"], Warnings(AtSea(FlagConsent.NotRequired, codes) with { Seizures = [] }));

    [Fact]
    public void Beside_a_basis_in_law_they_may_stand() => Assert.Empty(Warnings(AtSea(FlagConsent.Granted, "PSI_PRINCIPLES", "FLAG_AD_HOC")));

    [Fact]
    public void A_basis_of_another_zone_blocks() =>
        Assert.Equal(["/legalBases/0/code wrongZone " + Blocks], Warnings(AtSea(FlagConsent.NotRequired, "INTERNAL_PORT")));

    [Fact]
    public void Beside_a_basis_that_fits_it_is_a_note() =>
        Assert.Equal(["/legalBases/1/code wrongZone note"], Warnings(AtSea(FlagConsent.NotRequired, "NO_NATIONALITY", "TERRITORIAL_SEA")));

    [Fact]
    public void A_basis_without_power_does_not_mend_the_zone() =>
        Assert.Equal(["/legalBases/1/code wrongZone " + Blocks], Warnings(AtSea(FlagConsent.NotRequired, "PSI_PRINCIPLES", "TERRITORIAL_SEA")));

    [Fact]
    public void A_basis_has_its_time()
    {
        var bases = ReferenceData.LegalBases.Values.ToDictionary(x => x.Code, x => x with { ValidTo = new(2003, 8, 6) });
        Assert.Equal(["/legalBases/0/code notInForce " + Blocks], Warnings(Kaohsiung.Report, LegalRegister.Default with { Bases = bases }));
    }

    [Fact]
    public void Denied_overflight_is_no_boarding()
    {
        var report = AtSea(FlagConsent.NotRequired, "AIR_OVERFLIGHT_DENIED") with { Conveyance = new Aircraft(), Place = new() { Zone = Zone.Airspace, Description = "north" }, Seizures = [] };
        Assert.Equal(["/legalBases noBoardingPower " + Blocks], Warnings(report with { Outcome = Outcome.PersonsDetained }));
        Assert.Equal(["/legalBases noBoardingPower note"], Warnings(report with { Outcome = Outcome.Escorted }));
    }

    [Fact]
    public void Power_to_board_is_not_power_to_keep() => Assert.Equal(
        ["/legalBases noSeizurePower note"],
        Warnings(AtSea(FlagConsent.NotRequired, "MASTER_CONSENT") with { Consent = new() { Flag = FlagConsent.NotRequired, Master = MasterConsent.Given } }));

    [Theory]
    [InlineData("FLAG_AD_HOC")]
    [InlineData("SUA_8BIS_C")]
    [InlineData("DRUG_17")]
    [InlineData("COE_156")]
    [InlineData("MIGRANT_8")]
    [InlineData("UNSCR_1874_HS")]
    [InlineData("UNSCR_2375_HS")]
    [InlineData("BILATERAL")]
    [InlineData("SUA_8BIS_D")]
    [InlineData("SUA_8BIS_E")]
    [InlineData("CRA_2003")]
    [InlineData("UNFSA_21")]
    public void Consent_is_needed_and_granted_is_enough(string code)
    {
        var report = AtSea(FlagConsent.Granted, code) with { Seizures = [] };
        Assert.Empty(Warnings(report));
        foreach (var answer in (FlagConsent[])[FlagConsent.Requested, FlagConsent.Refused, FlagConsent.DirectedToPort])
            Assert.Equal(["/consent/flag consentMissing " + Blocks], Warnings(report with { Consent = report.Consent! with { Flag = answer } }));
        foreach (var answer in (FlagConsent[])[FlagConsent.NotRequired, FlagConsent.Deemed, FlagConsent.Unanswered])
            Assert.EndsWith(Blocks, Warnings(report with { Consent = report.Consent! with { Flag = answer } }).Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FLAG_AD_HOC", FlagConsent.Deemed, "/consent/flag consentMissing")]
    [InlineData("BILATERAL", FlagConsent.Deemed, "/legalBases/0/code notVerified")]
    [InlineData("BILATERAL", FlagConsent.Unanswered, "/legalBases/0/code notVerified")]
    [InlineData("BILATERAL", FlagConsent.NotRequired, "/consent/flag consentMissing")]
    [InlineData("SUA_8BIS_D", FlagConsent.Deemed, "/legalBases/0/code notVerified")]
    [InlineData("SUA_8BIS_E", FlagConsent.NotRequired, "/legalBases/0/code notVerified")]
    public void Silence_under_an_unsigned_rule_is_not_consent(string code, FlagConsent answer, string warning) =>
        Assert.Equal([$"{warning} {Blocks}"], Warnings(AtSea(answer, code) with { Seizures = [] }));

    [Fact]
    public void Another_basis_does_not_mend_missing_consent() =>
        Assert.Equal(["/consent/flag consentMissing " + Blocks], Warnings(AtSea(FlagConsent.Refused, "NO_NATIONALITY", "FLAG_AD_HOC")));

    [Theory]
    [InlineData("LBR", "USA", true)]
    [InlineData("LBR", null, true)]
    [InlineData("LBR", "AUS", false)]
    [InlineData("MLT", "USA", false)]
    [InlineData("PRK", "USA", false)]
    public void A_signed_agreement_lets_silence_count_for_its_partner_alone(string flag, string? originator, bool counts)
    {
        var (begun, before) = (new DateTimeOffset(2004, 12, 9, 2, 0, 0, TimeSpan.Zero), new DateTimeOffset(2004, 12, 8, 2, 0, 0, TimeSpan.Zero));
        var report = AtSea(FlagConsent.Deemed, "BILATERAL") with { StartedAt = begun, EndedAt = begun.AddHours(4), Conveyance = Kaohsiung.Ship with { FlagClaimed = flag } };
        Assert.Equal(counts, Warnings(report, Signed(), originator).Length is 0);
        Assert.Equal(["/consent/flag consentMissing " + Blocks], Warnings(AtSea(FlagConsent.Unanswered, "BILATERAL") with { StartedAt = begun, EndedAt = begun.AddHours(4) }, Signed(), "USA"));
        // Not before it was in force.
        Assert.Equal(["/legalBases/0/code notVerified " + Blocks], Warnings(report with { StartedAt = before, EndedAt = before.AddHours(4) }, Signed(), originator));
    }

    [Fact]
    public void The_flag_that_was_confirmed_decides() => Assert.Single(
        Warnings(AtSea(FlagConsent.Deemed, "BILATERAL") with { Conveyance = Kaohsiung.Ship with { FlagClaimed = "LBR", FlagConfirmed = "MLT" } }, Signed(), "USA"));

    [Fact]
    public void The_four_hour_rule_needs_the_flags_own_declaration()
    {
        var report = AtSea(FlagConsent.Deemed, "SUA_8BIS_D") with { Seizures = [] };
        var notification = new SuaNotification("LBR", "d", new(2003, 1, 1), null, "adviser", null);
        Assert.Empty(Warnings(report, Signed(notification)));
        Assert.Single(Warnings(report, Signed()));
        Assert.Single(Warnings(report, Signed(notification with { Flag = "PAN" })));
        Assert.Single(Warnings(report, Signed(notification with { Paragraph = "e" })));
        Assert.Single(Warnings(report, Signed(notification with { Withdrawn = new(2003, 5, 1) })));
        Assert.Single(Warnings(report, Signed(notification with { Notified = new(2004, 1, 1) })));
        Assert.Single(Warnings(report, Signed(notification with { VerifiedBy = null })));
        Assert.Single(Warnings(report, LegalRegister.Default with { Notifications = [notification] }));
    }

    [Fact]
    public void An_advance_declaration_stands_for_an_answer_but_not_against_one()
    {
        var signed = Signed(new SuaNotification("LBR", "e", null, null, "adviser", null));
        Assert.Empty(Warnings(AtSea(FlagConsent.NotRequired, "SUA_8BIS_E") with { Seizures = [] }, signed));
        Assert.Single(Warnings(AtSea(FlagConsent.Refused, "SUA_8BIS_E") with { Seizures = [] }, signed));
        Assert.Empty(Warnings(AtSea(FlagConsent.NotRequired, "UNFSA_21") with { Seizures = [] }, signed));
    }

    [Theory]
    [InlineData(FlagConsent.NotRequired, false)]
    [InlineData(FlagConsent.Requested, true)]
    [InlineData(FlagConsent.Unanswered, true)]
    [InlineData(FlagConsent.Granted, true)]
    public void A_good_faith_effort_is_to_ask(FlagConsent answer, bool enough) => Assert.Equal(enough, Warnings(AtSea(answer, "UNSCR_2292_LIBYA")).Length is 0);

    [Theory]
    [InlineData(MasterConsent.Given, true)]
    [InlineData(MasterConsent.NotAsked, false)]
    [InlineData(MasterConsent.Refused, false)]
    [InlineData(MasterConsent.Withdrawn, false)]
    public void The_masters_consent_is_the_masters(MasterConsent answer, bool enough) => Assert.Equal(
        enough ? [] : ["/consent/master consentMissing " + Blocks],
        Warnings(AtSea(FlagConsent.NotRequired, "MASTER_CONSENT") with { Seizures = [], Consent = new() { Flag = FlagConsent.NotRequired, Master = answer } }));

    [Theory]
    [InlineData(Outcome.NotBoarded)]
    [InlineData(Outcome.BoardingRefused)]
    public void Where_nobody_went_aboard_nothing_blocks(Outcome outcome)
    {
        Assert.Empty(Warnings(AtSea(FlagConsent.Granted, "BILATERAL") with { Outcome = outcome, Seizures = [] }));
        Assert.Empty(Warnings(AtSea(FlagConsent.Refused, "FLAG_AD_HOC", "MASTER_CONSENT") with { Outcome = outcome, Seizures = [] }));
        Assert.Equal(["/legalBases/0/code wrongZone note"], Warnings(AtSea(FlagConsent.Refused, "TERRITORIAL_SEA") with { Outcome = outcome, Seizures = [] }));
    }

    [Fact]
    public void A_flag_that_directs_its_ship_to_port_has_acted_itself() =>
        Assert.Empty(Warnings(AtSea(FlagConsent.DirectedToPort, "UNSCR_2375_HS") with { Outcome = Outcome.DirectedToPort, Seizures = [] }));

    [Fact]
    public void The_originator_of_a_filed_report_is_its_partner()
    {
        var filed = new FiledReport { Originator = "AUS" };
        var report = AtSea(FlagConsent.Deemed, "BILATERAL");
        filed = filed with { StartedAt = new DateTimeOffset(2005, 3, 1, 2, 0, 0, TimeSpan.Zero), Conveyance = report.Conveyance, LegalBases = report.LegalBases, Consent = report.Consent, Place = report.Place };
        Assert.Contains(Completeness.Of(filed, Signed()), x => x.Code == WarningCodes.NotVerified);
        Assert.DoesNotContain(Completeness.Of(filed with { Originator = "USA" }, Signed()), x => x.Code == WarningCodes.NotVerified);
    }
}
