using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

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
    public static async Task<ShownTask> Answer(this CaseTask it, InterdictionDb db, Envelope envelope, Caller caller, CancellationToken stop)
    {
        (envelope.Resource, envelope.ETag) = (it.Id, it.ETag);
        var report = it.BoardingId is { } duty ? await db.ReportOf(duty).Select(x => x.Number).SingleOrDefaultAsync(stop) : null;
        return it.Show(it.Case!.Number, report, caller);
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

    /// <param name="report">Number of the report that a duty follows; null where the caller does not read it.</param>
    public static ShownTask Show(this CaseTask it, string caseNumber, string? report, Caller caller) => new()
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
        BoardingId = report is null ? null : it.BoardingId,
        BoardingNumber = report,
        Reason = it.Reason,
        Originator = it.Originator,
        OpenedBy = it.OpenedBy,
        OpenedAt = it.At,
        EndedBy = it.EndedBy,
        EndedAt = it.EndedAt,
    };
}
