namespace Interdiction.Tests.Access;

/// <summary>What is done with a case, then with a report in it: first what reads, then what changes.</summary>
enum Act
{
    ReadCase, ReadContents, ReadTimeline, ReadCaseTransitions, PrintCase, ReadParticipants, ReadCaseMarking, ReadCaseAccess, ReadCaseDisclosures,
    TakeCaseUnderReview, OpenCaseAgain, CloseCaseAlone, ArchiveCaseAlone, ChangeTitle, BringIn, TakeOut, TakeOutLead,
    NarrowCase, NarrowCaseToSecret, WidenCaseAlone,
    FileIntoCase, ProposeWideningCase, ProposeClosing, ProposeReopening, ProposeMovingLead,

    ReadReport, ReadRevisions, ReadFirstRevision, ReadReportTransitions, PrintReport, ReadReportMarking, ReadReportAccess, ReadReportDisclosures, ProposeWideningReport,
    ReadManifest, ReadSeizure, ReadExhibit, PrintCustody, ReadCustodyEvents, ReadCustodyEvent, ReadCustodyTransitions, RecordCustodyEvent, ProposeDisposal,
    Write, Submit, Withdraw, TakeIntoReview, Return, Accept, Amend, Announce, MakeDraft, NarrowReport, NarrowReportToSecret, WidenReportAlone,
    AcceptTransfer, RefuseTransfer,
}

/// <summary>The If-Match that comes with a change.</summary>
enum Precondition { Star, Missing, Stale }

/// <summary>What an answer should be.</summary>
/// <param name="Pointer">Where a 422 points to.</param>
readonly record struct Verdict(int Status, string Pointer = "")
{
    public static implicit operator Verdict(int status) => new(status);

    public override string ToString() => $"{Status}{(Pointer.Length > 0 ? $" on {Pointer}" : "")}";
}

/// <summary>How the acts group.</summary>
static class ActKinds
{
    extension(Act act)
    {
        public bool IsAboutReport => act >= Act.ReadReport;
        public bool IsProposal => act is Act.ProposeWideningReport or Act.ProposeDisposal or >= Act.ProposeWideningCase and <= Act.ProposeMovingLead;
        public bool IsNarrowing => act is Act.NarrowCase or Act.NarrowCaseToSecret or Act.NarrowReport or Act.NarrowReportToSecret;
        public bool IsMarking => act.IsNarrowing || act is Act.WidenCaseAlone or Act.WidenReportAlone;
        public bool NeedsIfMatch => act is >= Act.TakeCaseUnderReview and <= Act.WidenCaseAlone or >= Act.Write;
    }
}
