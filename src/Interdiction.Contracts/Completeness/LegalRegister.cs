using Interdiction.Contracts.Reference;

namespace Interdiction.Contracts;

/// <summary>
/// The legal bases, agreements and declarations that a report is judged by. The tables of the assembly are the default;
/// who keeps rows signed by a legal adviser elsewhere makes one from those.
/// </summary>
public sealed record LegalRegister(IReadOnlyDictionary<string, LegalRule> Bases, IReadOnlyCollection<BoardingAgreement> Agreements, IReadOnlyCollection<SuaNotification> Notifications)
{
    /// <summary>The sets of reference data whose rows a legal adviser signs.</summary>
    public const string BasisSet = "legal-bases", AgreementSet = "boarding-agreements", DeclarationSet = "sua-notifications";

    public static LegalRegister Default { get; } = new(ReferenceData.LegalBases, ReferenceData.BoardingAgreements.Values, ReferenceData.SuaNotifications);

    /// <summary>The rule of a basis; null for no code or an unknown one.</summary>
    public LegalRule? Rule(string? code) => code is not null && Bases.TryGetValue(code, out var rule) ? rule : null;

    /// <summary>An agreement, signed by a legal adviser and in force, under which this partner may board ships of the flag; any partner's where none is given.</summary>
    /// <param name="on">The day of the boarding; null for any.</param>
    public BoardingAgreement? Agreement(string? flag, string? partner, DateOnly? on) =>
        Agreements.FirstOrDefault(x => x is { VerifiedBy: not null, EnteredIntoForce: { } since } && (on is null || since <= on) && x.Flag == flag && (partner is null || x.Partner == partner));

    /// <summary>The agreement of a code, signed by a legal adviser or not; null for no code or an unknown one.</summary>
    public BoardingAgreement? AgreementOf(string? code) => code is null ? null : Agreements.FirstOrDefault(x => x.Code == code);

    /// <summary>The rows as they are served.</summary>
    public IEnumerable<ReferenceSet> AsSets() => ReferenceSets.Of(this);

    /// <summary>The flag State made this declaration, did not withdraw it, and a legal adviser signed the row.</summary>
    /// <param name="on">The day of the boarding; null for any.</param>
    public bool Notified(string? flag, string paragraph, DateOnly? on) => Notifications.Any(x =>
        x.VerifiedBy is not null && x.Flag == flag && x.Paragraph == paragraph
        && (on is null || (x.Notified is null || x.Notified <= on) && (x.Withdrawn is null || x.Withdrawn > on)));
}
