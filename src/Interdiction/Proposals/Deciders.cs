using Interdiction.Administration;
using Interdiction.Data;
using Interdiction.Kernel;

namespace Interdiction.Proposals;

/// <summary>Says who may decide on a proposal: by the rights of this moment, and never who proposed it or filed its record.</summary>
public sealed class Deciders(IEnumerable<ITwoPersonAct> acts, Subjects subjects, Deputies deputies, Caller caller)
{
    /// <summary>What is to be decided on.</summary>
    /// <param name="Against">The rules that keep the caller from deciding; none where it may.</param>
    public sealed record Case(ITwoPersonAct Act, ISubject Record, IReadOnlyList<string> Against);

    /// <returns>Null where the caller does not read the record any more.</returns>
    public async Task<Case?> Of(Proposal it, CancellationToken stop)
    {
        var act = acts.Single(x => x.Act == it.Act);
        if (await act.Find(it.Resource, stop) is not { } record)
            return null;
        var deputy = await deputies.MayStandIn(caller, it.Originator, it.Act, stop);
        var wrote = record.IsAuthor(caller.Id) || it.OtherRecord is { } other && await subjects.Boarding(other, stop) is { } second && second.IsAuthor(caller.Id);
        return new Case(act, record, [.. Against(act, it, record, deputy, wrote)]);
    }

    IEnumerable<string> Against(ITwoPersonAct act, Proposal it, ISubject record, bool deputy, bool wrote)
    {
        foreach (var reason in act.Approve.Against(caller, record, deputy))
            yield return reason;
        // Both have the right at this moment: what a former lead proposed, nobody decides on any more.
        if (act.Approve.HolderFor(record) is { } holder && holder != it.Originator)
            yield return $"{it.Originator} proposed it, and the right to it is {holder}'s by now: {holder} proposes it anew.";
        if (it.IsAuthor(caller.Id))
            yield return "Four eyes: nobody decides on what they proposed themselves.";
        else if (wrote)
            yield return "Four eyes: nobody decides on what they filed or wrote themselves.";
    }
}
