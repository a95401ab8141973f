using Interdiction.Boardings;
using Interdiction.Cases;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Data;

/// <summary>Loads the record that a message is about, as far as the caller may read it.</summary>
public sealed class Subjects(InterdictionDb db)
{
    /// <returns>Null where there is none that the caller can read.</returns>
    public async Task<ISubject?> Find(IAbout message, CancellationToken stop) => message switch
    {
        IAbout<Case> => await db.Cases.Include(x => x.Participants).SingleOrDefaultAsync(x => x.Id == message.Id, stop),
        IAbout<Boarding> => await db.Boardings.Include(x => x.Case.Participants)
            .Include(x => x.Revisions.OrderByDescending(r => r.Number).Take(1))
            .SingleOrDefaultAsync(x => x.Id == message.Id, stop),
        _ => throw new InvalidOperationException($"Nobody loads the subject of {message.GetType().Name}."),
    };
}

static class LoadedSubject
{
    extension(InterdictionDb db)
    {
        /// <summary>The record that the pipeline loaded and found allowed for this message.</summary>
        public T Loaded<T>(IAbout<T> message) where T : class, ISubject => db.Set<T>().Local.FindEntry(message.Id)!.Entity;
    }
}
