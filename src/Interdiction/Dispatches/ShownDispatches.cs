using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Dispatches;

/// <summary>The one step between a stored dispatch and every answer: with its mask, and without cases that the reader does not read.</summary>
public sealed class ShownDispatches(InterdictionDb db, Caller caller)
{
    /// <summary>Answers with the dispatch as it now stands.</summary>
    public async Task<ShownDispatch> Answer(Dispatch it, Envelope envelope, CancellationToken stop)
    {
        (envelope.Resource, envelope.ETag) = (it.Id, it.ETag);
        return Of(it, await Cases([it], stop));
    }

    /// <summary>Numbers of those cases that dispatches name and the caller reads.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> Cases(IEnumerable<Dispatch> of, CancellationToken stop)
    {
        List<Guid> named = [.. of.SelectMany(x => new[] { x.CaseId, x.OpenedCaseId }).OfType<Guid>().Distinct()];
        var known = named.Count == 0 ? [] : await db.Cases.Where(x => named.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.Number, stop);
        // One that this answer opens is not stored yet.
        foreach (var opened in db.Cases.Local.Where(x => named.Contains(x.Id) && x.Originator == caller.Partner))
            known[opened.Id] = opened.Number;
        return known;
    }

    /// <param name="cases">Numbers of the cases that the caller reads.</param>
    public ShownDispatch Of(Dispatch it, IReadOnlyDictionary<Guid, string> cases)
    {
        var standing = caller.StandingTo(it.Originator);
        var (source, masked) = Masking.Of(it.Source, standing);
        var (concerned, opened) = (Number(it.CaseId), Number(it.OpenedCaseId));
        return new ShownDispatch
        {
            Id = it.Id,
            Kind = it.Kind,
            To = it.Addressee,
            CaseId = concerned is null ? null : it.CaseId,
            Title = it.Title,
            Text = it.Text,
            Source = source,
            Marking = Masking.Of(it.Marking, standing),
            Number = it.Number,
            CaseNumber = concerned,
            State = it.State,
            Originator = it.Originator,
            SentBy = it.SentBy,
            SentAt = it.At,
            Answer = it.Answer,
            EndedBy = it.EndedBy,
            EndedAt = it.EndedAt,
            OpenedCaseId = opened is null ? null : it.OpenedCaseId,
            OpenedCaseNumber = opened,
            Masked = masked,
        };

        string? Number(Guid? @case) => @case is { } id ? cases.GetValueOrDefault(id) : null;
    }
}
