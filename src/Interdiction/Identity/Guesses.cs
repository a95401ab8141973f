using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Identity;

/// <summary>
/// Counts the guesses at a person's password and codes: after five that were wrong the account is locked for five
/// minutes. A guess is counted before it is looked at, so that many at once gain nothing.
/// </summary>
sealed class Guesses(InterdictionDb db, TimeProvider clock)
{
    const int Most = 5;

    static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    /// <returns>False where the account is locked.</returns>
    public async Task<bool> Begin(Guid person, CancellationToken stop)
    {
        var now = clock.Now();
        DateTimeOffset? until = now + Pause;
        return await db.Users.Where(x => x.Id == person && (x.LockoutEnd == null || x.LockoutEnd <= now)).ExecuteUpdateAsync(x => x
            .SetProperty(y => y.AccessFailedCount, y => y.LockoutEnd != null ? 1 : y.AccessFailedCount + 1)
            .SetProperty(y => y.LockoutEnd, y => y.LockoutEnd == null && y.AccessFailedCount + 1 >= Most ? until : null), stop) == 1;
    }

    /// <summary>The guess was right, and another question follows: this one is taken off the count, earlier ones stay.</summary>
    public Task TakeBack(Guid person, CancellationToken stop) => db.Users.Where(x => x.Id == person && x.AccessFailedCount > 0).ExecuteUpdateAsync(x => x
        .SetProperty(y => y.AccessFailedCount, y => y.AccessFailedCount - 1)
        .SetProperty(y => y.LockoutEnd, (DateTimeOffset?)null), stop);

    /// <summary>The person is who they say: the count begins anew.</summary>
    public Task Forget(Guid person, CancellationToken stop) => db.Users.Where(x => x.Id == person).ExecuteUpdateAsync(x => x
        .SetProperty(y => y.AccessFailedCount, 0).SetProperty(y => y.LockoutEnd, (DateTimeOffset?)null), stop);
}
