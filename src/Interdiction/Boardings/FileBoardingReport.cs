using FluentValidation;
using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Boardings;

/// <summary>
/// An officer files the report of a boarding: one document, one transaction. Without a case it opens one with the
/// report's title and marking. Once submitted it is never changed, only amended.
/// </summary>
/// <param name="Submit">File and submit at once; a report that cannot be submitted is then not stored.</param>
public sealed record FileBoardingReport(BoardingReport Report, bool Submit) : ICommand<FiledReport>, ICreate
{
    public static Permission Needs => Permission.FileReports;

    public Guid? Id => Report.Id;

    public IMessage<FiledReport> Again(Guid resource) => new GetBoardingReport(resource);

    internal sealed class Validator : AbstractValidator<FileBoardingReport>
    {
        public Validator(TimeProvider clock) => this.Body(x => x.Report, new BoardingReportValidator(clock));
    }

    internal sealed class Handler(
        InterdictionDb db, Caller caller, Envelope envelope, Markings markings, CaseNumbers numbers, ReportParts parts, TimeProvider clock)
        : ICommandHandler<FileBoardingReport, FiledReport>
    {
        public async Task<Result<FiledReport>> Handle(FileBoardingReport message, CancellationToken stop)
        {
            if (markings.Check(message.Report.Marking!) is { } refusal)
                return refusal;
            var now = clock.Now();
            var named = parts.Name(message.Report with { Id = message.Report.Id ?? clock.NewId(), Marking = markings.Complete(message.Report.Marking!) });
            if (await parts.Claim(named, stop) is { } taken)
                return taken;
            var year = (named.StartedAt ?? now).Year;

            var opened = named.CaseId is { } id ? await Find(id, stop) : await Open(named, year, now, stop);
            if (opened.Refusal is { } noCase)
                return noCase;
            var boarding = Boarding.File(opened.Value, await numbers.Next("BR", year, stop), named, Screener.Screen(named.Manifest), caller, now);
            if (message.Submit && boarding.Move(BoardingMove.Submitted, null, [], caller, now) is { } blocked)
                return blocked;
            db.Boardings.Add(boarding);
            return boarding.Answer(envelope);
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
            return opened;
        }
    }
}
