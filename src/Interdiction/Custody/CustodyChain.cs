using Interdiction.Boardings;
using Interdiction.Contracts;
using Interdiction.Contracts.Reference;
using Interdiction.Kernel;

namespace Interdiction.Custody;

/// <summary>
/// The chain of custody of one exhibit. Its first link is the seizure as the report tells it; the chain is stored when a
/// second link is added, and from then on the report's text about the exhibit is fixed.
/// </summary>
public sealed class CustodyChain : Aggregate, IHeld
{
    readonly List<CustodyEvent> events = [];

    CustodyChain() { }

    /// <summary>Id of the exhibit, and of the first event.</summary>
    public Guid Id { get; private init; }
    public Guid BoardingId { get; private init; }
    public Boarding Boarding { get; private init; } = null!;

    /// <summary>The oldest revision of the report from which on the exhibit stands there as it does now.</summary>
    public int Revision { get; private init; }

    /// <summary>Partner of who stored it.</summary>
    public string Originator { get; private init; } = "";

    /// <summary>Number of the exhibit; a part has that of the exhibit that it was split from, with one of its own.</summary>
    public string Number { get; private init; } = "";
    public string? Description { get; private init; }

    /// <summary>Null where none was measured: then amounts are recorded unchecked.</summary>
    public Quantity? Quantity { get; private init; }

    /// <summary>The exhibit that it was split from.</summary>
    public Guid? Parent { get; private init; }

    /// <summary>Partner that has custody.</summary>
    public string Custodian { get; private set; } = "";

    /// <summary>Who keeps it for that partner.</summary>
    public Receiver? Keeper { get; private set; }

    /// <summary>How many events there are.</summary>
    public int Count { get; private set; }

    /// <summary>True once all of it was returned, released or destroyed.</summary>
    public bool Ended { get; private set; }
    public int Version { get; private set; }

    /// <summary>All events, by number.</summary>
    public IReadOnlyList<CustodyEvent> Events => events;

    public string Lead => Originator;
    public string ETag => $"\"{Version}\"";
    Guid IPart.Record => BoardingId;

    // Nobody disposes of what they themselves filed.
    public bool IsAuthor(Guid account) => Boarding.IsAuthor(account);

    /// <summary>What was seized, as the report tells it: a chain of one link, stored with its second.</summary>
    /// <param name="revision">The oldest revision from which on the exhibit stands in the report as it does now.</param>
    public static CustodyChain Begin(Boarding boarding, BoardingRevision revision, Seizure seizure, DateTimeOffset at, string writer)
    {
        var exhibit = seizure.Exhibits[0];
        var it = new CustodyChain
        {
            Id = exhibit.Id!.Value,
            BoardingId = boarding.Id,
            Boarding = boarding,
            Revision = revision.Number,
            Originator = writer,
            Number = exhibit.Number!,
            Description = exhibit.Description,
            Quantity = exhibit.Quantity,
            Custodian = boarding.Originator,
            Keeper = new Receiver { Agency = seizure.Authority },
        };
        it.Add(it.Id, new CustodyStep(CustodyType.Seized, at, "Seized.") { Quantity = exhibit.Quantity, Seals = exhibit.Seals },
            CustodyState.Final, new Writer(boarding.Authors[0], boarding.FiledBy, writer, boarding.FiledAt));
        return it;
    }

    /// <summary>The exhibit that a split made: its chain begins with the split.</summary>
    public CustodyChain Part(CustodyEvent split, Writer by)
    {
        var it = new CustodyChain
        {
            Id = split.Part!.Value,
            BoardingId = BoardingId,
            Boarding = Boarding,
            Revision = Revision,
            Originator = by.Partner,
            Number = $"{Number}/{events.Count(x => x.Type is CustodyType.Split)}",
            Description = Description,
            Quantity = split.Quantity,
            Parent = Id,
            Custodian = Custodian,
            Keeper = Keeper,
        };
        it.Add(it.Id, new CustodyStep(CustodyType.Split, split.At, split.Reason) { Place = split.Place, Quantity = split.Quantity, Seals = split.Seals, Remarks = split.Remarks }, CustodyState.Final, by);
        return it;
    }

    /// <summary>Adds a link, with all rules of the chain.</summary>
    /// <param name="body">Pointer of what was asked for.</param>
    public Result<CustodyEvent> Record(Guid id, CustodyStep step, Writer by, string body = "")
    {
        if (Ended && step.Type is not CustodyType.Correction)
            return Refusal.Conflict("wrongState", $"Exhibit {Number} is not in custody any more. Its events can be corrected, nothing else.");
        if (events.Find(x => x.State is CustodyState.AwaitingReceiver) is { } waiting && (step.Takes || step.Type is CustodyType.Transferred))
            return Refusal.Conflict("wrongState", $"Event {waiting.Number} hands exhibit {Number} over and waits for its receiver: until it is accepted or refused nothing is taken out, and it is not handed to anybody else.");
        if (step.At < events[^1].At)
            return Refusal.Invalid(new Fault($"{body}/at", RuleCodes.Order, $"Give a time that is not before that of event {events[^1].Number}."));
        if (Fault(step, body) is { } fault)
            return Refusal.Invalid(fault);

        var it = Add(id, step, step.Type is CustodyType.Transferred ? CustodyState.AwaitingReceiver : CustodyState.Final, by);
        Ended |= CustodyTypes.Disposes(step.Type) && (step.Quantity is null || Balance is { Held: 0 });
        Tell(new CustodyChanged(this, it));
        return it;
    }

