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
        public Validator() => this.Body(x => x.Case, new CaseOpeningValidator());
    }

    internal sealed class Handler(Openings openings, Caller caller, Envelope envelope) : ICommandHandler<OpenCase, CaseHead>
    {
        public async Task<Result<CaseHead>> Handle(OpenCase message, CancellationToken stop)
        {
            var opened = await openings.Open(message.Case, message.Case.Id, "", stop);
            if (opened.Refusal is { } refusal)
                return refusal;
            (envelope.Resource, envelope.ETag) = (opened.Value.Id, opened.Value.ETag);
            return opened.Value.ToHead(caller);
        }
    }
}

/// <summary>Opens cases by themselves, for the caller's own partner.</summary>
public sealed class Openings(InterdictionDb db, Caller caller, Markings markings, CaseNumbers numbers, TimeProvider clock)
{
    /// <param name="id">Null where the server gives it.</param>
    /// <param name="at">JSON Pointer to what the case begins with in the body.</param>
    public async Task<Result<Case>> Open(CaseOpening asked, Guid? id, string at, CancellationToken stop)
    {
        if (await markings.Check(asked.Marking!, stop, $"{at}/marking") is { } refusal)
            return refusal;
        var now = clock.Now();
        var number = await numbers.Next("INT", now.Year, stop);
        var opened = Case.Open(id ?? clock.NewId(), number, asked.Title!, asked.Mode!.Value, markings.Complete(asked.Marking!), caller, now, byItself: true);
        db.Cases.Add(opened);
        return opened;
    }
}
