using FluentValidation;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;

namespace Interdiction.Boardings;

/// <summary>An officer of the originator submits, withdraws, begins or amends a report.</summary>
public sealed record MoveOwnReport(Guid Id, BoardingTransition Transition) : ICommand<FiledReport>, IChange<Boarding>
{
    public static Permission Needs => Permission.WriteReports;

    public IMessage<FiledReport> Again(Guid resource) => new GetBoardingReport(resource);

    internal sealed class Validator : AbstractValidator<MoveOwnReport>
    {
        public Validator() => this.Body(x => x.Transition, new BoardingTransitionValidator());
    }

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope, TimeProvider clock) : ICommandHandler<MoveOwnReport, FiledReport>
    {
        public Task<Result<FiledReport>> Handle(MoveOwnReport message, CancellationToken stop)
        {
            var it = db.Loaded(message);
            var refusal = it.Move(message.Transition.To!.Value, message.Transition.Reason, message.Transition.Remarks, caller, clock.Now());
            return Task.FromResult<Result<FiledReport>>(refusal is null ? it.Answer(envelope) : refusal);
        }
    }
}
