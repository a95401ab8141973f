using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Translations;

/// <summary>Lists the translations of a report's narrative, of every revision that the caller reads, oldest first.</summary>
public sealed record ListTranslations(Guid Id, Paging Paging) : IQuery<Page<ShownTranslation>>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, Envelope envelope, Cursors cursors) : IQueryHandler<ListTranslations, Page<ShownTranslation>>
    {
        public async Task<Result<Page<ShownTranslation>>> Handle(ListTranslations message, CancellationToken stop)
        {
            envelope.Resource = message.Id;
            var filter = $"translations {message.Id}";
            if (!cursors.TryRead(message.Paging, filter, out var after))
                return Cursors.Bad;
            if (await db.ReportOf(message.Id).Select(x => x.Number).SingleOrDefaultAsync(stop) is not { } number)
                return Refusal.NotFound;
            var found = db.Translations.Where(x => x.BoardingId == message.Id);
            var page = after is null ? found : found.Where(x => x.At > after.At || x.At == after.At && x.Id > after.Id);
            var rows = await page.AsNoTracking().OrderBy(x => x.At).ThenBy(x => x.Id).Take(message.Paging.Limit + 1).ToListAsync(stop);
            return cursors.Page(rows, message.Paging, filter, x => x.Show(number), x => new PageEnd(x.At, x.Id), message.Paging.Counted ? await found.CountAsync(stop) : null);
        }
    }
}
