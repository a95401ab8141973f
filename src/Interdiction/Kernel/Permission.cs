using Interdiction.Contracts;

namespace Interdiction.Kernel;

/// <summary>What the caller must be to the record.</summary>
public enum Relation
{
    /// <summary>No record is concerned.</summary>
    None,

    /// <summary>The caller's partner is the originator.</summary>
    Own,

    /// <summary>The record is readable.</summary>
    Seen,

    /// <summary>The caller is of the case's lead partner.</summary>
    Lead,

    /// <summary>The record is addressed to the caller's partner.</summary>
    Addressed,

    /// <summary>The caller's partner is the originator, or it is the partner's work.</summary>
    OwnOrAssigned,

    /// <summary>What the caller's partner administers. Who does not administer is told so, and nothing of what there is.</summary>
    Administered,

    /// <summary>The caller is of the case's lead partner or of the coordination cell, and did not write the record.</summary>
    ReviewerNotAuthor,

    /// <summary>The caller's partner has custody of the exhibit.</summary>
    Custodian,

    /// <summary>An exhibit was handed to the caller, or to its partner, by somebody else.</summary>
    Receiver,
}

/// <summary>The acting table: who may do what. Reading is decided by the reader table, before this.</summary>
public sealed record Permission
{
    static readonly Role[] Everyone = Enum.GetValues<Role>();

    Permission(string name, Relation relation, params Role[] roles) => (Name, Relation, Roles) = (name, relation, roles);

    /// <summary>The permission's name in camelCase, as audit and documentation show it.</summary>
    public string Name { get; }
    public Relation Relation { get; }
    public IReadOnlyList<Role> Roles { get; }

    /// <summary>The grant that it takes beside the role; null for none.</summary>
    public string? Grant { get; private init; }

    /// <summary>The background job whose right it is; then it is nobody else's.</summary>
    public Job? Job { get; private init; }

    /// <summary>See who one is.</summary>
    public static Permission KnowOneself { get; } = new("knowOneself", Relation.None, Everyone);

    /// <summary>See to one's own sessions and to how one signs in.</summary>
    public static Permission KeepOwnAccess { get; } = new("keepOwnAccess", Relation.None, Everyone);

    /// <summary>Read reference data, and screen text against it.</summary>
    public static Permission ReadReference { get; } = new("readReference", Relation.None, Everyone);

    /// <summary>Read what the reader table opens; a role that reads no content finds nothing.</summary>
    public static Permission ReadContent { get; } = new("readContent", Relation.Seen, Everyone);
    public static Permission OpenCases { get; } = new("openCases", Relation.None, Role.Officer, Role.Coordinator);
    public static Permission FileReports { get; } = new("fileReports", Relation.None, Role.Officer);
    public static Permission WriteReports { get; } = new("writeReports", Relation.Own, Role.Officer);
    public static Permission ReviewReports { get; } = new("reviewReports", Relation.ReviewerNotAuthor, Role.Coordinator);
    public static Permission ReviewCases { get; } = new("reviewCases", Relation.ReviewerNotAuthor, Role.Coordinator);
    /// <summary>Count what one reads.</summary>
    public static Permission ReadStatistics { get; } = new("readStatistics", Relation.None, Role.Coordinator, Role.Auditor);
    public static Permission PrintReports { get; } = new("printReports", Relation.Seen, Role.Officer, Role.Coordinator, Role.Auditor);

    public static Permission ChangeCases { get; } = new("changeCases", Relation.Own, Role.Officer, Role.Coordinator);
    public static Permission ChooseParticipants { get; } = new("chooseParticipants", Relation.Lead, Role.Coordinator);
    public static Permission NarrowMarkings { get; } = new("narrowMarkings", Relation.Own, Role.Officer, Role.Coordinator);

    /// <summary>Ask who can read a record of one's own.</summary>
    public static Permission ExplainAccess { get; } = new("explainAccess", Relation.Own, Role.Officer, Role.Coordinator, Role.Auditor);

    /// <summary>Ask who opened and printed a record of one's own.</summary>
    public static Permission ReadDisclosures { get; } = new("readDisclosures", Relation.Own, Role.Coordinator, Role.Auditor);

    /// <summary>Propose or withdraw an act that needs a second person; the act's own permission is asked besides.</summary>
    public static Permission Propose { get; } = new("propose", Relation.None, Role.Officer, Role.Coordinator);

    /// <summary>Approve or refuse what somebody else proposed; the act's own permission is asked besides.</summary>
    public static Permission DecideProposals { get; } = new("decideProposals", Relation.None, Role.Coordinator);
    public static Permission ProposeWidening { get; } = new("proposeWidening", Relation.Own, Role.Officer, Role.Coordinator);
    public static Permission Widen { get; } = new("widen", Relation.Own, Role.Coordinator);
    public static Permission CloseCases { get; } = new("closeCases", Relation.Lead, Role.Coordinator);
    public static Permission ReopenCases { get; } = new("reopenCases", Relation.Lead, Role.Coordinator);
    public static Permission MoveLead { get; } = new("moveLead", Relation.Lead, Role.Coordinator);

