using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Interdiction.Proposals;

namespace Interdiction.Archives;

/// <summary>The lead decides how long a closed case is kept. It takes two people either way: nothing is shortened by one of them.</summary>
sealed class SetRetention(Subjects subjects) : ITwoPersonAct
{
    public ProposalAct Act => ProposalAct.SetRetention;
    public Permission Propose => Permission.SetRetention;
    public Permission Approve => Permission.SetRetention;

    public async Task<ISubject?> Find(Guid resource, CancellationToken stop) => await subjects.Case(resource, stop);

    public Task<Result<Effect>> Do(ISubject record, ProposalArguments arguments, string reason, CancellationToken stop) =>
        Task.FromResult<Result<Effect>>(((Case)record).Retain(arguments.Class!.Value, arguments.Until, reason) is { } refusal ? refusal : new Effect());
}

/// <summary>The lead has a case destroyed whose time is over: it is announced to every partner that reads the case, and done after the notice.</summary>
sealed class DestroyCase(InterdictionDb db, Subjects subjects, Keeping keeping, Settings settings, Caller caller, TimeProvider clock) : ITwoPersonAct
{
    public ProposalAct Act => ProposalAct.DestroyCase;
    public Permission Propose => Permission.DestroyCases;
    public Permission Approve => Permission.DestroyCases;

    public async Task<ISubject?> Find(Guid resource, CancellationToken stop) => await subjects.Case(resource, stop);

    public async Task<Result<Effect>> Do(ISubject record, ProposalArguments arguments, string reason, CancellationToken stop)
    {
        var it = (Case)record;
        if (await keeping.Of(it, stop) is [var obstacle, ..])
            return Refusal.Conflict("keptStill", obstacle);
        // Where it is tried, the caller is who proposes.
        var proposal = db.Proposals.Local.SingleOrDefault(x => x.Resource == it.Id && x.Act == Act && x.State is ProposalState.Approved);
        var announced = Destruction.Announce(clock.NewId(), it, reason, proposal?.ProposedBy ?? caller.Name, settings.DestructionNotice, caller, clock.Now());
        db.Destructions.Add(announced);
        db.IssuedIds.Add(new IssuedId { Id = announced.Id, Record = it.Id });
        return new Effect();
    }
}
