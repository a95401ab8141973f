using Interdiction.Archives;
using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Data;

/// <content>The end of a case: all that there is of it, whoever reads it, for the job that destroys it alone.</content>
public abstract partial class InterdictionDb
{
#pragma warning disable RS0030 // Whoever reads it: what ends, ends for everybody.
    /// <summary>The destructions that are under way, of every partner.</summary>
    /// <exception cref="InvalidOperationException">Somebody else asks.</exception>
    internal IQueryable<Destruction> EveryDestruction => ForTheEnd(Destructions);

    /// <summary>The hashes of the files that were destroyed with a case.</summary>
    internal Task<List<string>> FilesOf(Guid destruction, CancellationToken stop) =>
        ForTheEnd(DestroyedEntries).Where(x => x.DestructionId == destruction && x.Sha256 != null).Select(x => x.Sha256!).Distinct().ToListAsync(stop);

    /// <summary>Which of these files belong to another attachment, or to an upload that has become whole. Until the transaction ends none becomes so.</summary>
    internal async Task<IReadOnlySet<string>> StillKept(List<string> files, CancellationToken stop)
    {
        await HoldUploads(stop);
        var found = await ForTheEnd(Uploads).AsNoTracking().Where(x => x.Received == x.Length).ToListAsync(stop);
        return (await ForTheEnd(Attachments).Where(x => files.Contains(x.Sha256)).Select(x => x.Sha256).ToListAsync(stop)).Concat(found.Select(x => x.Found?.Sha256).OfType<string>()).ToHashSet();
    }

    /// <summary>What is deleted until the transaction ends is overwritten, where the database can be told.</summary>
    protected virtual Task Overwrite(CancellationToken stop) => Task.CompletedTask;

    /// <summary>Lets nobody write to uploads until the transaction ends.</summary>
    protected abstract Task HoldUploads(CancellationToken stop);

    /// <summary>All that there is of a case.</summary>
    internal async Task<CaseRemains> RemainsOf(Case it, CancellationToken stop)
    {
        var reports = await ForTheEnd(Boardings).AsNoTracking().Where(x => x.CaseId == it.Id).ToListAsync(stop);
        var stands = await ForTheEnd(Revisions).Where(x => x.CaseId == it.Id && x.State != BoardingState.Withdrawn).GroupBy(x => x.BoardingId).Select(x => new { x.Key, Number = x.Max(r => r.Number) }).ToListAsync(stop);
        var ids = reports.ConvertAll(x => x.Id);
        var exhibits = await ForTheEnd(Exhibits).AsNoTracking().Where(x => ids.Contains(x.BoardingId)).OrderBy(x => x.Revision).ToListAsync(stop);
        var chains = await ForTheEnd(CustodyChains).AsNoTracking().Include(x => x.Events).Where(x => ids.Contains(x.BoardingId)).ToListAsync(stop);
        var told = await PartnersReading(it.Id, stop);
        var of = reports.ToDictionary(x => x.Id, x => x.Originator);
        return new CaseRemains(
        [
            .. reports.Select(x => new Remain(DestroyedKind.Boarding, x.Id, x.Number, x.Originator)),
            .. exhibits.GroupBy(x => x.Id).Select(x => new Remain(DestroyedKind.Exhibit, x.Key, x.First().Number, of[x.First().BoardingId])
            {
                Record = x.First().BoardingId,
                Revision = x.First().Revision,
                InCustody = chains.Find(c => c.Id == x.Key)?.IsHeld ?? x.Any(e => stands.Exists(s => s.Key == e.BoardingId && s.Number == e.Revision)),
            }),
            .. chains.Where(x => x.Parent is not null).Select(x => new Remain(DestroyedKind.Exhibit, x.Id, x.Number, x.Originator) { Record = x.BoardingId, Revision = x.Revision, InCustody = x.IsHeld }),
            .. await ForTheEnd(ConsentRequests).Where(x => x.CaseId == it.Id).Select(x => new Remain(DestroyedKind.ConsentRequest, x.Id, x.Number, x.Originator)).ToListAsync(stop),
            .. await ForTheEnd(Attachments).Where(x => x.CaseId == it.Id).Select(x => new Remain(DestroyedKind.Attachment, x.Id, x.Number, x.Originator) { Sha256 = x.Sha256, Length = x.Length }).ToListAsync(stop),
            .. await ForTheEnd(Comments).Where(x => x.CaseId == it.Id).Select(x => new Remain(DestroyedKind.Comment, x.Id, null, x.Originator)).ToListAsync(stop),
            .. await ForTheEnd(Tasks).Where(x => x.CaseId == it.Id).Select(x => new Remain(DestroyedKind.Task, x.Id, null, x.Originator)).ToListAsync(stop),
        ], told);
    }

