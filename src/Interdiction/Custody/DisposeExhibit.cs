using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Interdiction.Proposals;

namespace Interdiction.Custody;

/// <summary>The partner that has custody returns, releases or destroys an exhibit, or a part of it.</summary>
sealed class DisposeExhibit(InterdictionDb db, Chains chains, Caller caller, TimeProvider clock) : ITwoPersonAct
{
    public ProposalAct Act => ProposalAct.DisposeExhibit;
    public Permission Propose => Permission.DisposeExhibits;
    public Permission Approve => Permission.DisposeExhibits;

    public async Task<ISubject?> Find(Guid resource, CancellationToken stop) => await chains.Of(resource, stop);

    public Task<Result<Effect>> Do(ISubject record, ProposalArguments arguments, string reason, CancellationToken stop) =>
        Task.FromResult(Do((CustodyChain)record, arguments, reason));

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
