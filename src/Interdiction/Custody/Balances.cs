using Interdiction.Contracts;
using Interdiction.Contracts.Reference;

namespace Interdiction.Custody;

/// <summary>
/// Reckons where an exhibit's quantity is, from its events in their order, in the unit of what was seized. Corrections
/// put the true amount in the place of the one that they correct. What is missing when it is measured is a finding.
/// </summary>
public sealed class Balances
{
    readonly Dictionary<CustodyType, decimal> taken = [];
    readonly string unit;
    readonly decimal seized;

    Balances(Quantity seized) => (this.seized, unit, Held) = (seized.Value!.Value, seized.Unit!, seized.Value!.Value);

    public decimal Held { get; private set; }

    decimal Lowest { get; set; }

    decimal Missing { get; set; }

    /// <param name="seized">What the exhibit began with.</param>
    /// <param name="ended">All of it is gone: then nothing is held, and what a later correction leaves over is missing.</param>
    public static Balances Of(Quantity seized, IReadOnlyList<CustodyEvent> events, bool ended)
    {
        var it = Reckon(seized, events, Mended(events));
        if (ended)
            (it.Held, it.Missing) = (0, it.Held + it.Missing);
        return it;
    }

    /// <summary>The least that would have been held at any time, were the quantity of an event corrected: below zero, the amounts cannot all be true.</summary>
    public static decimal Least(Quantity seized, IReadOnlyList<CustodyEvent> events, Guid corrected, Quantity quantity) =>
        Reckon(seized, events, new(Mended(events)) { [corrected] = quantity }).Lowest;

    static Dictionary<Guid, Quantity> Mended(IReadOnlyList<CustodyEvent> events) => events
        .Where(x => x is { Type: CustodyType.Correction, Quantity: not null }).GroupBy(x => x.Corrects!.Value).ToDictionary(x => x.Key, x => x.Last().Quantity!);

    static Balances Reckon(Quantity seized, IReadOnlyList<CustodyEvent> events, Dictionary<Guid, Quantity> mended)
    {
        var it = new Balances(seized);
        foreach (var step in events.Skip(1))
            if ((mended.GetValueOrDefault(step.Id) ?? step.Quantity)?.In(it.unit) is { } amount)
                it.Follow(step.Type, amount);
        return it;
    }

    void Follow(CustodyType type, decimal amount)
    {
        if (CustodyTypes.Takes(type))
        {
            taken[type] = taken.GetValueOrDefault(type) + amount;
            Held -= amount;
            Lowest = Math.Min(Lowest, Held);
        }
        else if (CustodyTypes.Measures(type))
            (Held, Missing) = amount < Held + Missing ? (amount, Held + Missing - amount) : (Held + Missing, 0);
    }

    public Balance Show() => new(Of(seized), Of(Held), Of(CustodyType.Sampled), Of(CustodyType.Split), Of(CustodyType.Returned), Of(CustodyType.Released), Of(CustodyType.Destroyed),
        Missing > 0 ? Of(Missing) : null);

    Quantity Of(CustodyType type) => Of(taken.GetValueOrDefault(type));

    Quantity Of(decimal value) => new() { Value = value, Unit = unit };
}
