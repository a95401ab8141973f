using FluentValidation;
using Interdiction.Contracts;
using Interdiction.Kernel;
using Interdiction.Pipeline;

namespace Interdiction.Custody;

/// <summary>An officer or coordinator of the partner that has custody adds a link to an exhibit's chain. Two at once never break it: one is told 409.</summary>
public sealed record RecordCustody(Guid Id, NewCustodyEvent Event) : ICommand<ShownCustodyEvent>, IAbout<CustodyChain>, ICreate
{
    public static Permission Needs => Permission.RecordCustody;

    Guid? ICreate.Id => Event.Id;

    public IMessage<ShownCustodyEvent> Again(Guid resource) => new GetCustodyEvent(resource);

    internal sealed class Validator : AbstractValidator<RecordCustody>
    {
        public Validator(TimeProvider clock) => this.Body(x => x.Event, new NewCustodyEventValidator(clock));
    }

    internal sealed class Handler(Chains chains, Receivers receivers, Caller caller, Envelope envelope, TimeProvider clock) : ICommandHandler<RecordCustody, ShownCustodyEvent>
    {
        public async Task<Result<ShownCustodyEvent>> Handle(RecordCustody message, CancellationToken stop)
        {
            var (asked, type) = (message.Event, message.Event.Type!.Value);
            if (CustodyTypes.Disposes(type))
                return Refusal.NotAllowed($"An exhibit is {Code<CustodyType>.Of(type)} by two coordinators of the partner that has custody: propose disposeExhibit.");
            if (await chains.Of(message.Id, stop) is not { } chain)
                return Refusal.NotFound;
            if (asked.To is { } to && await receivers.Check(to, chain, stop) is { } cannot)
                return cannot;
            Account? witness = null;
            if (asked.Witness is { } named)
            {
                var found = await receivers.Witness(named, stop);
                if (found.Refusal is { } unknown)
                    return unknown;
                witness = found.Value;
            }
            var by = Writer.Of(caller, clock.Now());
            var added = chain.Record(asked.Id ?? clock.NewId(), Step(asked, type, witness), by);
            if (added.Refusal is { } refusal)
                return refusal;
            chains.Keep(chain, added.Value, by);
            (envelope.Resource, envelope.ETag) = (added.Value.Id, added.Value.ETag);
            return added.Value.Show();
        }

        CustodyStep Step(NewCustodyEvent asked, CustodyType type, Account? witness) => new(type, asked.At!.Value, asked.Reason!)
        {
            Place = asked.Place,
            To = asked.To,
            Quantity = asked.Quantity,
            Seals = asked.Seals,
            Witness = witness,
            Remarks = asked.Remarks,
            Corrects = asked.Corrects,
            Part = type is CustodyType.Split ? clock.NewId() : null,
        };
    }
}
