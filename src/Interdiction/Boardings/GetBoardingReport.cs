using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Law;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Boardings;

/// <summary>Shows a boarding report in the revision that the caller may see, with its screening and warnings.</summary>
public sealed record GetBoardingReport(Guid Id) : IQuery<FiledReport>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope, LawBook law) : IQueryHandler<GetBoardingReport, FiledReport>
    {
        public async Task<Result<FiledReport>> Handle(GetBoardingReport message, CancellationToken stop)
        {
            envelope.Resource = message.Id;
            var found = await db.ShownRevisionOf(message.Id).AsNoTracking()
                .Join(db.Boardings, x => x.BoardingId, x => x.Id, (revision, boarding) => new { revision, boarding, boarding.Case.Number })
                .SingleOrDefaultAsync(stop);
            if (found is null)
                return Refusal.NotFound;
            envelope.ETag = found.boarding.Tag(found.revision);
            var shown = Shown.Of(found.boarding, found.revision, found.Number, caller, law);
            return shown with { Warnings = [.. shown.Warnings, .. await ConsentsOnRecord(shown, stop)] };
        }

        /// <summary>What blocks acceptance for want of consent may have been answered since: the reviewer is told by which request.</summary>
        async Task<IReadOnlyList<Warning>> ConsentsOnRecord(FiledReport it, CancellationToken stop)
        {
            if (it.Consent?.Flag is not (null or FlagConsent.Requested or FlagConsent.Unanswered) || it.Conveyance is not Vessel ship)
                return [];
            var flag = ship.FlagConfirmed ?? ship.FlagClaimed;
            var given = await db.ConsentRequests.AsNoTracking().Where(x => x.CaseId == it.CaseId && x.Flag == flag && (x.State == ConsentState.Granted || x.State == ConsentState.Deemed))
                .OrderBy(x => x.At).ThenBy(x => x.Id).ToListAsync(stop);
            return
            [
                .. given.Select(x => new Warning("/consent/flag", WarningCodes.ConsentOnRecord,
                    $"Consent request {x.Number} to {x.Flag} is {Code<ConsentState>.Of(x.State)}: the report can say so.", Severity.Note)),
            ];
        }
    }
}
