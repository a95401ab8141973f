using FluentValidation;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;

namespace Interdiction.Boardings;

/// <summary>A coordinator of the lead partner or the coordination cell takes a report into review, returns it with remarks, or accepts it; never one that they wrote.</summary>
public sealed record ReviewReport(Guid Id, BoardingTransition Transition) : ICommand<FiledReport>, IChange<Boarding>
{
    public static Permission Needs => Permission.ReviewReports;

    public IMessage<FiledReport> Again(Guid resource) => new GetBoardingReport(resource);

    internal sealed class Validator : AbstractValidator<ReviewReport>
    {
        public Validator() => this.Body(x => x.Transition, new BoardingTransitionValidator());
    }

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope, TimeProvider clock) : ICommandHandler<ReviewReport, FiledReport>
    {
        public Task<Result<FiledReport>> Handle(ReviewReport message, CancellationToken stop)
        {
            var it = db.Loaded(message);
            var refusal = it.Move(message.Transition.To!.Value, message.Transition.Reason, message.Transition.Remarks, caller, clock.Now());
            return Task.FromResult<Result<FiledReport>>(refusal is null ? it.Answer(envelope) : refusal);
        }
    }
}
