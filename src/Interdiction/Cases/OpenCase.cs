using FluentValidation;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;

namespace Interdiction.Cases;

/// <summary>An officer or coordinator opens a case before there is a report. It is read by its marking from the start.</summary>
public sealed record OpenCase(NewCase Case) : ICommand<CaseHead>, ICreate
{
    public static Permission Needs => Permission.OpenCases;

    public Guid? Id => Case.Id;

    public IMessage<CaseHead> Again(Guid resource) => new GetCase(resource);

    internal sealed class Validator : AbstractValidator<OpenCase>
    {
        public Validator() => this.Body(x => x.Case, new NewCaseValidator());
    }

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope, Markings markings, CaseNumbers numbers, TimeProvider clock)
        : ICommandHandler<OpenCase, CaseHead>
    {
        public async Task<Result<CaseHead>> Handle(OpenCase message, CancellationToken stop)
        {
            var asked = message.Case;
            if (markings.Check(asked.Marking!) is { } refusal)
                return refusal;
            var now = clock.Now();
            var number = await numbers.Next("INT", now.Year, stop);
            var opened = Cases.Case.Open(asked.Id ?? clock.NewId(), number, asked.Title!, asked.Mode!.Value, markings.Complete(asked.Marking!), caller, now, byItself: true);
            db.Cases.Add(opened);
            (envelope.Resource, envelope.ETag) = (opened.Id, opened.ETag);
            return opened.ToHead();
        }
    }
}
