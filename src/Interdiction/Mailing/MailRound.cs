using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Mailing;

/// <summary>
/// Sends what lies in the outbox: taken in one transaction, handed in without any, written down in another. Whether something
/// still waits is asked as the person would be answered at that moment: a record that was narrowed meanwhile sends nobody a mail.
/// </summary>
sealed class MailRound(IServiceScopeFactory scopes, Postman postman, TimeProvider clock, ILogger<MailRound> log) : RepeatedJob(Pace, clock, log)
{
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);
    const int AtOnce = 100;

    internal override async Task Look(CancellationToken stop)
    {
        await Each(await Due(stop), async it =>
        {
            var (account, partner) = it;
            var claim = await Send(partner, new ClaimMail(account, await Waits(account, stop)), stop);
            // Where another server was quicker there is nothing to do.
            if (claim is { Refusal: null, Value: { Id: { } id, Address: { } address } })
                await Send(partner, new EndMail(account, id, await postman.Send(id, address, stop)), stop);
        }, stop);
    }

    async Task<List<(Guid Account, string Partner)>> Due(CancellationToken stop)
    {
        await using var scope = scopes.For(Job.Mailing);
        var (db, now) = (scope.ServiceProvider.GetRequiredService<InterdictionDb>(), Clock.Now());
        var due = await db.Mails.Where(x => x.EndedAt == null && x.TryAt <= now).OrderBy(x => x.TryAt).Select(x => new { x.Account, x.Partner }).Take(AtOnce).ToListAsync(stop);
        return [.. due.Select(x => (x.Account, x.Partner)).Distinct()];
    }

    async Task<bool> Waits(Guid account, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        if (await services.GetRequiredService<InterdictionDb>().Accounts.AsNoTracking().SingleOrDefaultAsync(x => x.Id == account && x.SuspendedAt == null, stop) is not { } known)
            return false;
        services.GetRequiredService<Caller>().Become(known);
        return await services.GetRequiredService<Inbox>().CountUnread(stop) > 0;
    }

    async Task<Result<T>> Send<T>(string partner, IMessage<T> message, CancellationToken stop)
    {
        await using var scope = scopes.For(Job.Mailing, partner);
        return await scope.ServiceProvider.GetRequiredService<Messenger>().Send(message, stop);
    }
}