    /// <summary>Put a case under a legal hold, or lift one.</summary>
    public static Permission HoldCases { get; } = new("holdCases", Relation.Lead, Role.Coordinator) { Grant = Duties.Legal };

    /// <summary>Decide how long a closed case is kept.</summary>
    public static Permission SetRetention { get; } = new("setRetention", Relation.Lead, Role.Coordinator);

    /// <summary>Have a case destroyed whose time is over.</summary>
    public static Permission DestroyCases { get; } = new("destroyCases", Relation.Lead, Role.Coordinator);

    /// <summary>Keep a case that one reads from being destroyed.</summary>
    public static Permission StopDestructions { get; } = new("stopDestructions", Relation.Seen, Role.Coordinator);

    /// <summary>Destroy what was announced, once the notice is over.</summary>
    public static Permission RunDestructions { get; } = new("runDestructions", Relation.None) { Job = Kernel.Job.DestroyCases };

    /// <summary>Say that two vessels are one ship, or that they are not.</summary>
    public static Permission LinkVessels { get; } = new("linkVessels", Relation.Seen, Role.Coordinator);

    /// <summary>Sign rows of the reference data for one's own partner, and withdraw that.</summary>
    public static Permission VerifyLaw { get; } = new("verifyLaw", Relation.Own, Role.Coordinator) { Grant = Duties.Legal };

    /// <summary>Add to the chain of custody of an exhibit.</summary>
    public static Permission RecordCustody { get; } = new("recordCustody", Relation.Custodian, Role.Officer, Role.Coordinator);

    /// <summary>Take over or refuse an exhibit that somebody hands over.</summary>
    public static Permission ReceiveExhibits { get; } = new("receiveExhibits", Relation.Receiver, Role.Officer, Role.Coordinator);
    public static Permission DisposeExhibits { get; } = new("disposeExhibits", Relation.Custodian, Role.Coordinator);

    /// <summary>Ask a flag State for its consent.</summary>
    public static Permission SendConsentRequests { get; } = new("sendConsentRequests", Relation.None, Role.Officer, Role.Coordinator);
    public static Permission WithdrawConsentRequests { get; } = new("withdrawConsentRequests", Relation.Own, Role.Officer, Role.Coordinator);

    /// <summary>Acknowledge and answer what one's own partner is asked as flag State.</summary>
    public static Permission AnswerConsentRequests { get; } = new("answerConsentRequests", Relation.Addressed, Role.Liaison);

    /// <summary>Tell another partner something, or ask it.</summary>
    public static Permission SendDispatches { get; } = new("sendDispatches", Relation.None, Role.Officer, Role.Coordinator);
    public static Permission WithdrawDispatches { get; } = new("withdrawDispatches", Relation.Own, Role.Officer, Role.Coordinator);

    /// <summary>Answer or decline what one's own partner is told or asked.</summary>
    public static Permission AnswerDispatches { get; } = new("answerDispatches", Relation.Addressed, Role.Officer, Role.Coordinator);

    /// <summary>End consent requests whose time has run out.</summary>
    public static Permission RunConsentClocks { get; } = new("runConsentClocks", Relation.None) { Job = Kernel.Job.ConsentClock };

    /// <summary>Mark as read what one was told.</summary>
    public static Permission KeepOwnInbox { get; } = new("keepOwnInbox", Relation.Seen, Everyone);

    /// <summary>Tell people what is due.</summary>
    public static Permission Remind { get; } = new("remind", Relation.None) { Job = Kernel.Job.Reminders };

    /// <summary>Send e-mail.</summary>
    public static Permission SendMail { get; } = new("sendMail", Relation.None) { Job = Kernel.Job.Mailing };

    /// <summary>Say something to the other readers of a case.</summary>
    public static Permission Comment { get; } = new("comment", Relation.Seen, Role.Officer, Role.Coordinator);
    public static Permission OpenTasks { get; } = new("openTasks", Relation.Seen, Role.Officer, Role.Coordinator);
    /// <summary>Open what is to be done after an accepted report.</summary>
    public static Permission OpenDuties { get; } = new("openDuties", Relation.None) { Job = Kernel.Job.OpenDuties };
    public static Permission ChangeTasks { get; } = new("changeTasks", Relation.OwnOrAssigned, Role.Officer, Role.Coordinator);

    /// <summary>Write the narrative of a report in another language.</summary>
    public static Permission Translate { get; } = new("translate", Relation.Seen, Role.Officer, Role.Coordinator);

    /// <summary>Say that another case belongs with one, or that it does not.</summary>
    public static Permission LinkCases { get; } = new("linkCases", Relation.Lead, Role.Coordinator);

    /// <summary>Upload a photo, scan or file for a case, report or exhibit of one's own partner.</summary>
    public static Permission AddAttachments { get; } = new("addAttachments", Relation.Own, Role.Officer, Role.Coordinator);

    /// <summary>End uploads of which nothing more came.</summary>
    public static Permission ExpireUploads { get; } = new("expireUploads", Relation.None) { Job = Kernel.Job.ExpireUploads };

