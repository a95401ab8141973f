using Interdiction.Contracts;
using Interdiction.Kernel;
using Interdiction.Law;

namespace Interdiction.Boardings;

/// <summary>
/// The one step between a stored report and every answer, page and sheet of paper: it reads the record, masks it for the
/// caller, and adds what the system answers about it. Nothing else that shows a report reads one.
/// </summary>
static class Shown
{
    /// <param name="newest">The newest revision that the caller is shown, where <paramref name="revision"/> is an earlier one.</param>
    public static FiledReport Of(Boarding boarding, BoardingRevision revision, string caseNumber, Caller caller, LawBook law, BoardingRevision? newest = null)
    {
        var standing = caller.StandingTo(boarding.Originator);
        var masked = Masking.Of(revision.Report, boarding.Marking.PositionPrecision, standing, newest?.Report);
        return new FiledReport(masked.Report)
        {
            Id = boarding.Id,
            CaseId = boarding.CaseId,
            Marking = Masking.Of(boarding.Marking, standing),
            Number = boarding.Number,
            CaseNumber = caseNumber,
            Revision = revision.Number,
            State = revision.State,
            Originator = boarding.Originator,
            FiledBy = boarding.FiledBy,
            FiledAt = boarding.FiledAt,
            SubmittedAt = revision.SubmittedAt,
            AcceptedAt = revision.AcceptedAt,
            Screening = revision.Screening,
            // Found in the whole text; a warning may repeat what it is about.
            Warnings = [.. revision.Warnings(law.For(boarding.Originator)).Where(x => !masked.Hides(x.Pointer))],
            Masked = masked.Fields,
        };
    }

    /// <param name="revisions">All that the caller may see, oldest first.</param>
    public static IReadOnlyList<RevisionHead> Of(Boarding boarding, IReadOnlyList<BoardingRevision> revisions, Caller caller)
    {
        var standing = caller.StandingTo(boarding.Originator);
        var texts = revisions.Select(x => Masking.Of(x.Report, boarding.Marking.PositionPrecision, standing, revisions[^1].Report).Report).ToList();
        return [.. revisions.Select((x, i) => new RevisionHead(x.Number, x.State, x.WrittenBy, x.WrittenAt, x.SubmittedAt, i == 0 ? [] : Differences.Between(texts[i - 1], texts[i])))];
    }

    /// <summary>What a report is found by: as the originator's people and coordinators are shown it, and as the others are. Positions are searched by <see cref="ShownColumns"/>.</summary>
    public static (BoardingReport Named, BoardingReport Unnamed) Searched(BoardingRevision revision) =>
        (revision.Report, Masking.Of(revision.Report, null, Standing.Other).Report);

    /// <summary>An exhibit in its seizure, which no mask touches, and when it was seized.</summary>
    /// <param name="Seizure">The seizure with this exhibit alone.</param>
    /// <param name="At">End of the boarding, else its start; null where the report has neither.</param>
    public sealed record SeizedExhibit(Seizure Seizure, DateTimeOffset? At)
    {
        public Exhibit Exhibit => Seizure.Exhibits[0];
    }

    /// <summary>An exhibit as a revision has it; null where it does not have it.</summary>
    public static SeizedExhibit? Seized(BoardingRevision revision, Guid exhibit) =>
        (from seizure in revision.Report.Seizures
         from it in seizure.Exhibits
         where it.Id == exhibit
         select new SeizedExhibit(seizure with { Exhibits = [it] }, revision.Report.EndedAt ?? revision.Report.StartedAt)).FirstOrDefault();

    /// <summary>A seizure as a revision has it; null where it does not have it.</summary>
    public static Seizure? Seizure(BoardingRevision revision, Guid id) => revision.Report.Seizures.FirstOrDefault(x => x.Id == id);

    /// <summary>What is dangerous about an exhibit, by cargo lines, which no mask touches; null where nothing is known.</summary>
    public static Hazard? HazardOf(BoardingRevision revision, Exhibit exhibit) => Hazard.Of(revision.Report, exhibit, revision.Screening);

    /// <summary>The marking of a report, as its parts show it too.</summary>
    public static Marking MarkingOf(Boarding boarding, Caller caller) => Masking.Of(boarding.Marking, caller.StandingTo(boarding.Originator));

    public static BoardingHead Of(BoardingHead head, Caller caller) => head with { Marking = Masking.Of(head.Marking, caller.StandingTo(head.Originator)) };

    /// <summary>Answers a command with the report as it now stands.</summary>
    public static FiledReport Answer(this Boarding boarding, Envelope envelope, Caller caller, LawBook law)
    {
        (envelope.Resource, envelope.ETag) = (boarding.Id, boarding.ETag);
        return Of(boarding, boarding.Current, boarding.Case.Number, caller, law);
    }
}
