using Interdiction.Contracts.Reference;

namespace Interdiction.Contracts;

/// <summary>
/// Whether the flag State's answer satisfies a legal basis. Granted satisfies every rule. Silence and advance
/// declarations count only where a legal adviser has signed what they rest on; until then such a rule asks for express
/// consent. A good-faith effort is satisfied by asking.
/// </summary>
static class ConsentRules
{
    // Rows of the register whose rule stands in another table.
    const string Bilateral = "BILATERAL", SuaFourHours = "SUA_8BIS_D", SuaAdvance = "SUA_8BIS_E";

    public static IEnumerable<Warning> Of(LegalRule rule, int index, BoardingReport report, LegalRegister register, string? originator)
    {
        if (rule.MasterConsent && report.Consent?.Master is { } master and not MasterConsent.Given)
            yield return new("/consent/master", WarningCodes.ConsentMissing, $"{rule.Code} rests on the master's own consent, which is {Code<MasterConsent>.Of(master)}.", Severity.BlocksAcceptance);
        if (report.Consent?.Flag is not { } answer || Satisfied(rule, answer, report, register, originator))
            yield break;
        yield return Relied(rule.FlagConsent, answer) && !Verified(rule, report, register, originator)
            ? new($"/legalBases/{index}/code", WarningCodes.NotVerified,
                $"{rule.Code} is relied on without an express answer, but no legal adviser has signed that its rule holds for this flag: until then it asks for express consent.", Severity.BlocksAcceptance)
            : new("/consent/flag", WarningCodes.ConsentMissing, Why(rule, answer), Severity.BlocksAcceptance);
    }

    static string Why(LegalRule rule, FlagConsent answer) => rule.FlagConsent is FlagConsentRule.GoodFaithEffort
        ? $"{rule.Code} asks for a good-faith effort to get the flag State's consent: record that it was requested."
        : $"{rule.Code} asks for the flag State's consent; its answer is {Code<FlagConsent>.Of(answer)}.";

    static bool Satisfied(LegalRule rule, FlagConsent answer, BoardingReport report, LegalRegister register, string? originator)
    {
        if (answer is FlagConsent.Granted)
            return true;
        // A flag State that declines and directs its ship to port has acted itself, where that is what happened.
        if (answer is FlagConsent.DirectedToPort && report.Outcome is Outcome.DirectedToPort)
            return true;
        return rule.FlagConsent switch
        {
            FlagConsentRule.NotRequired => true,
            FlagConsentRule.Express => false,
            FlagConsentRule.GoodFaithEffort => answer is not FlagConsent.NotRequired,
            FlagConsentRule.Advance => answer is not (FlagConsent.Refused or FlagConsent.DirectedToPort) && Verified(rule, report, register, originator),
            FlagConsentRule.Tacit or FlagConsentRule.PerAgreement => answer is FlagConsent.Deemed && Verified(rule, report, register, originator),
            _ => false,
        };
    }

    /// <summary>The boarding rests on silence or a declaration, not on an answer.</summary>
    static bool Relied(FlagConsentRule rule, FlagConsent answer) => rule switch
    {
        FlagConsentRule.Tacit or FlagConsentRule.PerAgreement => answer is FlagConsent.Deemed or FlagConsent.Unanswered,
        FlagConsentRule.Advance => answer is FlagConsent.Deemed or FlagConsent.Unanswered or FlagConsent.NotRequired,
        _ => false,
    };

    static bool Verified(LegalRule rule, BoardingReport report, LegalRegister register, string? originator)
    {
        var flag = report.Conveyance switch { Vessel ship => ship.FlagConfirmed ?? ship.FlagClaimed, Aircraft aircraft => aircraft.StateOfRegistry, _ => null };
        var day = report.StartedAt is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : (DateOnly?)null;
        // The row of bilateral agreements only points to them; every other row is signed for itself as well.
        if (rule.VerifiedBy is null && rule.Code is not Bilateral)
            return false;
        return rule switch
        {
            { FlagConsent: FlagConsentRule.PerAgreement } => register.Agreement(flag, originator, day) is { Silence: SilenceEffect.DeemedAuthorised },
            { Code: SuaFourHours } => register.Notified(flag, "d", day),
            { Code: SuaAdvance } => register.Notified(flag, "e", day),
            _ => true,
        };
    }
}