    /// <summary>Deletes all that there is of a case, but for who could read it. A hold that is set at this moment is in the way: the database refuses, and so does the next look.</summary>
    /// <exception cref="DbUpdateConcurrencyException">The case was changed meanwhile.</exception>
    internal async Task Destroy(Case it, CaseRemains remains, CancellationToken stop)
    {
        var records = remains.Records.Select(x => x.Id).Append(it.Id).ToList();
        var reports = remains.Records.Where(x => x.Kind is DestroyedKind.Boarding).Select(x => x.Id).ToList();
        await Overwrite(stop);
        SearchEntries.RemoveRange(await ForTheEnd(SearchEntries).Where(x => x.CaseId == it.Id).ToListAsync(stop));
        await SaveChangesAsync(stop);
        var notifications = ForTheEnd(Notifications).Where(x => records.Contains(x.RecordId));
        await ForTheEnd(NotificationReads).Where(x => notifications.Any(n => n.Id == x.NotificationId)).ExecuteDeleteAsync(stop);
        await notifications.ExecuteDeleteAsync(stop);
        await ForTheEnd(Proposals).Where(x => records.Contains(x.Record) || x.OtherRecord != null && records.Contains(x.OtherRecord.Value)).ExecuteDeleteAsync(stop);
        await ForTheEnd(VesselLinks).Where(x => reports.Contains(x.First) || reports.Contains(x.Second)).ExecuteDeleteAsync(stop);
        await ForTheEnd(VesselKeys).Where(x => reports.Contains(x.BoardingId)).ExecuteDeleteAsync(stop);
        await ForTheEnd(VesselClaims).Where(x => reports.Contains(x.BoardingId)).ExecuteDeleteAsync(stop);
        await ForTheEnd(Translations).Where(x => reports.Contains(x.BoardingId)).ExecuteDeleteAsync(stop);
        await ForTheEnd(CustodyEvents).Where(x => reports.Contains(x.BoardingId)).ExecuteDeleteAsync(stop);
        await ForTheEnd(CustodyChains).Where(x => reports.Contains(x.BoardingId)).ExecuteDeleteAsync(stop);
        await ForTheEnd(Exhibits).Where(x => reports.Contains(x.BoardingId)).ExecuteDeleteAsync(stop);
        await ForTheEnd(LineMatches).Where(x => reports.Contains(x.BoardingId)).ExecuteDeleteAsync(stop);
        await ForTheEnd(CargoLines).Where(x => reports.Contains(x.BoardingId)).ExecuteDeleteAsync(stop);
        await ForTheEnd(Attachments).Where(x => x.CaseId == it.Id).ExecuteDeleteAsync(stop);
        await ForTheEnd(Revisions).Where(x => reports.Contains(x.BoardingId)).ExecuteDeleteAsync(stop);
        await ForTheEnd(CaseEvents).Where(x => x.CaseId == it.Id).ExecuteDeleteAsync(stop);
        await ForTheEnd(Boardings).Where(x => x.CaseId == it.Id).ExecuteDeleteAsync(stop);
        await ForTheEnd(ConsentRequests).Where(x => x.CaseId == it.Id).ExecuteDeleteAsync(stop);
        await ForTheEnd(Comments).Where(x => x.CaseId == it.Id).ExecuteDeleteAsync(stop);
        await ForTheEnd(Tasks).Where(x => x.CaseId == it.Id).ExecuteDeleteAsync(stop);
        await ForTheEnd(CaseLinks).Where(x => x.First == it.Id || x.Second == it.Id).ExecuteDeleteAsync(stop);
        await ForTheEnd(Holds).Where(x => x.CaseId == it.Id && x.State == HoldState.Lifted).ExecuteDeleteAsync(stop);
        await ForTheEnd(Set<Participant>()).Where(x => x.CaseId == it.Id).ExecuteDeleteAsync(stop);
        // Not refused but thrown: a refusal is written down in the same transaction.
        if (await ForTheEnd(Cases).Where(x => x.Id == it.Id && x.Version == it.Version).ExecuteDeleteAsync(stop) != 1)
            throw new DbUpdateConcurrencyException("The case was changed while it was destroyed.");
    }

    IQueryable<T> ForTheEnd<T>(DbSet<T> all) where T : class => caller.Job is Job.DestroyCases
        ? all.IgnoreQueryFilters()
        : throw new InvalidOperationException("The job that destroys cases alone asks for what ends.");
#pragma warning restore RS0030
}

/// <summary>A record of a case that ends.</summary>
public sealed record Remain(DestroyedKind Kind, Guid Id, string? Number, string Originator)
{
    /// <summary>The record by whose readers it is told: itself, or the report of an exhibit.</summary>
    public Guid Record { get; init; } = Id;
    public int Revision { get; init; }
    public string? Sha256 { get; init; }
    public long? Length { get; init; }

    /// <summary>True for an exhibit of which something is still kept.</summary>
    public bool InCustody { get; init; }
}

/// <summary>All that there is of a case.</summary>
/// <param name="Told">The partners that read the case.</param>
public sealed record CaseRemains(IReadOnlyList<Remain> Records, IReadOnlyList<string> Told)
{
    public IEnumerable<Remain> Exhibits => Records.Where(x => x.Kind is DestroyedKind.Exhibit);

    /// <summary>Partners that filed something, and cannot read the case: they were not told of its end.</summary>
    public IEnumerable<string> Untold => Records.Select(x => x.Originator).Except(Told);
}
