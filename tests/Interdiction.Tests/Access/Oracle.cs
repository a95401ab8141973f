namespace Interdiction.Tests.Access;

/// <summary>What a test knows of a marking, because it made it.</summary>
sealed record Label(Level Level, params string[] ReleasableTo);

/// <param name="OpenedByItself">Opened before any report, and so read by its marking.</param>
/// <param name="HoldsSubmitted">At least one report in it was submitted.</param>
sealed record CaseFacts(string Originator, string Lead, Label Label, bool OpenedByItself, bool HoldsSubmitted);

/// <summary>How far a report came; <see cref="Amended"/> is the draft of revision 2 over an accepted revision 1.</summary>
enum Stage { Draft, Submitted, InReview, Returned, Accepted, Amended, WithdrawnDraft, WithdrawnReturned }

/// <param name="Author">Who filed it.</param>
sealed record ReportFacts(CaseFacts Case, string Originator, Label Label, Stage Stage, Principal Author)
{
    public bool EverSubmitted => Stage is not (Stage.Draft or Stage.WithdrawnDraft);
}

/// <summary>What is done with a case or with a report in it.</summary>
enum Act
{
    ReadCase, ReadContents, ReadTimeline, ReadCaseTransitions, PrintCase, TakeCaseUnderReview, OpenCaseAgain, FileIntoCase,
    ReadReport, ReadRevisions, ReadFirstRevision, ReadReportTransitions, PrintReport,
    Write, Submit, Withdraw, TakeIntoReview, Return, Accept, Amend,
}

/// <summary>The If-Match that comes with a change.</summary>
enum Precondition { Star, Missing, Stale }

/// <summary>
/// Says what the specification expects, and is written from it alone: the reading predicate and the acting table of
/// access.md, the table of states of api.md, and the order 404, 403, 428 or 412, 409 or 422. It shares nothing with the
/// product, so that the two can disagree.
/// </summary>
static class Oracle
{
    /// <summary>Rules 1, 2, 3 and 5 of the reading predicate for a case.</summary>
    public static bool CanRead(Principal who, CaseFacts it) =>
        Fits(who, it.Originator, it.Label) && (it.OpenedByItself || it.HoldsSubmitted || who.Partner == it.Originator);

    /// <summary>Rules 1 to 5 of the reading predicate for a report.</summary>
    public static bool CanRead(Principal who, ReportFacts it) =>
        Fits(who, it.Originator, it.Label) && CanRead(who, it.Case) && (it.EverSubmitted || who.Partner == it.Originator);

    /// <summary>A partner other than the originator keeps seeing the accepted revision while an amendment is drafted.</summary>
    public static int RevisionShown(Principal who, ReportFacts it) => it.Stage is Stage.Amended && who.Partner == it.Originator ? 2 : 1;

    /// <summary>Officers open cases, and so do coordinators, up to their own clearance.</summary>
    public static int OpenCase(Principal who, Level marking) => (who.IsOfficer || who.IsCoordinator) && who.Clearance >= marking ? 200 : 403;

    public static int FileNew(Principal who, Level marking) => who.IsOfficer && who.Clearance >= marking ? 200 : 403;

    public static bool NeedsIfMatch(Act act) => act is Act.TakeCaseUnderReview or Act.OpenCaseAgain || IsReportChange(act);

    public static bool IsAboutReport(Act act) => act >= Act.ReadReport;

    /// <summary>The status of a dry run or a read; the case is open.</summary>
    public static int Expect(Principal who, Act act, Precondition precondition, ReportFacts it) => act switch
    {
        Act.FileIntoCase => !who.IsOfficer ? 403 : CanRead(who, it.Case) ? 200 : 422,
        _ when !(IsAboutReport(act) ? CanRead(who, it) : CanRead(who, it.Case)) => 404,
        _ when !MayAct(who, act, it) => 403,
        _ when NeedsIfMatch(act) && precondition is Precondition.Missing => 428,
        _ when NeedsIfMatch(act) && precondition is Precondition.Stale => 412,
        _ => StateAllows(act, it.Stage) ? 200 : 409,
    };

    static bool Fits(Principal who, string originator, Label label) =>
        (who.IsOfficer || who.IsCoordinator || who.IsAuditor)
        && who.Clearance >= label.Level
        && (who.Partner == originator || label.ReleasableTo.Contains(who.Partner) || label.ReleasableTo.Contains("ALL"));

    static bool IsReportChange(Act act) => act >= Act.Write;

    static bool MayAct(Principal who, Act act, ReportFacts it) => act switch
    {
        Act.Write or Act.Submit or Act.Withdraw or Act.Amend => who.IsOfficer && who.Partner == it.Originator,
        Act.TakeIntoReview or Act.Return or Act.Accept => Reviews(who, it.Case) && who != it.Author,
        Act.TakeCaseUnderReview or Act.OpenCaseAgain => Reviews(who, it.Case),
        _ => who.IsOfficer || who.IsCoordinator || who.IsAuditor,
    };

    static bool Reviews(Principal who, CaseFacts it) => who.IsCoordinator && (who.Partner == it.Lead || who.Partner == Principal.Cell);

    static bool StateAllows(Act act, Stage stage) => act switch
    {
        Act.Write or Act.Submit or Act.Withdraw => stage is Stage.Draft or Stage.Returned or Stage.Amended,
        Act.TakeIntoReview => stage is Stage.Submitted,
        Act.Return or Act.Accept => stage is Stage.InReview,
        Act.Amend => stage is Stage.Accepted,
        Act.OpenCaseAgain => false,
        _ => true,
    };
}
