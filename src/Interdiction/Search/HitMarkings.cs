using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Search;

/// <summary>The markings of what was found, as the caller is shown them: a handling code goes wherever its record goes.</summary>
public sealed class HitMarkings(InterdictionDb db, Caller caller)
{
    /// <param name="records">Kind and id of the record whose marking it is: the report of an exhibit or a translation, the case of a hold.</param>
    public async Task<IReadOnlyDictionary<Guid, Marking>> Of(IEnumerable<(SearchKind Kind, Guid Id)> records, CancellationToken stop)
    {
        var markings = new Dictionary<Guid, Marking>();
        foreach (var kind in records.ToLookup(x => x.Kind, x => x.Id))
            await (kind.Key switch
            {
                SearchKind.Case or SearchKind.Hold => Add(db.Cases, kind),
                SearchKind.Boarding or SearchKind.Exhibit or SearchKind.Translation => Add(db.Boardings, kind),
                SearchKind.ConsentRequest => Add(db.ConsentRequests, kind),
                SearchKind.Dispatch => Add(db.Dispatches, kind),
                SearchKind.Attachment => Add(db.Attachments, kind),
                SearchKind.Comment => Add(db.Comments, kind),
                SearchKind.Task => Add(db.Tasks, kind),
            });
        return markings;

        async Task Add<T>(IQueryable<T> all, IEnumerable<Guid> ids) where T : class, IMarked
        {
            List<Guid> asked = [.. ids.Where(x => !markings.ContainsKey(x)).Distinct()];
            foreach (var it in await all.Where(x => asked.Contains(x.Id)).Select(x => new { x.Id, x.Originator, x.Marking }).ToListAsync(stop))
                markings[it.Id] = Masking.Of(it.Marking, caller.StandingTo(it.Originator));
        }
    }
}
