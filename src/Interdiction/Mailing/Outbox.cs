using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Mailing;

/// <summary>Puts down, in the transaction of what happened, who is to be told by e-mail. Whoever is waited for already is told once.</summary>
public sealed class Outbox(InterdictionDb db, Settings settings, TimeProvider clock)
{
    public async Task Put(IReadOnlyList<Notification> told, CancellationToken stop)
    {
        if (settings.Mail is null || told.Count == 0)
            return;
        var partners = told.Select(x => x.Partner).Distinct().ToList();
        var people = await db.Users.Where(x => !x.DeclinesMail).Join(db.Accounts.Where(x => partners.Contains(x.Partner) && x.SuspendedAt == null), x => x.Id, x => x.Id, (_, account) => account)
            .AsNoTracking().ToListAsync(stop);
        people = people.FindAll(x => told.Any(y => y.IsFor(x)));
        var ids = people.ConvertAll(x => x.Id);
        var waiting = (await db.Mails.Where(x => ids.Contains(x.Account) && x.EndedAt == null && x.Tries == 0).Select(x => x.Account).ToListAsync(stop))
            .Concat(db.ChangeTracker.Entries<Mail>().Select(x => x.Entity.Account)).ToHashSet();
        db.Mails.AddRange(people.Where(x => !waiting.Contains(x.Id)).Select(x => new Mail(clock.NewId(), x, clock.Now())));
    }
}
