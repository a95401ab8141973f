using Interdiction.Contracts;
using Interdiction.Kernel;

namespace Interdiction.CaseWork;

/// <summary>The one step between a stored comment or task and every answer: it masks the marking for the caller.</summary>
static class ShownWork
{
    /// <summary>Answers with the comment, which came with its case.</summary>
    public static ShownComment Answer(this Comment it, Envelope envelope, Caller caller)
    {
        (envelope.Resource, envelope.ETag) = (it.Id, it.ETag);
        return it.Show(it.Case!.Number, caller);
    }

    /// <summary>Answers with the task as it now stands, which came with its case.</summary>
    public static ShownTask Answer(this CaseTask it, Envelope envelope, Caller caller)
    {
        (envelope.Resource, envelope.ETag) = (it.Id, it.ETag);
        return it.Show(it.Case!.Number, caller);
    }

    public static ShownComment Show(this Comment it, string caseNumber, Caller caller) => new()
    {
        Id = it.Id,
        CaseId = it.CaseId,
        Text = it.Text,
        Marking = Masking.Of(it.Marking, caller.StandingTo(it.Originator)),
        CaseNumber = caseNumber,
        Originator = it.Originator,
        WrittenBy = it.WrittenBy,
        WrittenAt = it.At,
    };

    public static ShownTask Show(this CaseTask it, string caseNumber, Caller caller) => new()
    {
        Id = it.Id,
        CaseId = it.CaseId,
        Title = it.Title,
        Text = it.Text,
        Owner = it.Owner,
        DueAt = it.DueAt,
        Marking = Masking.Of(it.Marking, caller.StandingTo(it.Originator)),
        CaseNumber = caseNumber,
        State = it.State,
        Duty = it.Duty,
        BoardingId = it.Boarding?.Id,
        BoardingNumber = it.Boarding?.Number,
        Reason = it.Reason,
        Originator = it.Originator,
        OpenedBy = it.OpenedBy,
        OpenedAt = it.At,
        EndedBy = it.EndedBy,
        EndedAt = it.EndedAt,
    };
}
