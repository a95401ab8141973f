using FluentValidation;
using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Law;
using Interdiction.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Consents;

/// <summary>
/// An officer or coordinator asks a flag State whether its ship may be boarded. The flag State's people read the request
/// from then on, and nothing else of the case.
/// </summary>
public sealed record SendConsentRequest(NewConsentRequest Request) : ICommand<ShownConsentRequest>, ICreate
{
    public static Permission Needs => Permission.SendConsentRequests;

    public Guid? Id => Request.Id;

    public IMessage<ShownConsentRequest> Again(Guid resource) => new GetConsentRequest(resource);

    internal sealed class Validator : AbstractValidator<SendConsentRequest>
    {
        public Validator() => this.Body(x => x.Request, new NewConsentRequestValidator());
    }

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope, Markings markings, CaseNumbers numbers, LawBook law, ShownRequests shown, TimeProvider clock)
        : ICommandHandler<SendConsentRequest, ShownConsentRequest>
    {
        public async Task<Result<ShownConsentRequest>> Handle(SendConsentRequest message, CancellationToken stop)
        {
            var asked = message.Request;
            if (await markings.Check(asked.Marking!, stop) is { } refusal)
                return refusal;
            if (Unfit(asked).ToArray() is { Length: > 0 } unfit)
                return Refusal.Invalid(unfit);
            var @case = await db.Cases.SingleOrDefaultAsync(x => x.Id == asked.CaseId, stop);
            if (@case is null)
                return Refusal.Invalid(new Fault("/caseId", RuleCodes.UnknownReference, "There is no such case that you can read."));
            if (@case.IsClosed)
                return Refusal.Invalid(new Fault("/caseId", "wrongState", $"Case {@case.Number} is closed: nothing more is asked for it."));
            var now = clock.Now();
            var sent = ConsentRequest.Send(asked.Id ?? clock.NewId(), await numbers.Next("CR", now.Year, stop), @case, asked, markings.Complete(asked.Marking!), caller, now);
            db.ConsentRequests.Add(sent);
            return shown.Answer(sent, envelope);
        }

        IEnumerable<Fault> Unfit(NewConsentRequest asked)
        {
            if (asked.Flag == caller.Partner)
                yield return new("/flag", "ownFlag", "It is your own flag: nobody else is asked.");
            if (asked.Agreement is null)
                yield break;
            if (law.For(caller.Partner).AgreementOf(asked.Agreement) is not { } agreement)
                yield return new("/agreement", RuleCodes.UnknownCode, "That is no agreement of the register. GET /reference/boarding-agreements lists them.");
            else if (agreement.Partner != caller.Partner)
                yield return new("/agreement", "notYours", $"{agreement.Code} is an agreement of {agreement.Partner}: it gives your partner nothing.");
            else if (agreement.Flag != asked.Flag)
                yield return new("/agreement", "otherFlag", $"{agreement.Code} is an agreement with {agreement.Flag}, and {asked.Flag} is asked.");
        }
    }
}
