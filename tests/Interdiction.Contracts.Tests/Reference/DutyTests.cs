using Interdiction.Contracts.Reference;
using Xunit;

namespace Interdiction.Contracts.Tests.Reference;

/// <summary>What is to be done after a boarding: rows that stand on a legal basis, and which of them follow a report.</summary>
public sealed class DutyTests
{
    // What has no time by which it is to be done is no duty here: a compensation that may be asked for.
    static readonly string[] WithoutTime = ["NO_NATIONALITY", "SAME_NATIONALITY", "RIGHT_OF_VISIT"];

    static BoardingReport Report(Outcome outcome, FlagConsent flag, params string[] bases) => Kaohsiung.Report with
    {
        Outcome = outcome,
        Consent = new() { Flag = flag, Master = MasterConsent.Given },
        LegalBases = [.. bases.Select(x => new LegalBasis { Code = x, Grounds = "reasonable grounds" })],
    };

    static string Of(BoardingReport report) => string.Join(' ', LegalDuty.Of(report).Select(x => x.Key));

    [Fact]
    public void Every_basis_that_says_what_is_to_be_done_has_its_duties()
    {
        Assert.NotEmpty(ReferenceData.Duties);
        Assert.Equal(ReferenceData.LegalBases.Values.Where(x => x.DutiesAfter is not null && !WithoutTime.Contains(x.Code)).Select(x => x.Code).Order(StringComparer.Ordinal),
            ReferenceData.Duties.Select(x => x.Basis).Distinct().Order(StringComparer.Ordinal));
        Assert.Distinct(ReferenceData.Duties.Select(x => x.Key));
        Assert.All(ReferenceData.Duties, x => Assert.True(x is { DueHours: > 0, Title.Length: <= 200, Confidence: "read" or "recalled" }, x.Key));
        // The treaty itself names no other times than these: 14 days, and 30 days.
        Assert.All(ReferenceData.Duties.Where(x => x.DueSetBy is DutyTerm.Treaty), x => Assert.Contains(x.DueHours, new[] { 14 * 24, 30 * 24 }));
    }

    [Fact]
    public void A_report_is_followed_by_the_duties_of_its_bases_each_once()
    {
        Assert.Equal("COE_156/summary COE_156/jurisdiction FLAG_AD_HOC/results", Of(Report(Outcome.CargoSeized, FlagConsent.Granted, "COE_156", "FLAG_AD_HOC", "COE_156")));
        Assert.Equal("UNSCR_1874_HS/first UNSCR_1874_HS/second", Of(Report(Outcome.CargoSeized, FlagConsent.Granted, "UNSCR_1874_HS")));
        Assert.Equal("UNSCR_1874_HS/first", Of(Report(Outcome.Released, FlagConsent.Granted, "UNSCR_1874_HS") with { Seizures = [] }));
        Assert.Equal("UNSCR_1874_HS/refusal", Of(Report(Outcome.NotBoarded, FlagConsent.Refused, "UNSCR_1874_HS") with { Seizures = [] }));
        Assert.Equal("", Of(Report(Outcome.BoardingRefused, FlagConsent.Granted, "FLAG_AD_HOC") with { Seizures = [] }));
        Assert.Equal("", Of(Report(Outcome.CargoSeized, FlagConsent.NotRequired, "INTERNAL_PORT", "PSI_PRINCIPLES")));
    }

    [Fact]
    public void It_is_due_from_the_acceptance_or_from_the_end_of_the_boarding()
    {
        var (accepted, report) = (new DateTimeOffset(2026, 11, 27, 8, 0, 0, TimeSpan.Zero), Report(Outcome.Released, FlagConsent.Granted, "UNFSA_21"));
        LegalDuty Find(string code) => ReferenceData.Duties.Single(x => x.Key == $"UNFSA_21/{code}");
        Assert.Equal(accepted.AddHours(72), Find("report").DueAt(report, accepted));
        Assert.Equal(report.EndedAt!.Value.AddHours(24), Find("notice").DueAt(report, accepted));
        Assert.Equal(accepted.AddHours(24), Find("notice").DueAt(report with { EndedAt = null }, accepted));
    }
}
