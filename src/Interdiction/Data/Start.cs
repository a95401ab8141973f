using Interdiction.Http;
using Interdiction.Law;
using Interdiction.Partners;
using Interdiction.Search;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Data;

/// <summary>What is put into an empty database.</summary>
public interface IFirstStart
{
    Task Seed(CancellationToken stop);
}

/// <summary>Brings the database up to date, fills an empty one, and only then lets the server be ready.</summary>
sealed class Start(IServiceScopeFactory scopes, IOwner owner, PartnerRegister partners, LawBook law, Readiness readiness) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InterdictionDb>();
        await using var turn = await owner.Prepare(db, cancellationToken);
        if (!await db.Partners.AnyAsync(cancellationToken))
            foreach (var first in scope.ServiceProvider.GetServices<IFirstStart>())
                await first.Seed(cancellationToken);
        await scope.ServiceProvider.GetRequiredService<FillSearch>().Fill(cancellationToken);
        partners.Set(await db.Partners.AsNoTracking().ToListAsync(cancellationToken));
        law.Take(await db.LegalSignatures.AsNoTracking().ToListAsync(cancellationToken));
        readiness.Set();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
