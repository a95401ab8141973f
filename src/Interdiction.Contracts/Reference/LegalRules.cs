namespace Interdiction.Contracts.Reference;

/// <summary>What a legal basis asks of the flag State.</summary>
public enum FlagConsentRule { NotRequired, Express, Tacit, Advance, GoodFaithEffort, PerAgreement }

/// <summary>What starts the clock of a request for consent.</summary>
public enum ClockStart { Received, Acknowledged, OralRequest }

/// <summary>What the flag State's silence means when the clock has run out.</summary>
public enum SilenceEffect { None, DeemedAuthorised, PerAgreement }

/// <summary>Whether a legal basis lets the boarding State keep what it found.</summary>
public enum SeizurePower { Yes, No, NationalLaw, AsConsented, PerAgreement }

/// <summary>
/// A row of the register of legal bases: where it applies, what it asks and what it gives. A row that a legal adviser
/// has not signed never lets silence or an advance declaration stand for consent.
/// </summary>
/// <param name="Zones">Zones in which it applies; empty where it is bound to none.</param>
/// <param name="ClockHours">Hours that the flag State has for its answer.</param>
/// <param name="MasterConsent">The master's own consent is the basis.</param>
/// <param name="GivesBoarding">Gives a right to board or inspect; a political commitment gives none.</param>
/// <param name="SoleBasisAllowed">False where it must never be the only basis.</param>
/// <param name="VerifiedBy">The legal adviser who signed the row; null until then.</param>
public sealed record LegalRule(
    string Code, string Title, string Instrument, string? Article, IReadOnlyList<Zone> Zones, FlagConsentRule FlagConsent,
    int? ClockHours, ClockStart? ClockStarts, SilenceEffect? Silence, bool MasterConsent, bool GivesBoarding, SeizurePower GivesSeizure,
    bool SoleBasisAllowed, string? DutiesAfter, string? Notes, DateOnly? ValidFrom, DateOnly? ValidTo, string? VerifiedBy, string Confidence)
{
    internal static LegalRule Of(CsvRow row) => new(
        row.Text("code"), row.Text("title"), row.Text("instrument"), row["article"],
        [.. row.List("zones").Select(x => Number.Code<Zone>(x)!.Value)], Number.Code<FlagConsentRule>(row.Text("flag_consent"))!.Value,
        Number.Whole(row["clock_hours"]), Number.Code<ClockStart>(row["clock_starts"]), Number.Code<SilenceEffect>(row["silence_effect"]),
        row.Text("master_consent") is "needed", row.Text("gives_boarding") is "yes", Number.Code<SeizurePower>(row.Text("gives_seizure"))!.Value,
        row.Text("sole_basis_allowed") is "yes", row["duties_after"], row["notes"],
        Number.Date(row["valid_from"]), Number.Date(row["valid_to"]), row["verified_by"], row.Text("confidence"));
}

/// <summary>An agreement by which a flag State lets a partner board its ships. Unsigned by a legal adviser, it asks for express consent.</summary>
/// <param name="Flag">ISO 3166-1 alpha-3 of the flag State.</param>
/// <param name="Partner">ISO 3166-1 alpha-3 of the boarding State.</param>
public sealed record BoardingAgreement(
    string Code, string Flag, string FlagName, string Partner, string Instrument, string? Article, DateOnly? Signed, DateOnly? EnteredIntoForce,
    int? ClockHours, ClockStart? ClockStarts, SilenceEffect? Silence, string? VerifiedBy, string? Source, string? Confidence)
{
    internal static BoardingAgreement Of(CsvRow row) => new(
        row.Text("code"), row.Text("flag_alpha3"), row.Text("flag"), row.Text("partner_alpha3"), row.Text("instrument"), row["article"],
        Number.Date(row["signed"]), Number.Date(row["entered_into_force"]), Number.Whole(row["clock_hours"]),
        Number.Code<ClockStart>(row["clock_starts"]), Number.Code<SilenceEffect>(row["silence_effect"]), row["verified_by"], row["source"], row["confidence"]);
}

/// <summary>A flag State's declaration under article 8bis(5)(d) or (e) of the SUA Convention as amended in 2005.</summary>
/// <param name="Paragraph">d (silence for four hours authorises) or e (authorised in advance).</param>
public sealed record SuaNotification(string Flag, string Paragraph, DateOnly? Notified, DateOnly? Withdrawn, string? VerifiedBy, string? Source)
{
    /// <summary>PAN-d.</summary>
    public string Code => $"{Flag}-{Paragraph}";

    internal static SuaNotification Of(CsvRow row) =>
        new(row.Text("flag_alpha3"), row.Text("paragraph"), Number.Date(row["notified"]), Number.Date(row["withdrawn"]), row["verified_by"], row["source"]);
}
