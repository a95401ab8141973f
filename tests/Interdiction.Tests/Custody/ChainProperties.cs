using System.Globalization;
using CsCheck;
using Interdiction.Boardings;
using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Custody;
using Interdiction.Kernel;

namespace Interdiction.Tests.Custody;

/// <summary>No sequence of events breaks a chain or loses an exhibit.</summary>
public sealed class ChainProperties
{
    static readonly DateTimeOffset Begun = DateTimeOffset.Parse("2026-05-03T08:00:00Z", CultureInfo.InvariantCulture);
    static readonly Caller[] People = [Person("AUS", 1), Person("AUS", 2), Person("JPN", 3)];
    static readonly string[] Units = ["KGM", "GRM", "TNE", "LBR", "LTR"];

    /// <summary>Something that somebody tries.</summary>
    sealed record Attempt(CustodyType Type, int Amount, string Unit, int Minutes, int Corrects, int Who, bool Accepts);

    static readonly Gen<Attempt> Attempts = Gen.Select(Gen.Enum<CustodyType>(), Gen.Int[1, 4_000], Gen.Int[0, 4], Gen.Int[-1, 5], Gen.Int[0, 5], Gen.Int[0, 2], Gen.Bool,
        (type, amount, unit, minutes, corrects, who, accepts) => new Attempt(type, amount, Units[unit], minutes, corrects, who, accepts));

    [Fact]
    public void Whatever_is_tried_the_chain_stays_whole_and_its_balance_adds_up() =>
        Attempts.Array[0, 25].Sample(tried =>
        {
            var chain = Fresh();
            foreach (var it in tried)
            {
                var before = (chain.Count, chain.Version, Shown: $"{chain.Balance!.Show()}");
                if (Try(chain, it) is not null && before != (chain.Count, chain.Version, $"{chain.Balance!.Show()}"))
                    return false;
                if (!IsWhole(chain))
                    return false;
            }
            return true;
        });

    static Refusal? Try(CustodyChain chain, Attempt it)
    {
        var by = Writer.Of(People[it.Who], Begun);
        if (it.Minutes == 0 && chain.Events.FirstOrDefault(x => x.State is CustodyState.AwaitingReceiver) is { } waiting)
            return chain.End(waiting, it.Accepts ? CustodyDecision.Accepted : CustodyDecision.Refused, null, by);
        var taken = it.Type is CustodyType.Transferred ? null
            : it.Accepts && CustodyTypes.Disposes(it.Type) ? chain.Balance!.Show().Held
            : new Quantity { Value = it.Amount, Unit = it.Unit };
        return chain.Record(Guid.CreateVersion7(), new CustodyStep(it.Type, chain.Events[^1].At.AddMinutes(it.Minutes), "Tried.")
        {
            Quantity = taken,
            To = it.Type is CustodyType.Transferred ? new Receiver { Partner = it.Accepts ? "JPN" : "AUS" } : null,
            Corrects = it.Type is CustodyType.Correction ? chain.Events.ElementAtOrDefault(it.Corrects)?.Id : null,
            Part = it.Type is CustodyType.Split ? Guid.CreateVersion7() : null,
        }, by).Refusal;
    }

    static bool IsWhole(CustodyChain chain)
    {
        var it = chain.Balance!.Show();
        var parts = new[] { it.Held, it.Sampled, it.Split, it.Returned, it.Released, it.Destroyed, it.Unexplained }.Where(x => x is not null).Select(x => x!.Value!.Value).ToList();
        return it.Seized.Value == parts.Sum() && parts.TrueForAll(x => x >= 0)
            && (!chain.Ended || it.Held.Value == 0)
            && chain.Events.Select(x => x.Number).SequenceEqual(Enumerable.Range(1, chain.Count))
            && chain.Events.Zip(chain.Events.Skip(1)).All(x => x.First.At <= x.Second.At)
            && chain.Events.Count(x => x.State is CustodyState.AwaitingReceiver) <= 1
            && chain.Custodian == (chain.Events.LastOrDefault(x => x.State is CustodyState.Accepted)?.Receiver ?? "AUS");
    }

    static CustodyChain Fresh()
    {
        var (officer, marking) = (People[0], new Marking { Classification = Classification.Restricted, ReleasableTo = ["AUS", "JPN"] });
        var @case = Case.Open(Guid.CreateVersion7(), "INT-2026-AUS-AAAAA", "Tried", Mode.Sea, marking, officer, Begun, byItself: false);
        var seizure = new Seizure { Id = Guid.CreateVersion7(), Exhibits = [new Exhibit { Id = Guid.CreateVersion7(), Number = "1", Quantity = new Quantity { Value = 12.5m, Unit = "KGM" } }] };
        var report = new BoardingReport { Id = Guid.CreateVersion7(), Title = "Tried", Mode = Mode.Sea, Marking = marking, Seizures = [seizure] };
        var boarding = Boarding.File(@case, "BR-2026-AUS-AAAAA", report, new Screening("", []), officer, Begun);
        return CustodyChain.Begin(boarding, boarding.Current, seizure, Begun, "AUS");
    }

    static Caller Person(string partner, int number)
    {
        var caller = new Caller();
        caller.Become(Account.Open(new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]), AccountKind.Person, $"{partner}{number}", "Somebody", partner, new Duties([Role.Officer], [], Classification.Secret), Begun));
        return caller;
    }
}
