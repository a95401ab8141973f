namespace Interdiction.Tests.Access;

/// <summary>What is done with translations of a report's narrative.</summary>
enum Translating { FollowThem, ListThem, Translate, TranslateFirst, TranslateSecond, ReadFirst, ReadSecond }

/// <summary>A report of which the first revision was accepted and translated.</summary>
/// <param name="Amended">A second revision was submitted and translated as well, and waits for review.</param>
sealed record TranslationFacts(ReportFacts Report, bool Amended);

/// <summary>Translations: read with the revision that they are of; "translate: officer seen, coordinator seen" of the acting table.</summary>
static partial class Oracle
{
    /// <summary>Until it is accepted the second revision is its originator's and its reviewers'.</summary>
    public static bool CanRead(Principal who, TranslationFacts it, int revision) => CanRead(who, it.Report)
        && (revision == 1 || it.Amended && (who.Partner == it.Report.Originator || who.Partner == it.Report.Case.Lead || who.Partner == Principal.Cell));

    public static Verdict Expect(Principal who, Translating act, TranslationFacts it) => act switch
    {
        Translating.FollowThem => CanRead(who, it.Report.Case) ? 200 : 404,
        Translating.ReadFirst => CanRead(who, it, 1) ? 200 : 404,
        Translating.ReadSecond => CanRead(who, it, 2) ? 200 : 404,
        _ when !CanRead(who, it.Report) => 404,
        Translating.ListThem => 200,
        _ when !(who.IsOfficer || who.IsCoordinator) => 403,
        Translating.TranslateSecond when !CanRead(who, it, 2) => new Verdict(422, "/revision"),
        _ => 200,
    };
}
