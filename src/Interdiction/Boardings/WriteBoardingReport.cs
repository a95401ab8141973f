using FluentValidation;
using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Custody;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Law;
using Interdiction.Pipeline;

namespace Interdiction.Boardings;

/// <summary>An officer of the originator writes a draft or returned report anew; its case and marking stay as they are.</summary>
public sealed record WriteBoardingReport(Guid Id, FiledReport Report) : ICommand<FiledReport>, IChange<Boarding>, IIdempotent
{
    public static Permission Needs => Permission.WriteReports;

    public IMessage<FiledReport> Again(Guid resource) => new GetBoardingReport(resource);

    internal sealed class Validator : AbstractValidator<WriteBoardingReport>
    {
        // The marking may be left out of a PUT: it does not change there.
        public Validator(TimeProvider clock) => this.Body(x => x.Report, new BoardingReportValidator(clock, needsMarking: false));
    }

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope, Markings markings, ReportParts parts, ExhibitsInCustody custody, LawBook law, TimeProvider clock)
        : ICommandHandler<WriteBoardingReport, FiledReport>
    {
        public async Task<Result<FiledReport>> Handle(WriteBoardingReport message, CancellationToken stop)
        {
            var it = db.Loaded(message);
            if (Moved(it, message.Report).ToArray() is { Length: > 0 } moved)
                return Refusal.Invalid(moved);
            var written = message.Report.AsWritten() with { Id = it.Id, CaseId = it.CaseId, Marking = it.Marking };
            var named = parts.Name(written, it.Current.Report);
            if (await custody.Touched(it.Id, it.Current.Report, named, stop) is { } touched)
                return touched;
            if (await parts.Claim(named, stop) is { } taken)
                return taken;
            if (it.Write(named, Screener.Screen(named.Manifest), caller, clock.Now()) is { } refusal)
                return refusal;
            return it.Answer(envelope, caller, law);
        }

        IEnumerable<Fault> Moved(Boarding it, BoardingReport report)
        {
            if (report.Id is { } id && id != it.Id)
                yield return new Fault("/id", "fixed", "The id of a report does not change.");
            if (report.CaseId is { } @case && @case != it.CaseId)
                yield return new Fault("/caseId", "fixed", "A report stays in its case.");
            if (report.Marking is { } marking && !Same(markings.Complete(marking), it.Marking))
                yield return new Fault("/marking", "fixed", "The marking is changed by its own command, not by writing the report.");
        }

        static bool Same(Marking a, Marking b) =>
            a.Classification == b.Classification && a.ReleasableTo.ToHashSet().SetEquals(b.ReleasableTo) && a.Caveats.ToHashSet().SetEquals(b.Caveats)
            && a.PositionPrecision == b.PositionPrecision && a.Team?.Unit == b.Team?.Unit && (a.Team?.People ?? []).ToHashSet().SetEquals(b.Team?.People ?? []);
    }
}
