using FluentValidation;
using Interdiction.Cases;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.CaseLinks;

/// <summary>The lead of a case says that another case which they read belongs with it, and why. Neither case is changed by that.</summary>
public sealed record LinkCases(Guid Id, Guid Other, LinkReason Reason) : ICommand<LinkedCase>, IChange<Case>, IIdempotent
{
    public static Permission Needs => Permission.LinkCases;

    public IMessage<LinkedCase> Again(Guid resource) => throw new InvalidOperationException("Linking is idempotent: it is never replayed by a key.");

    internal sealed class Validator : AbstractValidator<LinkCases>
    {
        public Validator() => this.Body(x => x.Reason, new LinkReasonValidator());
    }

    internal sealed class Handler(InterdictionDb db, Caller caller, Envelope envelope, TimeProvider clock) : ICommandHandler<LinkCases, LinkedCase>
    {
        public async Task<Result<LinkedCase>> Handle(LinkCases message, CancellationToken stop)
        {
            var it = db.Loaded(message);
            if (message.Other == it.Id)
                return Refusal.Invalid(new Fault("", RuleCodes.Duplicate, "A case belongs with itself: name another in the address."));
            if (await db.CaseOf(message.Other).SingleOrDefaultAsync(stop) is not { } other)
                return Refusal.NotFound;
            var link = await db.LinkOf(it.Id, other.Id).SingleOrDefaultAsync(stop);
            if (link is null)
                db.CaseLinks.Add(link = CaseLink.Make(clock.NewId(), it.Id, other.Id, message.Reason.Reason!, caller, clock.Now()));
            else
                link.Explain(message.Reason.Reason!, caller, clock.Now());
            (envelope.Resource, envelope.ETag) = (it.Id, it.ETag);
            return link.Show(other, caller);
        }
    }
}

static class Links
{
    extension(InterdictionDb db)
    {
        /// <summary>The link of two cases, or none where the caller does not read both.</summary>
        public IQueryable<CaseLink> LinkOf(Guid one, Guid other)
        {
            var (first, second) = CaseLink.Ordered(one, other);
            return db.CaseLinks.Where(x => x.First == first && x.Second == second);
        }
    }
}
