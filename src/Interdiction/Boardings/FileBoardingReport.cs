using FluentValidation;
using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Law;
using Interdiction.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Boardings;

/// <summary>
/// An officer files the report of a boarding: one document, one transaction. Without a case it opens one with the
/// report's title and marking. Once submitted it is never changed, only amended.
/// </summary>
/// <param name="As">A draft; submitted at once, or announced before the boarding as an intent: a report that lacks what that takes is then not stored.</param>
public sealed record FileBoardingReport(BoardingReport Report, BoardingState As = BoardingState.Draft) : ICommand<FiledReport>, ICreate
{
    public static Permission Needs => Permission.FileReports;

    public Guid? Id => Report.Id;

    /// <summary>The message of the parameters <c>submit</c> and <c>intent</c>.</summary>
    public static Result<FileBoardingReport> Of(BoardingReport report, bool? submit, bool? intent) => (submit, intent) switch
    {
        (true, true) => Refusal.BadParameter("intent", "an intent is announced before the boarding, and submitted after it: give 'intent' or 'submit', not both."),
        (true, _) => new FileBoardingReport(report, BoardingState.Submitted),
        (_, true) => new FileBoardingReport(report, BoardingState.Intent),
        _ => new FileBoardingReport(report),
    };

    public IMessage<FiledReport> Again(Guid resource) => new GetBoardingReport(resource);

    internal sealed class Validator : AbstractValidator<FileBoardingReport>
    {
        public Validator(TimeProvider clock) => this.Body(x => x.Report, new BoardingReportValidator(clock));
    }

    internal sealed class Handler(
        InterdictionDb db, Caller caller, Envelope envelope, Markings markings, CaseNumbers numbers, ReportParts parts, LawBook law, TimeProvider clock)
        : ICommandHandler<FileBoardingReport, FiledReport>
    {
        public async Task<Result<FiledReport>> Handle(FileBoardingReport message, CancellationToken stop)
        {
            if (await markings.Check(message.Report.Marking!, stop) is { } refusal)
                return refusal;
            var now = clock.Now();
            var named = parts.Name(message.Report with { Id = message.Report.Id ?? clock.NewId(), Marking = markings.Complete(message.Report.Marking!) });
            if (await parts.Claim(named, stop) is { } taken)
                return taken;
            var year = (named.StartedAt ?? now).Year;

            var opened = named.CaseId is { } id ? await Find(id, stop) : await Open(named, year, now, stop);
            if (opened.Refusal is { } noCase)
                return noCase;
            var boarding = Boarding.File(opened.Value, await numbers.Next("BR", year, stop), named, Screener.Screen(named.Manifest), caller, now, message.As is BoardingState.Intent ? BoardingState.Intent : BoardingState.Draft);
            if (message.As is BoardingState.Intent && boarding.Unannounced(law.For(caller.Partner)) is { Length: > 0 } missing)
                return Refusal.Invalid(missing);
            if (message.As is BoardingState.Submitted && boarding.Move(BoardingMove.Submitted, null, [], law.For(caller.Partner), caller, now) is { } blocked)
                return blocked;
            db.Boardings.Add(boarding);
            return boarding.Answer(envelope, caller, law);
        }

        async Task<Result<Case>> Find(Guid id, CancellationToken stop) =>
            await db.Cases.Include(x => x.Participants).SingleOrDefaultAsync(x => x.Id == id, stop) switch
            {
                null => Refusal.Invalid(new Fault("/caseId", "unknownReference", "There is no such case that you can read. Leave it out to open one.")),
                { Status: not (CaseStatus.Open or CaseStatus.UnderReview) } closed =>
                    Refusal.Invalid(new Fault("/caseId", "wrongState", $"Case {closed.Number} is closed: it takes no more reports.")),
                var found => found,
            };

        async Task<Result<Case>> Open(BoardingReport report, int year, DateTimeOffset now, CancellationToken stop)
        {
            var opened = Case.Open(clock.NewId(), await numbers.Next("INT", year, stop), report.Title!, report.Mode!.Value, report.Marking!, caller, now, byItself: false);
            db.Cases.Add(opened);
            // Nothing else may be made under this id: it would be read by the case's reader rows, and the case by its own.
            db.IssuedIds.Add(new IssuedId { Id = opened.Id, Record = opened.Id });
            return opened;
        }
    }
}