    /// <summary>All that is held goes, or a part of it. That two people decided on it is seen to before.</summary>
    public Result<CustodyEvent> Dispose(Guid id, Disposal how, Quantity? quantity, DateTimeOffset at, Receiver? to, string reason, Writer by)
    {
        var type = how switch { Disposal.Returned => CustodyType.Returned, Disposal.Released => CustodyType.Released, Disposal.Destroyed => CustodyType.Destroyed };
        var all = Balance is { } balance ? new Quantity { Value = balance.Held, Unit = Quantity!.Unit } : null;
        return Record(id, new CustodyStep(type, at, reason) { Quantity = quantity ?? all, To = to }, by, "/arguments");
    }

    /// <summary>The receiver takes the exhibit over, or refuses it.</summary>
    public Refusal? End(CustodyEvent it, CustodyDecision to, string? reason, Writer by)
    {
        if (it.End(to, reason, by) is { } refusal)
            return refusal;
        if (it.State is CustodyState.Accepted)
            (Custodian, Keeper) = (it.Receiver!, it.To);
        Version++;
        Tell(new CustodyChanged(this, it));
        return null;
    }

    /// <summary>True while something of it is kept.</summary>
    public bool IsHeld => !Ended && Balance is not { Held: 0 };

    /// <summary>Null where no quantity was measured.</summary>
    public Balances? Balance => Quantity is null ? null : Balances.Of(Quantity, events, Ended);

    /// <summary>Each seal as it was last seen, in the order in which they were first.</summary>
    public IReadOnlyList<Seal> Seals
    {
        get
        {
            var seen = new List<Seal>();
            foreach (var seal in events.SelectMany(x => x.Seals))
            {
                var at = seal.Number is null ? -1 : seen.FindIndex(x => x.Number == seal.Number);
                if (at < 0)
                    seen.Add(seal);
                else
                    seen[at] = seal with { Class = seal.Class ?? seen[at].Class };
            }
            return seen;
        }
    }

    CustodyEvent Add(Guid id, CustodyStep step, CustodyState state, Writer by)
    {
        var it = new CustodyEvent(this, id, step, state, by);
        events.Add(it);
        Count++;
        Version++;
        return it;
    }

    Fault? Fault(CustodyStep step, string body)
    {
        var corrected = step.Corrects is { } id ? events.Find(x => x.Id == id) : null;
        if (step.Type is CustodyType.Correction && corrected is null or { Type: CustodyType.Correction })
            return new Fault($"{body}/corrects", RuleCodes.UnknownReference, "The exhibit has no such event, or it is a correction itself: name the event that was wrong.");
        if (step.Quantity is not { } quantity)
            return null;
        var pointer = $"{body}/quantity";
        if (corrected is not null && !CustodyTypes.IsMended(corrected.Type))
            return new Fault(pointer, "fixed", $"The quantity of {Code<CustodyType>.Of(corrected.Type)} is not corrected: say in words what was wrong.");
        if (Quantity is null)
            return null;
        if (quantity.In(Quantity.Unit!) is not { } amount)
            return new Fault(pointer, "otherDimension", $"The exhibit was measured in {Quantity.Unit}: {quantity.Unit} cannot be converted into it.");
        var held = Balance!.Held;
        if (step.Takes && (amount > held || amount <= 0))
            return new Fault(pointer, RuleCodes.OutOfRange, $"{held.ToString(System.Globalization.CultureInfo.InvariantCulture)} {Quantity.Unit} is held: no more than that can be taken out.");
        if (step.Type is CustodyType.Transferred && amount != held)
            return new Fault(pointer, RuleCodes.OutOfRange, $"An exhibit is handed over whole, and {held.ToString(System.Globalization.CultureInfo.InvariantCulture)} {Quantity.Unit} is held: split a part off first, or inspect it.");
        return corrected is not null && Balances.Least(Quantity, events, corrected.Id, quantity) < 0
            ? new Fault(pointer, RuleCodes.OutOfRange, "With that, more would have been taken out than was there.")
            : null;
    }
}

/// <summary>A link was added to a chain, or a hand-over was ended.</summary>
public sealed record CustodyChanged(CustodyChain Chain, CustodyEvent Event) : IDomainEvent;
