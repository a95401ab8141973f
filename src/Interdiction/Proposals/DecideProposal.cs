using FluentValidation;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Proposals;

/// <summary>A second person of the same right approves what was proposed, and it is done at once; or refuses it.</summary>
public sealed record DecideProposal(Guid Id, ProposalTransition Transition) : ICommand<ShownProposal>, IChange<Proposal>, IStepUp
{
    public static Permission Needs => Permission.DecideProposals;

    public IMessage<ShownProposal> Again(Guid resource) => new GetProposal(resource);

    internal sealed class Validator : AbstractValidator<DecideProposal>
    {
        public Validator() => this.Body(x => x.Transition, new ProposalTransitionValidator());
    }

    internal sealed class Handler(InterdictionDb db, Deciders deciders, Caller caller, Envelope envelope, TimeProvider clock)
        : ICommandHandler<DecideProposal, ShownProposal>
    {
        public async Task<Result<ShownProposal>> Handle(DecideProposal message, CancellationToken stop)
        {
            var (it, to) = (db.Loaded(message), message.Transition);
            // The rights and the record of this moment count, not those of the proposal.
            if (await deciders.Of(it, stop) is not var (act, record, against))
                return Refusal.NotFound;
            if (against.Count > 0)
                return Refusal.NotAllowed([.. against]);
            if (it.Decide(to.To!.Value, to.Reason, caller, clock.Now()) is { } wrongState)
                return wrongState;
            Effect? effect = null;
            if (to.To is ProposalState.Approved)
            {
                var done = await act.Do(record, it.Arguments, it.Reason, stop);
                if (done.Refusal is { } refusal)
                    return await IsDecided(it.Id, stop) ? Refusal.Conflict("wrongState", "The proposal was decided at the same moment.") : refusal;
                effect = done.Value;
            }
            (envelope.Resource, envelope.ETag) = (it.Id, it.ETag);
            return it.Show(clock.Now(), effect);
        }

        // Somebody who decided at the same moment may be done: then that is in the way, and not what it left.
        Task<bool> IsDecided(Guid id, CancellationToken stop) => db.Proposals.AsNoTracking().AnyAsync(x => x.Id == id && x.State != ProposalState.Open, stop);
    }
}

/// <summary>Whoever proposed an act takes the proposal back.</summary>
public sealed record WithdrawProposal(Guid Id, ProposalTransition Transition) : ICommand<ShownProposal>, IChange<Proposal>
{
    public static Permission Needs => Permission.Propose;

    public IMessage<ShownProposal> Again(Guid resource) => new GetProposal(resource);

    internal sealed class Validator : AbstractValidator<WithdrawProposal>
    {
        public Validator() => this.Body(x => x.Transition, new ProposalTransitionValidator());
    }

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope, TimeProvider clock) : ICommandHandler<WithdrawProposal, ShownProposal>
    {
        public Task<Result<ShownProposal>> Handle(WithdrawProposal message, CancellationToken stop)
        {
            var it = db.Loaded(message);
            if (!it.IsAuthor(caller.Id))
                return Task.FromResult<Result<ShownProposal>>(Refusal.NotAllowed("Only who proposed it may withdraw it."));
            if (it.Decide(ProposalState.Withdrawn, message.Transition.Reason, caller, clock.Now()) is { } refusal)
                return Task.FromResult<Result<ShownProposal>>(refusal);
            (envelope.Resource, envelope.ETag) = (it.Id, it.ETag);
            return Task.FromResult<Result<ShownProposal>>(it.Show(clock.Now()));
        }
    }
}
