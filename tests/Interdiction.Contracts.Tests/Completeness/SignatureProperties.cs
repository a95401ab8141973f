using CsCheck;
using Interdiction.Contracts.Reference;
using Xunit;

namespace Interdiction.Contracts.Tests;

/// <summary>Whatever a register and a report hold, silence and declarations count by signed rows alone.</summary>
public sealed class SignatureProperties
{
    static readonly string[] Flags = ["LBR", "PAN", "BLZ", "MHL"];
    static readonly string[] Partners = ["USA", "AUS"];
    static readonly string[] Bases = ["BILATERAL", "SUA_8BIS_D", "SUA_8BIS_E", "CRA_2003", "UNFSA_21"];
    static readonly FlagConsent[] Silent = [FlagConsent.Deemed, FlagConsent.Unanswered, FlagConsent.NotRequired, FlagConsent.Requested];
    static readonly Gen<string?> Signer = Gen.Bool.Select(x => x ? "adviser" : null);
    static readonly Gen<DateOnly?> Day = Gen.Int[2000, 2030].Select(x => x % 5 == 0 ? (DateOnly?)null : new DateOnly(x, 6, 1));

    static readonly Gen<BoardingAgreement> Agreement = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 1], Signer, Gen.Enum<SilenceEffect>(), Day).Select((flag, partner, by, silence, since) =>
        ReferenceData.BoardingAgreements["PSI-PA"] with { Code = $"{Partners[partner]}-{Flags[flag]}", Flag = Flags[flag], Partner = Partners[partner], VerifiedBy = by, Silence = silence, EnteredIntoForce = since, ClockHours = 2 });

    static readonly Gen<SuaNotification> Declaration = Gen.Select(Gen.Int[0, 3], Gen.Bool, Signer, Day, Day).Select((flag, d, by, from, to) => new SuaNotification(Flags[flag], d ? "d" : "e", from, to, by, null));

    static readonly Gen<LegalRegister> Register = Gen.Select(Signer.Array[Bases.Length], Agreement.Array[0, 6], Declaration.Array[0, 6]).Select((by, agreements, declared) =>
        new LegalRegister(ReferenceData.LegalBases.Values.ToDictionary(x => x.Code, x => Array.IndexOf(Bases, x.Code) is >= 0 and var i ? x with { VerifiedBy = by[i] } : x), agreements, declared));

    sealed record Boarded(string Basis, FlagConsent Answer, string Flag, string Partner, DateOnly Day)
    {
        public BoardingReport Report => Kaohsiung.Report with
        {
            Mode = Mode.Sea,
            Place = new() { Latitude = 10, Longitude = 60, Zone = Zone.HighSeas },
            StartedAt = new DateTimeOffset(Day, TimeOnly.MinValue, TimeSpan.Zero),
            EndedAt = null,
            Conveyance = Kaohsiung.Ship with { FlagClaimed = Flag, FlagConfirmed = null },
            LegalBases = [new() { Code = Basis, Grounds = "reasonable grounds" }],
            Consent = new() { Flag = Answer, Master = MasterConsent.Given },
        };
    }

    static readonly Gen<Boarded> Boarding = Gen.Select(Gen.Int[0, Bases.Length - 1], Gen.Int[0, Silent.Length - 1], Gen.Int[0, 3], Gen.Int[0, 1], Gen.Int[2000, 2030]).Select((basis, answer, flag, partner, year) =>
        new Boarded(Bases[basis], Silent[answer], Flags[flag], Partners[partner], new DateOnly(year, 12, 1)));

    /// <summary>What must be signed before silence or a declaration can stand for an answer, said a second time.</summary>
    static bool IsVouchedFor(LegalRegister register, Boarded it)
    {
        var agreement = register.Agreements.Any(x => x.VerifiedBy is not null && x.Flag == it.Flag && x.Partner == it.Partner && x.EnteredIntoForce <= it.Day);
        bool Declared(string paragraph) => register.Notifications.Any(x => x.VerifiedBy is not null && x.Flag == it.Flag && x.Paragraph == paragraph);
        return it.Basis switch
        {
            "BILATERAL" => agreement,
            "CRA_2003" => agreement && register.Bases[it.Basis].VerifiedBy is not null,
            "SUA_8BIS_D" => Declared("d") && register.Bases[it.Basis].VerifiedBy is not null,
            "SUA_8BIS_E" => Declared("e") && register.Bases[it.Basis].VerifiedBy is not null,
            _ => register.Bases[it.Basis].VerifiedBy is not null,
        };
    }

    [Fact]
    public void What_nobody_signed_never_lets_silence_or_a_declaration_satisfy()
    {
        var (passed, blocked) = (0, 0);
        Gen.Select(Register, Boarding).Sample((register, it) =>
        {
            var blocks = Completeness.Of(it.Report, register, it.Partner).Any(x => x.Severity is Severity.BlocksAcceptance && x.Code is WarningCodes.ConsentMissing or WarningCodes.NotVerified);
            if (blocks)
                Interlocked.Increment(ref blocked);
            else
                Interlocked.Increment(ref passed);
            return blocks || IsVouchedFor(register, it);
        }, iter: 20_000);
        Assert.True(passed > 100 && blocked > 100, $"{passed} passed, {blocked} blocked: nothing was looked at.");
    }

    [Fact]
    public void As_shipped_silence_and_declarations_satisfy_nothing() => Boarding.Sample(it =>
        Completeness.Of(it.Report, LegalRegister.Default, it.Partner).Any(x => x.Severity is Severity.BlocksAcceptance && x.Code is WarningCodes.ConsentMissing or WarningCodes.NotVerified));

    [Fact]
    public void Each_set_takes_its_own_fields_and_no_others()
    {
        string Faults(string set, RowSignature it) => string.Join(' ', new SignatureValidator(set).Validate(it).Errors.Select(x => $"{x.PropertyName}:{x.ErrorCode}"));
        var agreement = new RowSignature { ClockHours = 2, ClockStarts = ClockStart.Acknowledged, Silence = SilenceEffect.DeemedAuthorised, EnteredIntoForce = new(2004, 12, 1), Source = "Article 4" };
        Assert.Equal("", Faults("boarding-agreements", agreement));
        Assert.Equal("", Faults("boarding-agreements", new() { Silence = SilenceEffect.None, Source = "Article 4" }));
        Assert.Equal("Source:required", Faults("boarding-agreements", agreement with { Source = " " }));
        Assert.Equal("ClockHours:outOfRange", Faults("boarding-agreements", agreement with { ClockHours = 0 }));
        Assert.Equal("ClockHours:required ClockStarts:notHere", Faults("boarding-agreements", agreement with { ClockHours = null }));
        Assert.Equal("ClockStarts:notHere", Faults("boarding-agreements", agreement with { ClockStarts = ClockStart.OralRequest }));
        Assert.Equal("Silence:required", Faults("boarding-agreements", agreement with { Silence = null }));
        Assert.Equal("Silence:unknownCode", Faults("boarding-agreements", agreement with { Silence = SilenceEffect.PerAgreement }));
        Assert.Equal("Notified:notHere", Faults("boarding-agreements", agreement with { Notified = new(2010, 1, 1) }));
        Assert.Equal("", Faults("legal-bases", new() { Source = "Article 8bis" }));
        Assert.Equal("ClockHours:notHere ClockStarts:notHere Silence:notHere EnteredIntoForce:notHere", Faults("legal-bases", agreement));
        Assert.Equal("Notified:required", Faults("sua-notifications", new() { Source = "Depositary" }));
        Assert.Equal("Withdrawn:order", Faults("sua-notifications", new() { Notified = new(2010, 1, 1), Withdrawn = new(2009, 1, 1), Source = "Depositary" }));
        Assert.Equal("", Faults("sua-notifications", new() { Notified = new(2010, 1, 1), Withdrawn = new(2012, 1, 1), Source = "Depositary" }));
    }
}
