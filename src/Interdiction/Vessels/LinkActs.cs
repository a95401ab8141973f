using Interdiction.Boardings;
using Interdiction.Contracts;
using Interdiction.Data;
using Interdiction.Kernel;
using Interdiction.Proposals;
using Microsoft.EntityFrameworkCore;

namespace Interdiction.Vessels;

/// <summary>Two coordinators who read both vessels say that they are one ship.</summary>
sealed class LinkVessels(InterdictionDb db, Ships ships, Caller caller, TimeProvider clock) : ITwoPersonAct
{
    public ProposalAct Act => ProposalAct.LinkVessels;
    public Permission Propose => Permission.LinkVessels;
    public Permission Approve => Permission.LinkVessels;

    public async Task<ISubject?> Find(Guid resource, CancellationToken stop) => await ships.Find(resource, stop);

    public async Task<Result<Effect>> Do(ISubject record, ProposalArguments arguments, string reason, CancellationToken stop)
    {
        var (one, other) = (((Boarding)record).Id, arguments.With!.Value);
        if (one == other)
            return Refusal.Invalid(new Fault("/arguments/with", RuleCodes.Duplicate, "A vessel is one with itself: name another."));
        if (await ships.Find(other, stop) is null)
            return Refusal.Invalid(new Fault("/arguments/with", RuleCodes.UnknownReference, "There is no such vessel that you can read."));
        if (await db.Standing(one, other).AnyAsync(stop))
            return Refusal.Conflict("wrongState", "The two vessels are linked as one already.");
        db.VesselLinks.Add(VesselLink.Make(clock.NewId(), one, other, reason, caller, clock.Now()));
        return new Effect();
    }
}

/// <summary>Two coordinators who read both vessels undo a link: each has its own claims and boardings again.</summary>
sealed class UnlinkVessels(InterdictionDb db, Ships ships, Caller caller, TimeProvider clock) : ITwoPersonAct
{
    public ProposalAct Act => ProposalAct.UnlinkVessels;
    public Permission Propose => Permission.LinkVessels;
    public Permission Approve => Permission.LinkVessels;

    public async Task<ISubject?> Find(Guid resource, CancellationToken stop) => await ships.Find(resource, stop);

    // Where it is linked with one alone, that is meant.
    public async Task<ProposalArguments> Complete(ISubject record, ProposalArguments arguments, CancellationToken stop)
    {
        var one = ((Boarding)record).Id;
        return arguments.With is null && await ships.Links.Where(x => x.First == one || x.Second == one).OrderBy(x => x.Id).Take(2).ToListAsync(stop) is [var only]
            ? arguments with { With = only.First == one ? only.Second : only.First }
            : arguments;
    }

    public async Task<Result<Effect>> Do(ISubject record, ProposalArguments arguments, string reason, CancellationToken stop)
    {
        var one = ((Boarding)record).Id;
        if (arguments.With is not { } other)
            return await ships.Links.AnyAsync(x => x.First == one || x.Second == one, stop)
                ? Refusal.Invalid(new Fault("/arguments/with", RuleCodes.Required, "The vessel is linked with more than one: name which of them is another ship."))
                : Refusal.Conflict("wrongState", "The vessel is linked with none.");
        if (await ships.Find(other, stop) is null)
            return Refusal.Invalid(new Fault("/arguments/with", RuleCodes.UnknownReference, "There is no such vessel that you can read."));
        if (await db.Standing(one, other).SingleOrDefaultAsync(stop) is not { } link)
            return Refusal.Conflict("wrongState", "The two vessels are not linked with each other; a vessel may be one with another by way of a third.");
        link.End(reason, caller, clock.Now());
        return new Effect();
    }
}

static class StandingLinks
{
    extension(InterdictionDb db)
    {
        /// <summary>The link of two vessels that was not undone.</summary>
        public IQueryable<VesselLink> Standing(Guid one, Guid other)
        {
            var (first, second) = VesselLink.Ordered(one, other);
            return db.VesselLinks.Where(x => x.First == first && x.Second == second && x.EndedAt == null);
        }
    }
}
