using Interdiction.Administration;
using Interdiction.Archives;
using Interdiction.Audit;
using Interdiction.Boardings;
using Interdiction.Cargo;
using Interdiction.CaseLinks;
using Interdiction.Cases;
using Interdiction.CaseWork;
using Interdiction.Consents;
using Interdiction.Custody;
using Interdiction.Dispatches;
using Interdiction.Evidence;
using Interdiction.Holds;
using Interdiction.Identity;
using Interdiction.Contracts;
using Interdiction.Kernel;
using Interdiction.Law;
using Interdiction.Mailing;
using Interdiction.Notifications;
using Interdiction.Pipeline;
using Interdiction.Proposals;
using Interdiction.Search;
using Interdiction.Translations;
using Interdiction.Vessels;
using Microsoft.AspNetCore.Identity;
using OpenIddict.EntityFrameworkCore.Models;

namespace Interdiction.Data.RowSecurity;

/// <summary>What the application's login may do with a table, and with which of its rows.</summary>
/// <param name="May">What it may do at all. Nobody deletes records; nobody changes evidence.</param>
/// <param name="Insert">Condition of a new row.</param>
/// <param name="Rows">Condition of a row that is read, changed or deleted; null for the reading predicate where there is the reading filter, and for all rows elsewhere.</param>
/// <param name="And">A further condition of a row that the reading predicate opens.</param>
/// <param name="Derives">What is also done while reader rows are derived, whoever may read the row.</param>
/// <param name="Job">What a background job does, with rows that nobody opens to it.</param>
/// <param name="IsFound">True where rows are found by an index that PostgreSQL must not use under row-level security: a view of the owner's repeats the condition.</param>
sealed record TableRule(May May, string? Insert = null, string? Rows = null, string? And = null, May Derives = May.Nothing, JobRule? Job = null, bool IsFound = false);

/// <summary>The rows that a background job needs for its work, and no others.</summary>
/// <param name="Rows">Condition of a row that it reads, adds or changes.</param>
/// <param name="Other">What another job does; null for none.</param>
sealed record JobRule(Job Job, May May, string Rows, JobRule? Other = null)
{
    public string Working => $"(SELECT current_setting('interdiction.job', true)) = '{Code<Job>.Of(Job)}'";
}

[Flags]
enum May
{
    Nothing = 0,
    Select = 1,
    Insert = 2,
    Update = 4,
    Delete = 8,
    Add = Select | Insert,
    Keep = Add | Update,
    All = Keep | Delete,
}

/// <summary>The rule of every table. A table without one is not granted: whoever adds a table decides here.</summary>
static class TableRules
{
    public const string Partner = "(SELECT NULLIF(current_setting('interdiction.partner', true), ''))";
    public const string ReadsAs = "(SELECT NULLIF(current_setting('interdiction.reads_as', true), ''))";
    public const string Deriving = "(SELECT current_setting('interdiction.derives', true)) = 'on'";
    const string ReadsContent = "'00000000-0000-0000-0000-000000000000'::uuid = ANY (" + RowPolicies.Audiences + ")";
    const string Account = "(SELECT NULLIF(current_setting('interdiction.account', true), '')::uuid)";

    // Which part belongs to which record the write guard and the handlers decide; here it takes somebody who is known.
    const string Known = Partner + " IS NOT NULL";
    const string Originator = "\"Originator\" = " + Partner;

    static string Read(string record) => $"EXISTS (SELECT FROM readers o WHERE o.\"RecordId\" = {record} AND {RowPolicies.Row("o")})";

    /// <summary>What is deleted, once its end was announced, with the case in this column.</summary>
    static JobRule Ends(string @case, JobRule? other = null, May may = May.Select | May.Delete) =>
        new(Job.DestroyCases, may, $"EXISTS (SELECT FROM destructions d WHERE d.\"CaseId\" = {@case} AND d.\"State\" = {(int)DestructionState.Announced})", other);

    /// <summary>The same with the report in this column: of reports the job sees those that end.</summary>
    static JobRule EndsWith(string report, JobRule? other = null) => new(Job.DestroyCases, May.Select | May.Delete, $"EXISTS (SELECT FROM boardings b WHERE b.\"Id\" = {report})", other);

