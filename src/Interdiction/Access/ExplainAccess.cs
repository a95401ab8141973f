using Interdiction.Boardings;
using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Access;

/// <summary>Tells the originator who can read a case and by which rule, now or at an earlier time.</summary>
/// <param name="At">UTC; null for now.</param>
public sealed record ExplainCaseAccess(Guid Id, DateTimeOffset? At) : IQuery<RecordAccess>, IAbout<Case>
{
    public static Permission Needs => Permission.ExplainAccess;

    internal sealed class Handler(InterdictionDb db, AccessHistory history) : IQueryHandler<ExplainCaseAccess, RecordAccess>
    {
        public async Task<Result<RecordAccess>> Handle(ExplainCaseAccess message, CancellationToken stop) => await history.Explain(db.Loaded(message), message.At, stop);
    }
}

/// <summary>Tells the originator who can read a boarding report and by which rule, now or at an earlier time.</summary>
/// <param name="At">UTC; null for now.</param>
public sealed record ExplainReportAccess(Guid Id, DateTimeOffset? At) : IQuery<RecordAccess>, IAbout<Boarding>
{
    public static Permission Needs => Permission.ExplainAccess;

    internal sealed class Handler(InterdictionDb db, AccessHistory history) : IQueryHandler<ExplainReportAccess, RecordAccess>
    {
        public async Task<Result<RecordAccess>> Handle(ExplainReportAccess message, CancellationToken stop) => await history.Explain(db.Loaded(message), message.At, stop);
    }
}

/// <summary>Who could read a record, and when: from the reader table as it is and as it was.</summary>
public sealed class AccessHistory(InterdictionDb db, TimeProvider clock)
{
    static readonly Role[] Readers = [Role.Officer, Role.Coordinator, Role.Auditor];

    public async Task<RecordAccess> Explain(IMarked it, DateTimeOffset? at, CancellationToken stop)
    {
        var moment = at ?? clock.Now();
        var rows = from row in await Of(it.Id, stop)
                   where row.Since <= moment && (row.Until is null || moment < row.Until)
                   orderby row.Partner, row.Audience
                   select new AccessEntry(row.Partner, Readers, Rule(it, row), (Classification)row.Classification, row.Audience == Audience.Everybody ? null : row.Audience, row.Since);
        return new RecordAccess([.. rows], moment);
    }

    public async Task<IReadOnlyList<ReadableSpan>> Spans(IMarked it, CancellationToken stop) =>
    [
        .. from row in await Of(it.Id, stop)
           orderby row.Partner, row.Since
           select new ReadableSpan(row.Partner, (Classification)row.Classification, row.Since, row.Until),
    ];

    async Task<List<Row>> Of(Guid record, CancellationToken stop) =>
    [
        .. await db.Derive(() => db.RowsOf(record).AsNoTracking()
            .Select(x => new Row(x.Partner, x.Audience == Audience.Everybody ? x.CaseAudience : x.Audience, x.Classification, x.Since, null)).ToListAsync(stop)),
        .. await db.Derive(() => db.PastRowsOf(record).AsNoTracking()
            .Select(x => new Row(x.Partner, x.Audience == Audience.Everybody ? x.CaseAudience : x.Audience, x.Classification, x.Since, x.Until)).ToListAsync(stop)),
    ];

    static string Rule(IMarked it, Row row) => row.Partner != it.Originator ? "releasableTo" : row.Audience == Audience.Everybody ? "originator" : "team";

    sealed record Row(string Partner, Guid Audience, int Classification, DateTimeOffset Since, DateTimeOffset? Until);
}