    /// <summary>Say what the scanner found in an attachment.</summary>
    public static Permission ScanEvidence { get; } = new("scanEvidence", Relation.None) { Job = Kernel.Job.ScanEvidence };

    /// <summary>Choose a team of one's own partner for a marking.</summary>
    public static Permission ReadTeams { get; } = new("readTeams", Relation.None, Role.Officer, Role.Coordinator, Role.Auditor);
    public static Permission AdministerAccounts { get; } = new("administerAccounts", Relation.Administered, Role.Administrator);
    public static Permission AdministerTeams { get; } = new("administerTeams", Relation.Administered, Role.Administrator);
    public static Permission NameDeputies { get; } = new("nameDeputies", Relation.Administered, Role.Administrator);

    public static IReadOnlyList<Permission> All { get; } =
    [
        KnowOneself, KeepOwnAccess, ReadReference, ReadContent, OpenCases, FileReports, WriteReports, ReviewReports, ReviewCases, PrintReports, ReadStatistics, ChangeCases, ChooseParticipants,
        NarrowMarkings, ExplainAccess, ReadDisclosures, Propose, DecideProposals, ProposeWidening, Widen, CloseCases, ReopenCases, MoveLead, HoldCases, SetRetention, DestroyCases, StopDestructions, RunDestructions, LinkVessels, VerifyLaw,
        RecordCustody, ReceiveExhibits, DisposeExhibits, SendConsentRequests, WithdrawConsentRequests, AnswerConsentRequests, RunConsentClocks,
        SendDispatches, WithdrawDispatches, AnswerDispatches,
        Comment, OpenTasks, OpenDuties, ChangeTasks, KeepOwnInbox, Remind, SendMail, AddAttachments, ExpireUploads, ScanEvidence,
        Translate, LinkCases,
        ReadTeams, AdministerAccounts, AdministerTeams, NameDeputies,
    ];

    public bool IsHeldBy(Caller caller) => Job is null ? Roles.Any(caller.Has) && (Grant is null || caller.Grants.Contains(Grant)) : caller.Job == Job;

    /// <summary>The partner whose right it is to act on the record; null where it is everybody's who reads it.</summary>
    public string? HolderFor(ISubject subject) => (Relation, subject) switch
    {
        (Relation.Seen, _) => null,
        (Relation.Lead, _) => subject.Lead,
        (Relation.Custodian, IHeld held) => held.Custodian,
        _ => subject.Originator,
    };

    /// <summary>The rules that keep the caller from acting on the record; none where it may.</summary>
    /// <param name="subject">The record, already found readable; null where none is concerned.</param>
    /// <param name="deputy">True for one whom the partner of the right named as its deputy for this act.</param>
    public IEnumerable<string> Against(Caller caller, ISubject? subject, bool deputy = false)
    {
        if (!IsHeldBy(caller))
            yield return $"The permission {Name} belongs to {(Job is null ? $"the role {string.Join(" or ", Roles.Select(Code<Role>.Of))}{(Grant is null ? "" : $" with the grant {Grant}")}" : "the system itself")}.";
        if (subject is null)
            yield break;
        if (Relation is Relation.Own or Relation.Administered && subject.Originator != caller.Partner && !deputy)
            yield return $"Only the originator, {subject.Originator}, may do this.";
        if (Relation is Relation.OwnOrAssigned && subject.Originator != caller.Partner && (subject as IAssigned)?.Owner != caller.Partner)
            yield return $"Only the originator, {subject.Originator}, or whose work it is, {(subject as IAssigned)?.Owner}, may do this.";
        if (Relation is Relation.Lead && subject.Lead != caller.Partner && !deputy)
            yield return $"Only the lead partner, {subject.Lead}, may do this.";
        if (Relation is Relation.Custodian && subject is IHeld held && held.Custodian != caller.Partner && !deputy)
            yield return $"Only the partner that has custody, {held.Custodian}, may do this.";
        if (Relation is Relation.Receiver && subject is IHandedOver { Receiver: { } receiver } handed)
        {
            if (receiver != caller.Partner)
                yield return $"Only the receiver, {receiver}, may do this.";
            if (subject.IsAuthor(caller.Id))
                yield return "Four eyes: nobody ends a hand-over that they made themselves.";
            else if (handed.Meant is { } person && person != caller.Id && !caller.Has(Role.Coordinator))
                yield return "Somebody else is named for it: they, or a coordinator of the same partner, may do this.";
        }
        if (Relation is Relation.Addressed && (subject as IAddressed)?.Addressee is var addressee && addressee != caller.Partner)
            yield return $"Only {addressee}, to which it is addressed, may do this.";
        if (Relation is Relation.ReviewerNotAuthor)
        {
            if (subject.Lead != caller.Partner && !caller.IsCell)
                yield return $"Only the lead partner, {subject.Lead}, or the coordination cell may do this.";
            if (subject.IsAuthor(caller.Id))
                yield return "Four eyes: nobody reviews what they filed or wrote themselves.";
        }
    }
}