    public static IReadOnlyDictionary<Type, TableRule> All { get; } = new Dictionary<Type, TableRule>
    {
        [typeof(Case)] = new(May.Keep, Originator, Derives: May.Select, Job: Ends("cases.\"Id\"")),
        [typeof(Boarding)] = new(May.Keep, Originator, Derives: May.Select, Job: Ends("boardings.\"CaseId\"", new(Job.OpenDuties, May.Select, "\"Accepted\" > 0"))),
        [typeof(BoardingRevision)] = new(May.Keep, Known, Derives: May.Select | May.Update, Job: Ends("boarding_revisions.\"CaseId\"", new(Job.OpenDuties, May.Select | May.Update, "\"AcceptedAt\" IS NOT NULL"))),
        [typeof(Participant)] = new(May.All, Known, Job: Ends("participants.\"CaseId\"")),
        [typeof(CaseEvent)] = new(May.Add, "\"Partner\" = " + Partner, Job: Ends("case_events.\"CaseId\"", new(Job.DestroyCases, May.Insert, "\"Kind\" = 'destructionStopped'", new(Job.ConsentClock, May.Insert, "\"Kind\" IN ('consentDeemed', 'consentUnanswered')", new(Job.OpenDuties, May.Insert, "\"Kind\" = 'taskOpened'"))))),
        [typeof(ConsentRequest)] = new(May.Keep, Originator, Derives: May.Select, Job: Ends("consent_requests.\"CaseId\"", new(Job.ConsentClock, May.Select | May.Update, "\"DueAt\" IS NOT NULL", new(Job.Reminders, May.Select, "\"DueAt\" IS NOT NULL")))),
        // A dispatch is ended by whom it is addressed to.
        [typeof(Dispatch)] = new(May.Keep, Originator, Derives: May.Select),
        // Of a comment nothing but its marking is changed, which the write guard sees to; a task is also changed by whose work it is.
        [typeof(Comment)] = new(May.Keep, Originator, Derives: May.Select, Job: Ends("comments.\"CaseId\"")),
        [typeof(CaseTask)] = new(May.Keep, Originator, Derives: May.Select, Job: Ends("tasks.\"CaseId\"", new(Job.OpenDuties, May.Add, "\"Duty\" IS NOT NULL", new(Job.Reminders, May.Select, "\"DueAt\" IS NOT NULL")))),
        // An attachment is read by its own rows, and by those of the record that it belongs to.
        [typeof(Attachment)] = new(May.Keep, Originator, And: $"EXISTS (SELECT FROM readers b WHERE b.\"RecordId\" = attachments.\"RecordId\" AND b.\"Revision\" >= attachments.\"Revision\" AND {RowPolicies.Row("b")})",
            Derives: May.Select,
            // Whether another attachment came with the same file is asked of all.
            Job: new(Job.DestroyCases, May.Select, "true", Ends("attachments.\"CaseId\"", new(Job.ScanEvidence, May.Select | May.Update, $"\"State\" <> {(int)EvidenceState.Unscanned}"), May.Delete))),
        // A file on its way is its uploader's alone.
        [typeof(Upload)] = new(May.All, $"{Originator} AND \"Uploader\" = {Account}", "\"Uploader\" = " + Account, Job: new(Job.ExpireUploads, May.Select | May.Delete, "true", new(Job.DestroyCases, May.Select, "true"))),
        // A hold that one coordinator of the lead set is lifted by another, or by a deputy.
        [typeof(LegalHold)] = new(May.Keep, Originator, Derives: May.Select, Job: Ends("legal_holds.\"CaseId\"")),
        // Any partner that reads the case stops its end; what is left of it is told to who could read it.
        [typeof(Destruction)] = new(May.Keep, Originator, Job: new(Job.DestroyCases, May.Select | May.Update, "true")),
        [typeof(DestroyedEntry)] = new(May.Select, "false", Job: new(Job.DestroyCases, May.Add, "true")),
        [typeof(CargoLine)] = new(May.Add | May.Delete, Known, Job: EndsWith("cargo_lines.\"BoardingId\"")),
        [typeof(LineMatch)] = new(May.Add | May.Delete, Known, Job: EndsWith("line_matches.\"BoardingId\"")),
        [typeof(ExhibitEntry)] = new(May.Add | May.Delete, Known, Job: EndsWith("exhibits.\"BoardingId\"")),
        // The receiver of an exhibit changes the custodian of a chain, and ends a transfer, that another partner wrote down.
        [typeof(CustodyChain)] = new(May.Keep, Originator, Job: EndsWith("custody_chains.\"BoardingId\"")),
        [typeof(CustodyEvent)] = new(May.Keep, Originator, Job: EndsWith("custody_events.\"BoardingId\"")),
        [typeof(VesselClaim)] = new(May.Add | May.Delete, $"{Known} OR {Deriving}", Derives: May.Select | May.Delete, Job: EndsWith("vessel_claims.\"BoardingId\"")),
        [typeof(VesselKey)] = new(May.Add | May.Delete, $"{Known} OR {Deriving}", Derives: May.Select, Job: EndsWith("vessel_keys.\"BoardingId\"")),
        // That two vessels are one is told to who reads both, and undone by any two of them.
        [typeof(VesselLink)] = new(May.Keep, "\"Partner\" = " + Partner, And: Read("\"Second\""), Job: new(Job.DestroyCases, May.Select | May.Delete, "EXISTS (SELECT FROM boardings b WHERE b.\"Id\" IN (\"First\", \"Second\"))")),
        [typeof(Translation)] = new(May.Add, Originator, Derives: May.Select, Job: EndsWith("translations.\"BoardingId\"")),
        // That two cases belong together is told to who reads both, and changed by the leads of both.
        [typeof(CaseLink)] = new(May.All, "\"Partner\" = " + Partner, And: Read("\"Second\""), Job: new(Job.DestroyCases, May.Select | May.Delete, "EXISTS (SELECT FROM cases c WHERE c.\"Id\" IN (\"First\", \"Second\"))")),
        // What a partner proposes is told to itself and its deputies, and not to who only answers for a flag State; what is every reader's right, to who reads both records.
        [typeof(Proposal)] = new(May.Keep, Originator, And: $"{ReadsContent} AND CASE WHEN \"OtherRecord\" IS NULL THEN \"Originator\" = {ReadsAs} OR EXISTS (SELECT FROM deputies d WHERE d.\"For\" = \"Originator\" AND d.\"Partner\" = {ReadsAs}) ELSE {Read("\"OtherRecord\"")} END",
            Job: new(Job.DestroyCases, May.Select | May.Delete, "true")),

        [typeof(SearchEntry)] = new(May.Add | May.Delete, $"{Known} OR {Deriving}", Derives: May.Select, Job: Ends("search_entries.\"CaseId\""), IsFound: true),
        // Which of a partner's people a notification is for the inbox says. A job tells of what nobody did, and streams ask for whom there is something.
        [typeof(Notification)] = new(May.Add | May.Delete, Known, And: $"\"Partner\" = {ReadsAs} AND (\"Account\" IS NULL OR \"Account\" = {Account})",
            Job: new(Job.Reminders, May.Add | May.Delete, "true", new(Job.DestroyCases, May.Add | May.Delete, "true", new(Job.ConsentClock, May.Insert, "true", new(Job.OpenDuties, May.Insert, "true", new(Job.EventStreams, May.Select, "true")))))),
        [typeof(NotificationRead)] = new(May.Add | May.Delete, $"\"Account\" = {Account}", $"\"Account\" = {Account}", Job: new(Job.Reminders, May.Select | May.Delete, "true", new(Job.DestroyCases, May.Select | May.Delete, "true"))),

        [typeof(Reader)] = new(May.All, Deriving, RowPolicies.Row("readers"), Derives: May.All),
        [typeof(PastReader)] = new(May.Add, Deriving, Deriving),
        [typeof(IdempotencyKey)] = new(May.Add, "\"Caller\" = " + Account, "\"Caller\" = " + Account),
        // An entry is of the caller's partner; of nobody's where nobody is known, such as one who fails to sign in. An originator is told who opened its records.
        [typeof(AuditEntry)] = new(May.Add, $"\"Partner\" = {Partner} OR {Partner} IS NULL", "\"Partner\" = " + Partner, Derives: May.Select),

        // Read by everybody, signed for one's own partner.
        [typeof(LegalSignature)] = new(May.Add, "\"Partner\" = " + Partner, "true"),

        // These hold no content, or must be asked before anybody is known.
        [typeof(IssuedId)] = new(May.Add),
        [typeof(IssuedNumber)] = new(May.Add),
        [typeof(Kernel.Partner)] = new(May.Keep),
        [typeof(Account)] = new(May.Keep),
        [typeof(Team)] = new(May.All),
        [typeof(Deputy)] = new(May.All),
        [typeof(Invitation)] = new(May.Keep),
        [typeof(Reminder)] = new(May.Add),
        [typeof(Mail)] = new(May.All),
        [typeof(Session)] = new(May.All),
        [typeof(Authenticator)] = new(May.All),
        [typeof(RecoveryCode)] = new(May.All),
        [typeof(Person)] = new(May.All),
        [typeof(IdentityUserClaim<Guid>)] = new(May.All),
        [typeof(IdentityUserLogin<Guid>)] = new(May.All),
        [typeof(IdentityUserToken<Guid>)] = new(May.All),
        [typeof(IdentityUserPasskey<Guid>)] = new(May.All),
        [typeof(OpenIddictEntityFrameworkCoreApplication<Guid>)] = new(May.All),
        [typeof(OpenIddictEntityFrameworkCoreAuthorization<Guid>)] = new(May.All),
        [typeof(OpenIddictEntityFrameworkCoreScope<Guid>)] = new(May.All),
        [typeof(OpenIddictEntityFrameworkCoreToken<Guid>)] = new(May.All),
    };
}
