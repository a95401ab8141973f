using Interdiction.Contracts;
using Interdiction.Contracts.Reference;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Consents;

/// <summary>Lists the consent requests that the caller can read, newest first.</summary>
/// <param name="State">Only those in this state; null for all.</param>
/// <param name="Flag">Only those to this flag State; null for all.</param>
/// <param name="CaseId">Only those of this case, where the caller reads it; null for all.</param>
public sealed record ListConsentRequests(ConsentState? State, string? Flag, Guid? CaseId, Paging Paging) : IQuery<Page<ShownConsentRequest>>
{
    public static Permission Needs => Permission.ReadContent;

    /// <summary>Reads the filters of the list.</summary>
    public static object Read(string? state, string? flag, string? caseId, string? limit, string? cursor, string? count)
    {
        if (state is not null && !Code<ConsentState>.TryRead(state, out _))
            return Refusal.BadParameter("state", $"it is one of {Code<ConsentState>.List}.");
        if (flag is not null && !ReferenceData.Countries.ContainsKey(flag))
            return Refusal.BadParameter("flag", "it is a country code of ISO 3166-1 alpha-3.");
        if (caseId is not null && !Guid.TryParse(caseId, out _))
            return Refusal.BadParameter("caseId", "it is the id of a case.");
        return Parameters.Then(Parameters.Paging(limit, cursor, count),
            x => new ListConsentRequests(state is null ? null : Code<ConsentState>.Read(state), flag, caseId is null ? null : Guid.Parse(caseId), x));
    }

    internal sealed class Handler(InterdictionDb db, Cursors cursors, ShownRequests shown) : IQueryHandler<ListConsentRequests, Page<ShownConsentRequest>>
    {
        public async Task<Result<Page<ShownConsentRequest>>> Handle(ListConsentRequests message, CancellationToken stop)
        {
            var filter = $"consentRequests {message.State} {message.Flag} {message.CaseId}";
            if (!cursors.TryRead(message.Paging, filter, out var after))
                return Cursors.Bad;
            // The case is told, and asked for, where the caller reads it.
            var cases = db.Cases;
            var found = from reader in db.Reading(RecordKind.ConsentRequest)
                        join request in db.ConsentRequests on reader.RecordId equals request.Id
                        where message.State == null || request.State == message.State
                        where message.Flag == null || request.Flag == message.Flag
                        where message.CaseId == null || request.CaseId == message.CaseId && cases.Any(c => c.Id == request.CaseId)
                        select new { reader.At, reader.RecordId, Request = request, CaseNumber = cases.Where(c => c.Id == request.CaseId).Select(c => c.Number).FirstOrDefault() };
            var page = after is null ? found : found.Where(x => x.At < after.At || x.At == after.At && x.RecordId < after.Id);
            var rows = await page.AsNoTracking().OrderByDescending(x => x.At).ThenByDescending(x => x.RecordId).Take(message.Paging.Limit + 1).ToListAsync(stop);
            return cursors.Page(rows, message.Paging, filter, x => shown.Of(x.Request, x.CaseNumber), x => new PageEnd(x.At, x.RecordId),
                message.Paging.Counted ? await found.CountAsync(stop) : null);
        }
    }
}
