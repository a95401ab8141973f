using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Interdiction.Proposals;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Custody;

/// <summary>The partner that has custody returns, releases or destroys an exhibit, or a part of it.</summary>
sealed class DisposeExhibit(InterdictionDb db, Chains chains, Caller caller, TimeProvider clock) : ITwoPersonAct
{
    public ProposalAct Act => ProposalAct.DisposeExhibit;
    public Permission Propose => Permission.DisposeExhibits;
    public Permission Approve => Permission.DisposeExhibits;

    public async Task<ISubject?> Find(Guid resource, CancellationToken stop) => await chains.Of(resource, stop);

    public async Task<Result<Effect>> Do(ISubject record, ProposalArguments arguments, string reason, CancellationToken stop)
    {
        var it = (CustodyChain)record;
        return await db.Holds.AnyAsync(x => x.CaseId == it.Boarding.CaseId && x.State == HoldState.InForce, stop)
            ? Refusal.Conflict("underHold", "The case is under a legal hold: nothing of it is returned, released or destroyed until the lead partner lifts it.")
            : Do(it, arguments, reason);
    }

    Result<Effect> Do(CustodyChain it, ProposalArguments arguments, string reason)
    {
        var by = Writer.Of(caller, clock.Now());
        if (arguments.At > by.At + Limits.ClockGrace)
            return Refusal.Invalid(new Fault("/arguments/at", RuleCodes.Future, "Give a time that is not in the future, or none: then it is the moment of the approval."));
        var gone = it.Dispose(clock.NewId(), arguments.Type!.Value, arguments.Quantity, arguments.At ?? by.At, arguments.To, reason, by);
        if (gone.Refusal is { } refusal)
            return refusal;
        chains.Keep(it, gone.Value, by);
        db.IssuedIds.Add(new IssuedId { Id = gone.Value.Id, Record = gone.Value.Id });
        return new Effect();
    }
}
