namespace Interdiction.Tests.Access;

/// <summary>
/// Says what the specification expects, and is written from it alone: the reading predicate and the acting table of
/// access.md, the table of states of api.md, and the order 404, 403, 428 or 412, 409 or 422. What a body asks for is
/// looked at after If-Match. It shares nothing with the product, so that the two can disagree.
/// </summary>
static partial class Oracle
{
    /// <summary>Rules 1, 2, 3, 5 and 6 of the reading predicate for a case.</summary>
    public static bool CanRead(Principal who, CaseFacts it) =>
        Fits(who, it.Originator, it.Label) && (it.OpenedByItself || it.HoldsSubmitted || who.Partner == it.Originator);

    /// <summary>Rules 1 to 6 of the reading predicate for a report.</summary>
    public static bool CanRead(Principal who, ReportFacts it) =>
        Fits(who, it.Originator, it.Label) && CanRead(who, it.Case) && (it.EverSubmitted || who.Partner == it.Originator);

    /// <summary>A partner other than the originator keeps seeing the accepted revision while an amendment is drafted.</summary>
    public static int RevisionShown(Principal who, ReportFacts it) => it.Stage is Stage.Amended && who.Partner == it.Originator ? 2 : 1;

    /// <summary>Officers open cases, and so do coordinators, up to their own clearance.</summary>
    public static int OpenCase(Principal who, Level marking) => (who.IsOfficer || who.IsCoordinator) && who.Clearance >= marking ? 200 : 403;

    public static int FileNew(Principal who, Level marking) => who.IsOfficer && who.Clearance >= marking ? 200 : 403;

    /// <summary>The answer to a dry run or a read.</summary>
    public static Verdict Expect(Principal who, Act act, Precondition precondition, ReportFacts it) => act switch
    {
        Act.FileIntoCase => !who.IsOfficer ? 403 : CanRead(who, it.Case) ? 200 : new Verdict(422, "/caseId"),
        _ when act.IsProposal => Propose(who, act, it),
        _ when !(act.IsAboutReport ? CanRead(who, it) : CanRead(who, it.Case)) => 404,
        _ when !MayAct(who, act, it) => 403,
        _ when act.NeedsIfMatch && precondition is Precondition.Missing => 428,
        _ when act.NeedsIfMatch && precondition is Precondition.Stale => 412,
        _ when act.IsMarking => Mark(who, act, it),
        Act.TakeOut => it.Case.HasGuest ? 204 : 404,
        _ => StateAllows(act, it.Stage) ? 200 : 409,
    };

    static bool Fits(Principal who, string originator, Label label) =>
        (who.IsOfficer || who.IsCoordinator || who.IsAuditor)
        && who.Clearance >= label.Level
        && (who.Partner == originator ? label.Needs(who.Post) : label.ReleasableTo.Contains(who.Partner) || label.ReleasableTo.Contains("ALL"));

    static bool MayAct(Principal who, Act act, ReportFacts it)
    {
        var own = who.Partner == (act.IsAboutReport ? it.Originator : it.Case.Originator);
        return act switch
        {
            Act.Write or Act.Submit or Act.Withdraw or Act.Amend or Act.Announce or Act.MakeDraft => own && who.IsOfficer,
            Act.TakeIntoReview or Act.Return or Act.Accept => Reviews(who, it.Case) && who != it.Author,
            Act.TakeCaseUnderReview or Act.OpenCaseAgain or Act.CloseCaseAlone or Act.ArchiveCaseAlone => Reviews(who, it.Case),
            Act.BringIn or Act.TakeOut or Act.TakeOutLead => who.IsCoordinator && who.Partner == it.Case.Lead,
            // The acting table does not name it. Who may open a case may correct what it is called.
            Act.ChangeTitle => own && (who.IsOfficer || who.IsCoordinator),
            _ when act.IsMarking => own && (who.IsOfficer || who.IsCoordinator),
            // The originator of the matrix's reports has custody of what it seized. Nothing is handed over there, so there is no receiver who alone may end it.
            Act.RecordCustodyEvent => own && (who.IsOfficer || who.IsCoordinator),
            Act.AcceptTransfer or Act.RefuseTransfer => who.IsOfficer || who.IsCoordinator,
            Act.ReadCaseAccess or Act.ReadReportAccess => own,
            // It is what the audit log tells of a record: an officer reads their own actions there, no more.
            Act.ReadCaseDisclosures or Act.ReadReportDisclosures => own && (who.IsCoordinator || who.IsAuditor),
            _ => who.IsOfficer || who.IsCoordinator || who.IsAuditor,
        };
    }

    static bool Reviews(Principal who, CaseFacts it) => who.IsCoordinator && (who.Partner == it.Lead || who.Partner == Principal.Cell);

    static bool StateAllows(Act act, Stage stage) => act switch
    {
        Act.Write or Act.Withdraw => stage is Stage.Announced or Stage.Draft or Stage.Returned or Stage.Amended,
        Act.Submit => stage is Stage.Draft or Stage.Returned or Stage.Amended,
        Act.TakeIntoReview => stage is Stage.Submitted,
        Act.Return or Act.Accept => stage is Stage.InReview,
        // An accepted report goes back to a draft as its next revision.
        Act.Amend => stage is Stage.Accepted,
        Act.MakeDraft => stage is Stage.Accepted or Stage.Announced,
        // The case is open, closing goes by proposal, and the lead does not leave; an intent is announced when it is filed.
        Act.OpenCaseAgain or Act.CloseCaseAlone or Act.ArchiveCaseAlone or Act.TakeOutLead or Act.Announce => false,
        // What was seized is final.
        Act.AcceptTransfer or Act.RefuseTransfer => false,
        _ => true,
    };
}
