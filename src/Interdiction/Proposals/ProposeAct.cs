using FluentValidation;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;

namespace Interdiction.Proposals;

/// <summary>Somebody proposes an act that needs a second person. It is tried with all its rules, and done when it is approved.</summary>
public sealed record ProposeAct(NewProposal Proposal) : ICommand<ShownProposal>, ICreate
{
    public static Permission Needs => Permission.Propose;

    public Guid? Id => Proposal.Id;

    public IMessage<ShownProposal> Again(Guid resource) => new GetProposal(resource);

    internal sealed class Validator : AbstractValidator<ProposeAct>
    {
        public Validator() => this.Body(x => x.Proposal, new NewProposalValidator());
    }

    internal sealed class Handler(InterdictionDb db, IEnumerable<ITwoPersonAct> acts, Caller caller, Envelope envelope, TimeProvider clock)
        : ICommandHandler<ProposeAct, ShownProposal>
    {
        public async Task<Result<ShownProposal>> Handle(ProposeAct message, CancellationToken stop)
        {
            var asked = message.Proposal;
            var act = acts.Single(x => x.Act == asked.Act);
            if (await act.Find(asked.Resource!.Value, stop) is not { } record)
                return Refusal.Invalid(new Fault("/resource", RuleCodes.UnknownReference, "There is no such record that you can read, or not of the kind that the act is done to."));
            if (act.Propose.Against(caller, record).ToArray() is { Length: > 0 } reasons)
                return Refusal.NotAllowed(reasons);
            asked = asked with { Arguments = await act.Complete(record, asked.Arguments, stop) };
            var trial = await act.Do(record, asked.Arguments, asked.Reason!, stop);
            if (trial.Refusal is { } refusal)
                return refusal;
            // What the trial changed is let go of: it is done when somebody else approves it.
            db.ChangeTracker.Clear();

            var made = Proposals.Proposal.Make(asked.Id ?? clock.NewId(), asked, record, caller, clock.Now());
            db.Proposals.Add(made);
            (envelope.Resource, envelope.ETag) = (made.Id, made.ETag);
            return made.Show(made.At, trial.Value);
        }
    }
}
