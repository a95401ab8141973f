namespace Interdiction.Tests.Access;

/// <summary>Narrowing, need to know and what is masked inside a record.</summary>
static partial class Oracle
{
    /// <summary>A change of marking that its maker may make: never above their own clearance, and never wider without a second person.</summary>
    static Verdict Mark(Principal who, Act act, ReportFacts it)
    {
        var label = act.IsAboutReport ? it.Label : it.Case.Label;
        return act switch
        {
            Act.NarrowCaseToSecret or Act.NarrowReportToSecret => who.Clearance >= Level.Secret ? 200 : 403,
            Act.WidenCaseAlone or Act.WidenReportAlone => label.IsForAll ? 200 : 403,
            _ => 200,
        };
    }

    /// <summary>Of a team's people the originator alone is told.</summary>
    public static bool ShowsTeam(Principal who, string originator, Label label) => who.Partner == originator && label.Need is not Need.Everybody;

    /// <summary>Who is not suspected is named to the originator, and to coordinators of partners that the record is released to.</summary>
    public static bool ShowsPersons(Principal who, ReportFacts it) => who.Partner == it.Originator || who.IsCoordinator;

    /// <summary>Latitude of the matrix's reports, as exactly as it is released.</summary>
    public static string Latitude(Principal who, ReportFacts it) => who.Partner == it.Originator ? "22.6167" : it.Label.Precision switch
    {
        Precision.Exact => "22.6167",
        Precision.TenthOfDegree => "22.6",
        Precision.Degree => "23",
    };

    /// <summary>True for a partner of whom somebody can read the case.</summary>
    static bool ReadsIt(string partner, CaseFacts it) =>
        partner == it.Originator || (it.OpenedByItself || it.HoldsSubmitted) && (it.Label.IsForAll || it.Label.ReleasableTo.Contains(partner));

    static bool ReadsIt(string partner, ReportFacts it) =>
        ReadsIt(partner, it.Case) && (partner == it.Originator || it.EverSubmitted && (it.Label.IsForAll || it.Label.ReleasableTo.Contains(partner)));

    /// <summary>The partners that read the record of an act as it stands.</summary>
    public static IEnumerable<string> Readers(Act act, ReportFacts it) =>
        Principal.Readers.Where(x => act.IsAboutReport ? ReadsIt(x, it) : ReadsIt(x, it.Case));

    /// <summary>The partners that would read it, were it marked as the act has it.</summary>
    public static IEnumerable<string> ReadersAfter(Act act, ReportFacts it)
    {
        var (of, originator) = act.IsAboutReport ? (it.Label, it.Originator) : (it.Case.Label, it.Case.Originator);
        var to = of with { ReleasableTo = act.IsNarrowing ? [originator] : ["ALL"] };
        return Readers(act, act.IsAboutReport ? it with { Label = to } : it with { Case = it.Case with { Label = to } });
    }
}
