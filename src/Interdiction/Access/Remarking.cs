using Interdiction.Boardings;
using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Access;

/// <summary>Gives a record another marking, and says which partners gain and lose it.</summary>
public sealed class Remarking(InterdictionDb db, Markings markings, ReaderTable readers)
{
    /// <summary>What a new marking does.</summary>
    public sealed record Effect(IReadOnlyList<string> Gains, IReadOnlyList<string> Loses);

    /// <summary>The originator narrows the marking: at once, and for everybody from the next request on.</summary>
    public async Task<Result<ShownMarking>> Narrow(IMarked it, Marking asked, Envelope envelope, CancellationToken stop)
    {
        var to = Markings.Complete(asked, it.Originator);
        if (await markings.Check(asked, stop, "", it.Marking) is { } refusal)
            return refusal;
        if (Widening.Of(it.Marking, to).ToArray() is { Length: > 0 } wider)
            return Refusal.NotAllowed([.. wider.Select(x => $"The field {x} would be wider than it is. Widening needs a second person: propose widenMarking.")]);
        var effect = Widening.AreSame(it.Marking, to) ? new Effect([], []) : Mark(it, to, null);
        (envelope.Resource, envelope.ETag) = (it.Id, it.ETag);
        return new ShownMarking(it.Marking) { Gains = effect.Gains, Loses = effect.Loses, Warnings = [.. await LeftOpen(it, stop)] };
    }

    /// <summary>Marks the record. Whether it may be marked so is decided before.</summary>
    public Effect Mark(IMarked it, Marking to, string? reason)
    {
        var before = readers.PartnersOf(it);
        it.Mark(to, reason);
        var after = readers.PartnersOf(it);
        return new Effect([.. after.Except(before).Order(StringComparer.Ordinal)], [.. before.Except(after).Order(StringComparer.Ordinal)]);
    }

    // The first report that was submitted gave the case its title: narrowing the report alone leaves that open.
    async Task<IEnumerable<Warning>> LeftOpen(IMarked it, CancellationToken stop)
    {
        if (it is not Boarding { Case: var @case } report || report.Current.Title != @case.Title || !Widening.Of(report.Marking, @case.Marking).Any())
            return [];
        return await db.Cases.AnyAsync(x => x.Id == @case.Id, stop)
            ? [new Warning("", "titleStandsInCase", $"Case {@case.Number} has the title of this report and is read by more. Narrow the case too, or change its title.", Severity.Note)]
            : [];
    }
}
