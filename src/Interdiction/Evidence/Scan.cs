using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Evidence;

/// <summary>Has the scanner look at what waits in quarantine, one file after the other, and says what it found.</summary>
sealed class Scan(IServiceScopeFactory scopes, Settings settings, Vault vault, TimeProvider clock, ILogger<Scan> log) : RepeatedJob(TimeSpan.FromSeconds(2), clock, log)
{
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>What the scanner did not take, and when it is tried again: meanwhile the others have their turn.</summary>
    readonly Dictionary<Guid, DateTimeOffset> refused = [];

    internal override async Task Look(CancellationToken stop)
    {
        if (settings.Evidence.Clamd is not { } address)
            return;
        foreach (var it in (await Waiting(stop)).Where(x => !refused.TryGetValue(x.Id, out var again) || Clock.GetUtcNow() >= again))
            try
            {
                await using var file = await vault.Open(it.Sha256, it.Length, verified: false, stop);
                var finding = await new ClamAv(address).Scan(file, stop);
                if (finding is not null)
                    log.LogWarning("Attachment {Number} stays in quarantine: {Finding}", it.Number, finding);
                await using var scope = scopes.For(Job.ScanEvidence, it.Originator);
                await scope.ServiceProvider.GetRequiredService<Messenger>().Send(new RecordScan(it.Id, finding), stop);
                refused.Remove(it.Id);
            }
            // A scanner that cannot be reached at all is a failure of the tick.
            catch (IOException failure)
            {
                refused[it.Id] = Clock.GetUtcNow() + Pause;
                log.LogError(failure, "Attachment {Number} was not scanned and stays in quarantine; it is tried again in {Pause}. Is clamd's StreamMaxLength too small for it?", it.Number, Pause);
            }
            catch (DamagedEvidenceException damaged)
            {
                log.LogError(damaged, "Attachment {Number} cannot be scanned and stays in quarantine.", it.Number);
            }
    }

    async Task<List<Attachment>> Waiting(CancellationToken stop)
    {
        await using var scope = scopes.For(Job.ScanEvidence);
        var db = scope.ServiceProvider.GetRequiredService<InterdictionDb>();
        await using var transaction = await db.Begin(stop);
        return await db.UnscannedAttachments.AsNoTracking().OrderBy(x => x.At).ToListAsync(stop);
    }
}
