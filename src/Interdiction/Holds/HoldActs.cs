using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Interdiction.Proposals;

namespace Interdiction.Holds;

/// <summary>Two legal advisers of the lead put a case under a hold, whatever state the case is in.</summary>
sealed class SetHold(InterdictionDb db, Subjects subjects, Caller caller, TimeProvider clock) : ITwoPersonAct
{
    public ProposalAct Act => ProposalAct.SetHold;
    public Permission Propose => Permission.HoldCases;
    public Permission Approve => Permission.HoldCases;

    public async Task<ISubject?> Find(Guid resource, CancellationToken stop) => await subjects.Case(resource, stop);

    public Task<Result<Effect>> Do(ISubject record, ProposalArguments arguments, string reason, CancellationToken stop)
    {
        var it = LegalHold.Set(clock.NewId(), (Cases.Case)record, arguments.Scope!, reason, caller, clock.Now());
        db.Holds.Add(it);
        db.IssuedIds.Add(new IssuedId { Id = it.Id, Record = it.CaseId });
        return Task.FromResult<Result<Effect>>(new Effect());
    }
}

/// <summary>Two legal advisers of the lead lift a hold. Others of the case stay.</summary>
sealed class LiftHold(Subjects subjects, Caller caller, TimeProvider clock) : ITwoPersonAct
{
    public ProposalAct Act => ProposalAct.LiftHold;
    public Permission Propose => Permission.HoldCases;
    public Permission Approve => Permission.HoldCases;

    public async Task<ISubject?> Find(Guid resource, CancellationToken stop) => await subjects.Hold(resource, stop);

    public Task<Result<Effect>> Do(ISubject record, ProposalArguments arguments, string reason, CancellationToken stop) =>
        Task.FromResult<Result<Effect>>(((LegalHold)record).Lift(reason, caller, clock.Now()) is { } refusal ? refusal : new Effect());
}
