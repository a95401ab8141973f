using FluentValidation;
using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Partners;
using Interdiction.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Dispatches;

/// <summary>An officer or coordinator tells another partner something, or asks it. Who gave the tip is kept for the sender's own people.</summary>
public sealed record SendDispatch(NewDispatch Dispatch) : ICommand<ShownDispatch>, ICreate
{
    public static Permission Needs => Permission.SendDispatches;

    public Guid? Id => Dispatch.Id;

    public IMessage<ShownDispatch> Again(Guid resource) => new GetDispatch(resource);

    internal sealed class Validator : AbstractValidator<SendDispatch>
    {
        public Validator() => this.Body(x => x.Dispatch, new NewDispatchValidator());
    }

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope, Markings markings, PartnerRegister partners, ReaderTable readers, CaseNumbers numbers, ShownDispatches shown, TimeProvider clock)
        : ICommandHandler<SendDispatch, ShownDispatch>
    {
        public async Task<Result<ShownDispatch>> Handle(SendDispatch message, CancellationToken stop)
        {
            var asked = message.Dispatch;
            if (await markings.Check(asked.Marking!, stop) is { } refusal)
                return refusal;
            if (asked.To == caller.Partner)
                return Refused("/to", "ownPartner", "It is your own partner: open a task, or write a comment.");
            if (!partners.Knows(asked.To!))
                return Refused("/to", RuleCodes.UnknownCode, "That is no partner's code.");
            if (asked.CaseId is { } concerned && !await db.CaseOf(concerned).AnyAsync(stop))
                return Refused("/caseId", RuleCodes.UnknownReference, "There is no such case that you can read.");
            var now = clock.Now();
            var sent = Dispatches.Dispatch.Send(asked.Id ?? clock.NewId(), await numbers.Next("DSP", now.Year, stop), asked, markings.Complete(asked.Marking!), caller, now);
            if (!readers.PartnersOf(sent).Contains(sent.Addressee))
                return Refused("/to", "notReleased", $"{sent.Addressee} cannot read it: name it in releasableTo of the marking.");
            db.Dispatches.Add(sent);
            return await shown.Answer(sent, envelope, stop);
        }

        static Refusal Refused(string at, string code, string detail) => Refusal.Invalid(new Fault(at, code, detail));
    }
}
