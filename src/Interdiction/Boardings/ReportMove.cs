using FluentValidation;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Law;
using Interdiction.Pipeline;

namespace Interdiction.Boardings;

/// <summary>Brings a report into another state. Whose move it is, an officer's or a coordinator's, the messages below it say with their permission.</summary>
public abstract record ReportMove(Guid Id, BoardingTransition Transition)
{
    public IMessage<FiledReport> Again(Guid resource) => new GetBoardingReport(resource);

    internal abstract class Validator<TMove> : AbstractValidator<TMove> where TMove : ReportMove
    {
        protected Validator() => this.Body(x => x.Transition, new BoardingTransitionValidator());
    }

    internal abstract class Handler<TMove>(InterdictionDb db, Caller caller, Envelope envelope, LawBook law, TimeProvider clock) : ICommandHandler<TMove, FiledReport>
        where TMove : ReportMove, ICommand<FiledReport>, IChange<Boarding>
    {
        public Task<Result<FiledReport>> Handle(TMove message, CancellationToken stop)
        {
            var (it, asked) = (db.Loaded(message), message.Transition);
            var refusal = it.Move(asked.To!.Value, asked.Reason, asked.Remarks, law.For(it.Originator), caller, clock.Now());
            return Task.FromResult<Result<FiledReport>>(refusal is null ? it.Answer(envelope, caller, law) : refusal);
        }
    }
}
