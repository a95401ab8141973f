using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Partners;

/// <summary>
/// Looks every few seconds whether a partner has joined, so that a running server knows it without a restart. What it
/// files to ALL meanwhile is opened to the partner twice: when it is noticed, and once more for what was under way then.
/// </summary>
sealed class FollowPartners(IServiceScopeFactory scopes, PartnerRegister register, TimeProvider clock, ILogger<FollowPartners> log) : RepeatedJob(Pace, clock, log)
{
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);

    IReadOnlyList<string> noticed = [];

    internal override async Task Look(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InterdictionDb>();
        var all = await db.Partners.AsNoTracking().ToListAsync(stop);
        string[] fresh = [.. all.Select(x => x.Code).Where(x => !register.Knows(x))];
        if (fresh.Length > 0)
            register.Set(all);
        string[] welcome = [.. fresh.Union(noticed)];
        noticed = fresh;
        foreach (var partner in welcome)
        {
            await using var transaction = await db.Begin(stop);
            await scope.ServiceProvider.GetRequiredService<Welcome>().Open(partner, stop);
            await transaction.CommitAsync(stop);
        }
    }
}
