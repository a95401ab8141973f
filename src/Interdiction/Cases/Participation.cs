using FluentValidation;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Partners;
using Interdiction.Pipeline;

namespace Interdiction.Cases;

/// <summary>Lists the partners in a case and their parts.</summary>
public sealed record ListParticipants(Guid Id) : IQuery<CaseParticipants>, IAbout<Case>
{
    public static Permission Needs => Permission.ReadContent;

    internal sealed class Handler(InterdictionDb db, ReaderTable readers, Envelope envelope) : IQueryHandler<ListParticipants, CaseParticipants>
    {
        public Task<Result<CaseParticipants>> Handle(ListParticipants message, CancellationToken stop)
        {
            var it = db.Loaded(message);
            envelope.ETag = it.ETag;
            return Task.FromResult<Result<CaseParticipants>>(Participation.Of(it, readers));
        }
    }
}

/// <summary>The lead brings a partner into a case, or gives it another part. Taking part gives no reading by itself.</summary>
public sealed record BringIn(Guid Id, string Partner, ParticipantPart Part) : ICommand<CaseParticipants>, IChange<Case>, IIdempotent
{
    public static Permission Needs => Permission.ChooseParticipants;

    public IMessage<CaseParticipants> Again(Guid resource) => new ListParticipants(resource);

    internal sealed class Validator : AbstractValidator<BringIn>
    {
        public Validator() => this.Body(x => x.Part, new ParticipantPartValidator());
    }

    internal sealed class Handler(InterdictionDb db, PartnerRegister partners, ReaderTable readers, Envelope envelope) : ICommandHandler<BringIn, CaseParticipants>
    {
        public Task<Result<CaseParticipants>> Handle(BringIn message, CancellationToken stop) => Task.FromResult(Handle(message));

        Result<CaseParticipants> Handle(BringIn message)
        {
            var it = db.Loaded(message);
            if (!partners.Knows(message.Partner))
                return Refusal.NotFound;
            if (message.Partner == it.LeadPartner)
                return Refusal.Invalid(new Fault("/part", "lead", $"{message.Partner} leads the case. Another lead goes by proposal: moveLead."));
            it.BringIn(message.Partner, message.Part.Part!.Value);
            (envelope.Resource, envelope.ETag) = (it.Id, it.ETag);
            return Participation.Of(it, readers);
        }
    }
}

/// <summary>The lead takes a partner out of a case again. What it filed stays, and so does its part by its reports.</summary>
public sealed record TakeOut(Guid Id, string Partner) : ICommand<Nothing>, IChange<Case>, IIdempotent
{
    public static Permission Needs => Permission.ChooseParticipants;

    public IMessage<Nothing> Again(Guid resource) => throw new InvalidOperationException("Taking out is idempotent: it is never replayed by a key.");

    internal sealed class Handler(InterdictionDb db, Envelope envelope) : ICommandHandler<TakeOut, Nothing>
    {
        public Task<Result<Nothing>> Handle(TakeOut message, CancellationToken stop)
        {
            var it = db.Loaded(message);
            if (message.Partner == it.LeadPartner)
                return Task.FromResult<Result<Nothing>>(Refusal.Conflict("wrongState", $"{message.Partner} leads the case. Another lead goes by proposal: moveLead."));
            if (!it.TakeOut(message.Partner))
                return Task.FromResult<Result<Nothing>>(Refusal.NotFound);
            (envelope.Resource, envelope.ETag) = (it.Id, it.ETag);
            return Task.FromResult<Result<Nothing>>(Nothing.Answer);
        }
    }
}

static class Participation
{
    public static CaseParticipants Of(Case it, ReaderTable readers)
    {
        var items = it.Parts();
        var reading = readers.PartnersOf(it);
        return new CaseParticipants(items,
        [
            .. items.Index().Where(x => !reading.Contains(x.Item.Partner)).Select(x =>
                new Warning($"/items/{x.Index}/partner", "notReleased", $"{x.Item.Partner} takes part and cannot read the case: it is not released to it.", Contracts.Severity.Note)),
        ]);
    }
}
