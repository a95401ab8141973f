using Interdiction.Boardings;
using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Access;

/// <summary>Tells the originator who opened and printed a case, and which partners could.</summary>
public sealed record ReadCaseDisclosures(Guid Id) : IQuery<Disclosures>, IAbout<Case>
{
    public static Permission Needs => Permission.ReadDisclosures;

    internal sealed class Handler(InterdictionDb db, DisclosureLog log) : IQueryHandler<ReadCaseDisclosures, Disclosures>
    {
        public async Task<Result<Disclosures>> Handle(ReadCaseDisclosures message, CancellationToken stop) => await log.Of(db.Loaded(message), stop);
    }
}

/// <summary>Tells the originator who opened and printed a boarding report, and which partners could.</summary>
public sealed record ReadReportDisclosures(Guid Id) : IQuery<Disclosures>, IAbout<Boarding>
{
    public static Permission Needs => Permission.ReadDisclosures;

    internal sealed class Handler(InterdictionDb db, DisclosureLog log) : IQueryHandler<ReadReportDisclosures, Disclosures>
    {
        public async Task<Result<Disclosures>> Handle(ReadReportDisclosures message, CancellationToken stop) => await log.Of(db.Loaded(message), stop);
    }
}

/// <summary>Who had a record, from the audit log: every answered question about it, and every print.</summary>
public sealed class DisclosureLog(InterdictionDb db, AccessHistory history)
{
    // A print or a question is told by its message: whatever the product learns to ask later is in this by itself.
    static readonly string[] Prints = [.. Named("Print")];
    static readonly string[] Questions = [.. Named("").Except(Prints)];

    public async Task<Disclosures> Of(IMarked it, CancellationToken stop)
    {
        var entries = db.AuditEntries.Where(x => x.Resource == it.Id && x.Outcome == "done" && (Questions.Contains(x.Action) || Prints.Contains(x.Action)));
        var had = await db.Derive(() => entries.GroupBy(x => new { x.Partner, x.Actor, x.ActorName })
            .Select(x => new
            {
                x.Key.Partner,
                x.Key.ActorName,
                Opened = x.Count(e => !Prints.Contains(e.Action)),
                Printed = x.Count(e => Prints.Contains(e.Action)),
                First = x.Min(e => e.At),
                Last = x.Max(e => e.At),
            }).ToListAsync(stop));
        return new Disclosures(
            [.. had.OrderBy(x => x.Partner, StringComparer.Ordinal).ThenBy(x => x.First).Select(x => new Disclosure(x.Partner, x.ActorName, x.Opened, x.Printed, x.First, x.Last))],
            await history.Spans(it, stop));
    }

    static IEnumerable<string> Named(string beginning) =>
        from type in typeof(DisclosureLog).Assembly.GetTypes()
        where type.Name.StartsWith(beginning, StringComparison.Ordinal)
            && type.GetInterfaces().Any(x => x.IsGenericType && x.GetGenericTypeDefinition() == typeof(IQuery<>))
        select type.Name;
}
